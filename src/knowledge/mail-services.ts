import { z } from 'zod'
import data from './mail-services.json' with { type: 'json' }

/** A provider or a server software that words its replies in its own way. */
const schema = z.array(
  z.strictObject({
    name: z.string().min(1),
    /** Domains its hosts are in, also as mail exchangers. */
    hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/)),
    /** A regular expression for its greeting, case-insensitive; empty where the greeting does not tell. */
    banner: z.string(),
  }),
)

const services = schema
  .parse(data)
  .map((row) => ({ ...row, banner: row.banner ? new RegExp(row.banner, 'i') : undefined }))

export const serviceNames: readonly string[] = services.map((service) => service.name)

/** The services that host names (servers, mail exchangers) and greetings betray. */
export function servicesBehind(hosts: readonly string[], greetings: readonly string[]): readonly string[] {
  const names = hosts.map((host) => host.toLowerCase().replace(/\.$/, ''))
  const greeted = greetings.map((text) => text.slice(0, 1_000))
  return services
    .filter(
      (service) =>
        service.hosts.some((domain) => names.some((name) => name === domain || name.endsWith(`.${domain}`))) ||
        greeted.some((text) => service.banner?.test(text)),
    )
    .map((service) => service.name)
}

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
    /** A regular expression for what it alone puts behind or into its replies; missing where nothing tells. */
    signature: z.string().min(1).optional(),
  }),
)

const services = schema.parse(data).map((row) => ({
  ...row,
  banner: row.banner ? new RegExp(row.banner, 'i') : undefined,
  signature: row.signature === undefined ? undefined : new RegExp(row.signature),
}))

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

/** The services that a reply itself shows to have said it: by the pages it leads to, or by how it signs. */
export function servicesSigning(reply: string): readonly string[] {
  const text = reply.slice(0, 1_000)
  const pages = [...text.matchAll(/\bhttps?:\/\/([a-z0-9.-]{1,255})/gi)].map(([, host = '']) => host)
  const signed = services.filter(({ signature }) => signature?.test(text)).map(({ name }) => name)
  return [...new Set([...(pages.length > 0 ? servicesBehind(pages, []) : []), ...signed])]
}

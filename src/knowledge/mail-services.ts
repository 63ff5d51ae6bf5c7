import type { z } from 'zod'
import data from './mail-services.json' with { type: 'json' }
import type { mailServicesShape } from './shapes/mail-services.ts'

const written: z.input<typeof mailServicesShape> = data
const services = written.map((row) => ({
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

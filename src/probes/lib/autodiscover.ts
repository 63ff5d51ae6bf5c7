import { z } from 'zod'
import { oddityOf } from './host-name.ts'

const answer = z.looseObject({
  url: z
    .string()
    .trim()
    .pipe(z.url({ protocol: /^https$/ })),
})

/** Reads an answer of Exchange Autodiscover v2 (JSON): the host that serves the domain. Never throws. */
export function readAutodiscover(body: string): { host: string; port: number } | undefined {
  try {
    const said = JSON.parse(body.replace(/^\uFEFF/, '')) as object
    // "Url" in Microsoft's own; who stands in for it also writes "url".
    const named = Object.fromEntries(Object.entries(said).map(([name, value]) => [name.toLowerCase(), value]))
    const { hostname, port } = new URL(answer.parse(named).url)
    return oddityOf(hostname) === undefined ? { host: hostname, port: Number(port || 443) } : undefined
  } catch {
    return undefined
  }
}

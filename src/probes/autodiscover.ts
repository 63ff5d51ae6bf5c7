import { z } from 'zod'
import { oddityOf } from './host-name.ts'

const answer = z.looseObject({ Url: z.url({ protocol: /^https$/ }) })

/** Reads an answer of Exchange Autodiscover v2 (JSON): the host that serves the domain. Never throws. */
export function readAutodiscover(body: string): { host: string; port: number } | undefined {
  try {
    const { hostname, port } = new URL(answer.parse(JSON.parse(body.replace(/^\uFEFF/, ''))).Url)
    return oddityOf(hostname) === undefined ? { host: hostname, port: Number(port || 443) } : undefined
  } catch {
    return undefined
  }
}

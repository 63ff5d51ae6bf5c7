import type { Examination } from '../core/probe.ts'
import type { Millis } from '../core/time.ts'
import type { HttpAnswer } from '../core/world.ts'

const patience: Millis = 4_000

/** Follows a redirect or two, as providers move such files, but never out of TLS and never beyond our patience. */
export async function fetchSecurely({ world: { net, clock } }: Examination, from: string, signal: AbortSignal) {
  const started = clock.elapsed()
  const since = () => clock.elapsed() - started
  const ask = (url: string) => net.http({ url, within: Math.max(1, patience - since()) }, signal)
  let url = from
  let answer = await ask(url)
  for (let hop = 0; hop < 2; hop++) {
    const next = redirect(answer, url)
    if (!next) break
    url = next
    answer = await ask(url)
  }
  return { answer, ms: Math.round(since()) }
}

function redirect(answer: HttpAnswer, base: string): string | undefined {
  if (answer.outcome !== 'answered' || ![301, 302, 303, 307, 308].includes(answer.status)) return undefined
  const { location = '' } = answer.headers
  if (!location || !URL.canParse(location, base)) return undefined
  const { href, protocol } = new URL(location, base)
  return protocol === 'https:' ? href : undefined
}

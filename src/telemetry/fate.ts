import { type Sentence, say, verbatim } from '../core/sentence.ts'
import type { Instant, Millis } from '../core/time.ts'
import type { HttpAnswer } from '../core/world.ts'
import { partialSuccessIn } from './otlp-response.ts'

/** What became of a request. `later`: the same may be tried again, not before `afterMs` where the collector says so. */
export type Fate = { told: Sentence } & (
  | { is: 'taken' }
  | { is: 'later'; afterMs?: Millis }
  | { is: 'refused'; status?: number }
)

/** Nobody who is well asks for more; who asks for more is asked again after this. */
const longestWait: Millis = 3_600_000

/**
 * As the protocol has it (OTLP 1.x, "Failures"): only 429, 502, 503 and 504 may be tried again, and what was taken in
 * part never. `answer.body` has one character for each byte.
 */
export function fateOf(answer: HttpAnswer, now: Instant): Fate {
  if (answer.outcome !== 'answered') return { is: 'later', told: unreached(answer.outcome) }
  const { status, headers, body } = answer
  if (status >= 200 && status < 300) {
    const partial = partialSuccessIn(Uint8Array.from(body, (char) => char.charCodeAt(0)))
    if (!partial) return { is: 'taken', told: say('The collector took it.') }
    const { rejected, words } = partial
    return {
      is: 'taken',
      told: say('The collector took it, but not all ({rejected} left out); it says: “{words}”', {
        rejected,
        words: verbatim(words || '–'),
      }),
    }
  }
  if ([429, 502, 503, 504].includes(status)) {
    const afterMs = retryAfter(headers['retry-after'], now)
    return {
      is: 'later',
      told: say('The collector cannot take it now (status {status}); it is tried again later.', {
        status: verbatim(status),
      }),
      ...(afterMs !== undefined && { afterMs }),
    }
  }
  return { is: 'refused', status, told: refusal(status) }
}

function refusal(status: number): Sentence {
  const code = { status: verbatim(status) }
  if (status >= 300 && status < 400)
    return say('The collector’s address leads on to another one (status {status}), which is not followed.', code)
  if (status === 401 || status === 403)
    return say('The collector does not let this Mac in (status {status}): the headers are not the right ones.', code)
  if (status === 404 || status === 405) return say('Nothing takes figures at this address (status {status}).', code)
  if (status === 400 || status === 413 || status === 415)
    return say('The collector does not understand what it is sent (status {status}).', code)
  return say('The collector refused it (status {status}).', code)
}

function unreached(outcome: Exclude<HttpAnswer['outcome'], 'answered'>): Sentence {
  switch (outcome) {
    case 'no-such-name':
      return say('The collector was not found: its name has no address.')
    case 'bad-certificate':
      return say('The collector was not told anything: its certificate is not trusted.')
    case 'refused':
      return say('The collector did not answer: nothing takes connections there.')
    case 'silent':
    case 'unreachable':
    case 'reset':
    case 'failed':
      return say('The collector did not answer.')
  }
}

/** Seconds, or a date (RFC 9110 §10.2.3). */
function retryAfter(text: string | undefined, now: Instant): Millis | undefined {
  if (text === undefined) return undefined
  const ms = /^\d{1,9}$/.test(text.trim()) ? Number(text) * 1_000 : Date.parse(text) - now
  return Number.isFinite(ms) ? Math.min(longestWait, Math.max(0, ms)) : undefined
}

import type { Publisher, Release, RememberedUpdate, UpdateAnswer, UpdateRefusal } from '../core/release.ts'
import type { Instant, Millis } from '../core/time.ts'
import type { HttpAnswer } from '../core/world.ts'
import { openEnvelope } from '../formats/dsse.ts'
import { compareVersions, releaseIn, releaseType } from './release-text.ts'

/** More than a release takes, and little enough to be read at once. */
export const mostBytes = 64 * 1_024
/** A Mac’s clock may be a little behind. */
const leeway: Millis = 86_400_000

/** Against what a release is held. `running`: the version that asks. */
export interface KnownBefore {
  publisher: Pick<Publisher, 'keys'>
  remembered: Pick<RememberedUpdate, 'seen'>
  running: string
  now: Instant
}

/** `believed`: what it says is true and new, whatever follows from it; that is to be remembered. */
export interface Judged {
  answer: UpdateAnswer
  believed?: { release: Release; sum: string }
}

/**
 * What an answer of the place for updates is worth. Who runs that place, or stands in the way to it, can keep back what
 * is new for as long as the last signed text lasts, and nothing more: not offer anything else, nor anything older.
 * `sumOf`: the SHA-256 of bytes.
 */
export function judgeRelease(
  answered: Extract<HttpAnswer, { outcome: 'answered' }>,
  before: KnownBefore,
  sumOf: (bytes: Uint8Array) => string,
): Judged {
  const { status, body } = answered
  if (status >= 300 && status < 400) return refused({ is: 'redirected' })
  if (status !== 200) return refused({ is: 'status', status })
  if (body.length > mostBytes) return refused({ is: 'too-large' })
  const opened = openEnvelope(body, releaseType, before.publisher.keys)
  if (opened.is !== 'signed') return refused({ is: opened.is })
  const release = releaseIn(opened.bytes)
  if (!release) return refused({ is: 'unreadable' })
  const sum = sumOf(opened.bytes)
  const why =
    untimely(release, before.now) ?? (isReplayed(release, sum, before) ? { is: 'replayed' as const } : undefined)
  if (why) return refused(why)
  const answer = besideRunning(release, before.running)
  return answer.is === 'refused' ? { answer } : { answer, believed: { release, sum } }
}

function refused(why: UpdateRefusal): Judged {
  return { answer: { is: 'refused', why } }
}

function untimely({ released, expires }: Release, now: Instant): UpdateRefusal | undefined {
  if (expires < now) return { is: 'expired', day: expires }
  return released > now + leeway ? { is: 'early', day: released } : undefined
}

/** Of two texts with one number, one is not the maker's. */
function isReplayed({ sequence }: Release, sum: string, { remembered: { seen } }: KnownBefore): boolean {
  return seen !== undefined && (sequence < seen.sequence || (sequence === seen.sequence && sum !== seen.sum))
}

/** What a release means for whoever runs this version. */
export function besideRunning(release: Release, running: string): UpdateAnswer {
  const order = compareVersions(release.version, running)
  if (order > 0) return { is: 'newer', release }
  return order === 0 ? { is: 'current' } : { is: 'refused', why: { is: 'older', version: release.version } }
}

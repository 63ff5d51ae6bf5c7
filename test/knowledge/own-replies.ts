import { readFileSync } from 'node:fs'
import type { ReplyStage } from '../../src/core/reply.ts'
import { explainCode } from '../../src/knowledge/explain-code.ts'
import { servicesBehind } from '../../src/knowledge/mail-services.ts'
import { meaningOf } from '../../src/knowledge/replies.ts'
import { repliesIn } from '../../src/knowledge/reply-line.ts'

/** A case of our own: what was said or pasted, and what may be named of it, the best first; null: nothing. */
interface OwnCase {
  /** The kind of fault it was made for. */
  kind: number
  right: readonly (string | null)[]
  seen: string
}

export type OwnReply = OwnCase & { stage: ReplyStage; said: string; host?: string }
export type OwnPaste = OwnCase & { text: string }

const file = new URL('../recordings/own-replies.json', import.meta.url)
export const own = JSON.parse(readFileSync(file, 'utf8')) as { replies: OwnReply[]; pastes: OwnPaste[] }

/** What a reply means at its stage, from a server whose name is known. */
export function judged({ said, stage, host }: OwnReply): string | null {
  const [reply] = repliesIn(said)
  if (!reply) return null
  const providers = host ? servicesBehind([host], []) : []
  return meaningOf({ ...reply, stage, ...(host && { host }) }, { providers })?.means ?? null
}

/** What somebody is told who pastes it. */
export function explained(text: string): string | null {
  return explainCode(text)?.means[0] ?? null
}

/** The line that a reply came in, as somebody pastes it who knows the server. */
export function pastedLine({ said, host }: OwnReply): string {
  return host ? `${host} said: ${said}` : said
}

export type Outcome = 'right' | 'undecided' | 'wrong'
export type Counts = Record<Outcome, number>

export function outcomeOf(means: string | null, right: readonly (string | null)[]): Outcome {
  if (right.includes(means)) return 'right'
  return means === null ? 'undecided' : 'wrong'
}

/** How many of each outcome there are. */
export function countsOf(outcomes: readonly Outcome[]): Counts {
  const of = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length
  return { right: of('right'), undecided: of('undecided'), wrong: of('wrong') }
}

export function ownCounts(): { judged: Counts; explained: Counts; pasted: Counts } {
  return {
    judged: countsOf(own.replies.map((reply) => outcomeOf(judged(reply), reply.right))),
    explained: countsOf(own.replies.map((reply) => outcomeOf(explained(pastedLine(reply)), reply.right))),
    pasted: countsOf(own.pastes.map(({ text, right }) => outcomeOf(explained(text), right))),
  }
}

import { type ReplyRow, replyRows } from './reply-rows.ts'
import { type StagedReply, stageFits } from './reply-stage.ts'
import type { UnwrappedReply } from './reply-words.ts'

/** A row, ready to be held against a reply. */
export type ReplyPattern = (typeof replyPatterns)[number]

export const replyPatterns = replyRows.map((row) => ({
  row,
  code: new RegExp(`^(?:${row.code})$`, 'i'),
  enhanced: row.enhanced ? new RegExp(`^(?:${row.enhanced.replaceAll('.', '\\.')})$`, 'i') : undefined,
  text: row.textHint ? new RegExp(row.textHint, 'iu') : undefined,
}))

/** A reason in words or an exact number outweighs all that says less; `provider` is for a row whose provider is known. */
export const patternWeight = {
  words: 40,
  exact: 45,
  provider: 8,
  enhanced: 4,
  vague: 0.5,
  stage: 0.4,
  code: 0.2,
  length: 3,
  across: -6,
}

/** Where two reasons are recognised, the one whose words are said for one thing only is meant. */
const doubt = { high: 0, medium: -1, low: -2 }

/** How well a row fits a reply, whoever said it; `undefined` where it does not fit in all its parts. */
export function pointsOf(
  { row, code, enhanced, text }: ReplyPattern,
  said: StagedReply,
  words: UnwrappedReply,
): number | undefined {
  if ((row.protocol !== said.protocol && row.protocol !== 'any') || !code.test(said.code)) return undefined
  if (enhanced && !enhanced.test(said.enhanced ?? '')) return undefined
  if (!stageFits(row, said, text !== undefined)) return undefined
  if (row.whose === 'theirs' && words.isOfSender) return undefined
  const spoken = text ? pointsOfWords(text, words) : 0
  if (spoken === undefined) return undefined
  const number = pointsOfNumber(row, said.enhanced ?? '')
  // A number that may mean much accuses nobody while the words beside it say something that is not known.
  if (!text && number < patternWeight.enhanced && row.means !== null && !words.isBare) return undefined
  return (
    spoken +
    (text ? doubt[row.certainty] : 0) +
    number +
    (row.stage === said.stage ? patternWeight.stage : 0) +
    (/[[{]/.test(row.code) ? 0 : patternWeight.code)
  )
}

/** In the reason; or across the wrapper, which says less; in the wrapper alone only where there is no reason. */
function pointsOfWords(pattern: RegExp, { whole, reason, from, isBare }: UnwrappedReply): number | undefined {
  const length = (text: string) => (Math.min(text.length, 60) / 60) * patternWeight.length
  const inReason = pattern.exec(reason)?.[0]
  if (inReason) return patternWeight.words + length(inReason)
  const found = pattern.exec(whole)
  if (!found?.[0] || !(isBare || found.index + found[0].length > from)) return undefined
  return patternWeight.words + length(found[0]) + (isBare ? 0 : patternWeight.across)
}

function pointsOfNumber(row: ReplyRow, enhanced: string): number {
  // In a pattern that does without it, the number says nothing more.
  if (row.enhanced === '' || enhanced === '' || row.enhanced.endsWith(')?')) return 0
  if (exact.test(enhanced) && !/[+?]/.test(row.enhanced)) return patternWeight.exact
  return vague.test(enhanced) ? patternWeight.vague : patternWeight.enhanced
}

// Numbers that say one thing only (RFC 5248 and the registry at IANA; three digits: Exchange Online). The others are
// given for all sorts of reasons: 5.1.1 for quotas, 5.3.0 for viruses, 5.7.1 for everything.
const exact = /^[45]\.(1\.(8|9|10)|2\.3|3\.4|6\.\d+|7\.(9|\d{2,3}))$/

/** "Other" and "undefined" of each class, and what is given together with any words at sign-in (RFC 3463, 5530). */
const vague =
  /^([245]\.0\.0|5\.[1-4]\.0|4\.[124]\.0|[45]\.(5\.[0124]|7\.[01238])|AUTHENTICATIONFAILED|AUTHORIZATIONFAILED|AUTH|ALERT)$/

import type { Reply, RowFit, Stage } from '../core/reply.ts'
import { servicesBehind } from './mail-services.ts'
import verdicts from './password-verdicts.json' with { type: 'json' }
import { type ReplyRow, replyRows } from './reply-rows.ts'
import { stageFits, stageOf } from './reply-stage.ts'
import { type Words, wordsOf } from './reply-words.ts'

export type ReplyMeaning = Pick<ReplyRow, 'id' | 'means' | 'whose' | 'cause' | 'advice' | 'retry' | 'certainty'>

/** A reply whose stage may be unknown, as in what a mail app recorded. */
export type Said = Omit<Reply, 'stage'> & { stage?: Stage }

/** Which services the other side is known to be: `servicesBehind` its hosts and greetings. */
export interface ReplyContext {
  providers: readonly string[]
}

const patterns = replyRows.map((row) => ({
  row,
  code: new RegExp(`^(?:${row.code})$`, 'i'),
  enhanced: row.enhanced ? new RegExp(`^(?:${row.enhanced.replaceAll('.', '\\.')})$`, 'i') : undefined,
  text: row.textHint ? new RegExp(row.textHint, 'iu') : undefined,
}))
type Pattern = (typeof patterns)[number]
const rowsById = new Map(replyRows.map((row) => [row.id, row]))

/**
 * What a reply means: the best of the rows that it fits in all their parts. A row in a provider's own words counts only
 * where that provider is known, be it by the reply itself.
 */
export function meaningOf(said: Said, known: ReplyContext): ReplyMeaning | undefined {
  const providers = new Set([...known.providers, ...servicesShown(said.text)])
  let best: { row: ReplyRow; points: number } | undefined
  for (const fit of said.fits ?? fitsOf(said)) {
    const row = rowsById.get(fit.row)
    const isNamed = row?.providers.some((name) => providers.has(name))
    if (!row || (row.wording === 'own' && !isNamed)) continue
    const points = fit.points + (isNamed ? worth.provider : 0)
    if (!best || points > best.points) best = { row, points }
  }
  if (!best) return undefined
  const { id, means, whose, cause, advice, retry, certainty } = best.row
  return { id, means, whose, cause, advice, retry, certainty }
}

/** A reply with its words made fit to be kept; what they meant before stays known where that changed them. */
export function cleaned<R extends Said>(raw: R, clean: (text: string) => string): R {
  const text = clean(raw.text)
  return text === raw.text || raw.fits ? { ...raw, text } : { ...raw, text, fits: fitsOf(raw) }
}

/** All rows that a reply fits in code, stage and words, whoever said it. */
export function fitsOf(reply: Said): readonly RowFit[] {
  const words = wordsOf(reply.text)
  const said = { ...reply, ...stageOf(reply) }
  return patterns.flatMap((pattern) => {
    const points = pointsOf(pattern, said, words)
    return points === undefined ? [] : [{ row: pattern.row.id, points }]
  })
}

/** A reason in words or an exact number outweighs all that says less. */
const worth = { words: 40, exact: 45, provider: 8, enhanced: 4, stage: 0.4, code: 0.2, length: 3, across: -6 }

function pointsOf({ row, code, enhanced, text }: Pattern, said: Said, words: Words): number | undefined {
  if ((row.protocol !== said.protocol && row.protocol !== 'any') || !code.test(said.code)) return undefined
  if (enhanced && !enhanced.test(said.enhanced ?? '')) return undefined
  if (!stageFits(row, said.stage, text !== undefined)) return undefined
  const spoken = text ? pointsOfWords(text, words) : 0
  if (spoken === undefined) return undefined
  const isExact = enhanced !== undefined && !/[+?]/.test(row.enhanced) && exact.test(said.enhanced ?? '')
  // A number that may mean much accuses nobody while the words beside it say something that is not known.
  const saysMuch = !enhanced || vague.test(said.enhanced ?? '')
  if (!text && saysMuch && row.means !== null && !words.isBare) return undefined
  return (
    spoken +
    (isExact ? worth.exact : enhanced && said.enhanced && !/\)\?$/.test(row.enhanced) ? worth.enhanced : 0) +
    (row.stage === said.stage ? worth.stage : 0) +
    (/[[{]/.test(row.code) ? 0 : worth.code)
  )
}

/** In the reason; or across the wrapper, which says less; in the wrapper alone only where there is no reason. */
function pointsOfWords(pattern: RegExp, { whole, reason, from, isBare }: Words): number | undefined {
  const inReason = pattern.exec(reason)?.[0]
  const length = (text: string) => (Math.min(text.length, 60) / 60) * worth.length
  if (inReason) return worth.words + length(inReason)
  const [text, index] = ((found) => [found?.[0] ?? '', found?.index ?? 0])(pattern.exec(whole))
  if (text === '' || !(isBare || index + text.length > from)) return undefined
  return worth.words + length(text) + (isBare ? 0 : worth.across)
}

// Numbers that say one thing only (RFC 5248 and the registry at IANA; three digits: Exchange Online). The others are
// given for all sorts of reasons: 5.1.1 for quotas, 5.3.0 for viruses, 5.7.1 for everything.
const exact = /^[45]\.(1\.(8|9|10)|2\.3|3\.4|6\.\d+|7\.(9|\d{2,3}))$/

/** "Other" and "undefined" of each class, and what is given together with any words at sign-in (RFC 3463, 5530). */
const vague =
  /^([245]\.0\.0|5\.[1-4]\.0|4\.[124]\.0|[45]\.(5\.[0124]|7\.[01238])|AUTHENTICATIONFAILED|AUTHORIZATIONFAILED|AUTH|ALERT)$/

/** Who a reply shows to have said it: the pages it leads to, and the signature that Gmail and NAVER end theirs with. */
function servicesShown(text: string): readonly string[] {
  const pages = [...text.slice(0, 1_000).matchAll(/\bhttps?:\/\/([a-z0-9.-]{1,255})/gi)].map(([, host = '']) => host)
  const signed = /[- ][gn]smtp\b/.exec(text)?.[0]
  return pages.length > 0 || signed ? servicesBehind(pages, signed ? [signed] : []) : []
}

/**
 * Whether a refusal at sign-in is about the user name and password, in words or numbers that are known to say so.
 * Temporary refusals, limits, faults of the server and words that nobody knows are not: who takes them for a wrong
 * password makes somebody change a good one.
 */
export function judgesPassword(reply: Reply): boolean {
  if (!/^(5\d\d|NO|-ERR)$/.test(reply.code)) return false
  const providers = servicesBehind(reply.host ? [reply.host] : [], [])
  const means = meaningOf({ ...reply, stage: 'auth' }, { providers })?.means
  return means !== undefined && means !== null && verdicts.includes(means)
}

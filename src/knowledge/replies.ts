import type { Reply, RowFit } from '../core/reply.ts'
import { inEnglish } from './foreign-words.ts'
import { servicesBehind, servicesSigning } from './mail-services.ts'
import verdicts from './password-verdicts.json' with { type: 'json' }
import { patternWeight, pointsOf, replyPatterns } from './reply-points.ts'
import { type ReplyRow, replyRows } from './reply-rows.ts'
import { type StagedReply, stageOf } from './reply-stage.ts'
import { unwrapReply } from './reply-words.ts'

export type ReplyMeaning = Pick<ReplyRow, 'id' | 'means' | 'whose' | 'cause' | 'advice' | 'retry' | 'certainty'>

/** Which services the other side is known to be: `servicesBehind` its hosts and greetings. */
export interface ReplyContext {
  providers: readonly string[]
}

const rowsById = new Map(replyRows.map((row) => [row.id, row]))

/**
 * What a reply means: the best of the rows that it fits in all their parts. A row in a provider's own words counts only
 * where that provider is known, be it by the reply itself.
 */
export function meaningOf(said: StagedReply, known: ReplyContext): ReplyMeaning | undefined {
  const providers = new Set([...known.providers, ...servicesSigning(said.text)])
  let best: { row: ReplyRow; points: number } | undefined
  for (const fit of said.fits ?? ruleFitsOf(said)) {
    const row = rowsById.get(fit.row)
    const isNamed = row?.providers.some((name) => providers.has(name))
    if (!row || (row.wording === 'own' && !isNamed)) continue
    const points = fit.points + (isNamed ? patternWeight.provider : 0)
    if (!best || points > best.points) best = { row, points }
  }
  if (!best) return undefined
  const { id, means, whose, cause, advice, retry, certainty } = best.row
  return { id, means, whose, cause, advice, retry, certainty }
}

/** A reply with its words made fit to be kept; what they meant before stays known where that changed them. */
export function cleanedReply<R extends StagedReply>(raw: R, clean: (text: string) => string): R {
  const text = clean(raw.text)
  return text === raw.text || raw.fits ? { ...raw, text } : { ...raw, text, fits: ruleFitsOf(raw) }
}

/** All rows that a reply fits in code, stage and words, whoever said it. */
export function ruleFitsOf(reply: StagedReply): readonly RowFit[] {
  const key = JSON.stringify([reply.protocol, reply.stage, reply.code, reply.enhanced, reply.text.slice(0, 1_000)])
  const known = lately.get(key)
  if (known) return known
  const fits = soughtFits(reply)
  if (lately.size >= mostKept) lately.clear()
  lately.set(key, fits)
  return fits
}

// Every cause asks for the same few replies of one chart, and servers say the same in the next one.
const lately = new Map<string, readonly RowFit[]>()
const mostKept = 512

/** Words of other languages are also held against the rows in English. */
function soughtFits(reply: StagedReply): readonly RowFit[] {
  const words = unwrapReply(reply.text)
  const english = inEnglish(words.whole)
  const turned = english === undefined ? undefined : unwrapReply(english)
  const said = { ...reply, ...stageOf(reply) }
  return replyPatterns.flatMap((pattern) => {
    const points = pointsOf(pattern, said, words) ?? (turned && pointsOf(pattern, said, turned))
    return points === undefined ? [] : [{ row: pattern.row.id, points }]
  })
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

import type { Reply, Stage } from '../core/reply.ts'
import { servicesBehind } from './mail-services.ts'
import { type ReplyRow, replyRows } from './reply-rows.ts'

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
  text: row.textHint ? new RegExp(row.textHint, 'i') : undefined,
}))
type Pattern = (typeof patterns)[number]

/**
 * What a reply means: the best of the rows that match in all their parts. A row in a provider's own words counts only
 * where that provider is known, be it by the reply itself.
 */
export function meaningOf(reply: Said, known: ReplyContext): ReplyMeaning | undefined {
  const said = { ...reply, text: reply.text.slice(0, 1_000) }
  const context = { providers: [...known.providers, ...servicesShown(said.text)] }
  let best: { pattern: Pattern; points: number } | undefined
  for (const pattern of patterns) {
    if (!fits(pattern, said, context)) continue
    const points = pointsOf(pattern, said, context)
    if (!best || points > best.points) best = { pattern, points }
  }
  if (!best) return undefined
  const { id, means, whose, cause, advice, retry, certainty } = best.pattern.row
  return { id, means, whose, cause, advice, retry, certainty }
}

const ofTheMoment = /too many|simultaneous|throttl|rate limit|temporar|try again later/i

// RFC 5530, 9208, 3206 and, with SMTP, a temporary code (RFC 3463 §2): of the account, the connection or the moment.
const notOfThePassword = /^(OVERQUOTA|CONTACTADMIN|CLIENTBUG|PRIVACYREQUIRED|THROTTLED|SYS\/PERM|4\..*)$/

/**
 * Whether a refusal at sign-in is about the user name and password. Temporary refusals, limits and faults of the
 * server are not (RFC 4954 454, RFC 5530 UNAVAILABLE, RFC 3206 SYS/TEMP), nor is a misunderstood command (50x):
 * trying again because of one may lock the account.
 */
export function judgesPassword(reply: Reply): boolean {
  if (!/^(5[1-9]\d|NO|-ERR)$/.test(reply.code) || ofTheMoment.test(reply.text.slice(0, 1_000))) return false
  if (notOfThePassword.test(reply.enhanced ?? '')) return false
  const providers = servicesBehind(reply.host ? [reply.host] : [], [])
  return meaningOf({ ...reply, stage: 'auth' }, { providers })?.retry !== 'later'
}

function fits({ row, code, enhanced, text }: Pattern, said: Said, { providers }: ReplyContext): boolean {
  return (
    row.protocol === said.protocol &&
    code.test(said.code) &&
    (enhanced?.test(said.enhanced ?? '') ?? true) &&
    stageFits(row, said.stage, text !== undefined) &&
    (text?.test(said.text) ?? true) &&
    (row.wording === 'common' || row.providers.some((name) => providers.includes(name)))
  )
}

/** The words weigh most where they come from a known provider; stage and an exact code break ties. */
function pointsOf({ row, enhanced, text }: Pattern, said: Said, { providers }: ReplyContext): number {
  const named = row.providers.some((name) => providers.includes(name))
  const provider = named ? 8 : row.providers.length === 0 ? 2 : 0
  const stage = row.stage === said.stage ? 0.5 : 0
  const exact = /[[{]/.test(row.code) ? 0 : 0.25
  return provider + (text ? 4 : 0) + (enhanced && said.enhanced ? 2 : 0) + stage + exact
}

/** Who a reply shows to have said it: the pages it leads to, and the signature that Gmail ends its replies with. */
function servicesShown(text: string): readonly string[] {
  const pages = [...text.matchAll(/\bhttps?:\/\/([a-z0-9.-]{1,255})/gi)].map(([, host = '']) => host)
  const signed = /[- ]gsmtp\b/.exec(text)?.[0]
  return pages.length > 0 || signed ? servicesBehind(pages, signed ? [signed] : []) : []
}

/**
 * Servers may put off a refusal within a phase (Postfix refuses senders at RCPT, content filters at the end of DATA),
 * so the phase must fit; a wording that was recognised may come anywhere but at sign-in.
 */
function stageFits(row: ReplyRow, stage: Stage | undefined, worded: boolean): boolean {
  if (row.stage === 'any' || row.stage === stage) return true
  if (stage === undefined) return worded || row.enhanced !== ''
  if (phaseOf(row.stage) === phaseOf(stage)) return worded || row.enhanced !== ''
  return worded && row.stage !== 'auth'
}

function phaseOf(stage: Stage): 'opening' | 'auth' | 'sending' | 'closing' {
  if (stage === 'auth') return 'auth'
  if (stage === 'quit') return 'closing'
  return stage === 'mail' || stage === 'rcpt' || stage === 'data' || stage === 'append' || stage === 'select'
    ? 'sending'
    : 'opening'
}

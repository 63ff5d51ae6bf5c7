import { absent, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { type Reply, replyText } from '../../core/reply.ts'
import { type Sentence, say, verbatim, withoutRepeats } from '../../core/sentence.ts'
import { withoutAddresses } from '../../core/text.ts'
import { explainCode } from '../../knowledge/explain-code.ts'
import { withFullStop } from '../../knowledge/full-stop.ts'
import { servicesBehind } from '../../knowledge/mail-services.ts'
import { isPrivateAddress } from '../../knowledge/providers.ts'
import { meaningOf, type ReplyMeaning } from '../../knowledge/replies.ts'
import { repliesIn } from '../../knowledge/reply-line.ts'
import { asksAdministrator } from '../../knowledge/reply-rows.ts'
import type { StagedReply } from '../../knowledge/reply-stage.ts'
import { mailRecords } from '../../probes/names/mail-records.ts'
import { greeting } from '../../probes/server/greeting.ts'

/** Replies that name a cause: quoted, with how sure they are and what the knowledge advises on the surest. */
export interface MatchedReply {
  evidence: readonly Sentence[]
  weight: number
  advice: readonly Sentence[]
  /** Every one of them is about the recipient's side; `undefined` where it may be of either, and was said of a recipient. */
  theirs: boolean | undefined
}

/**
 * What servers said, or the mail app recorded of them, that names the cause with this id. `counts` leaves out what is
 * known to be over, such as a refusal from before a sign-in that was accepted.
 */
export function matchedReplies(
  chart: Chart,
  id: string,
  counts: (role: Role, said: StagedReply) => boolean = () => true,
): MatchedReply | undefined {
  const named = meanings(chart).filter(({ said, meaning }) => meaning?.means === id && counts(roleOf(said), said))
  if (named.length === 0) return undefined
  const [first] = [...named].sort((one, other) => weightOf(other.said, other.meaning) - weightOf(one.said, one.meaning))
  return {
    evidence: withoutRepeats(named.map(({ evidence }) => evidence)).slice(0, 4),
    weight: Math.max(...named.map(({ said, meaning }) => weightOf(said, meaning))),
    theirs: theirsIn(named.map(({ said, meaning }) => whoseOf(said, meaning))),
    advice: first?.meaning && isFor(chart, first.meaning.advice) ? [withFullStop(first.meaning.advice)] : [],
  }
}

type Whose = ReplyMeaning['whose']

/** What may be of either was mostly said of the recipient, where it came with one. */
function whoseOf({ stage, protocol }: StagedReply, meaning: ReplyMeaning | undefined): Whose {
  if (protocol !== 'smtp') return 'ours'
  const whose = meaning?.whose ?? 'either'
  return whose === 'either' && stage !== undefined && stage !== 'rcpt' ? 'ours' : whose
}

function theirsIn(all: readonly Whose[]): boolean | undefined {
  if (all.includes('ours')) return false
  return all.every((one) => one === 'theirs') ? true : undefined
}

/** Nobody runs a private mailbox but its owner and the provider: whom to ask there is no administrator. */
function isFor({ account }: Chart, advice: Sentence): boolean {
  return !(asksAdministrator(advice) && isPrivateAddress(account.email))
}

/** The verdict on a cause that only a server can name. */
export function judgeReplies(said: MatchedReply | undefined): Verdict {
  return said ? present(said.weight, said.evidence) : absent
}

export function roleOf({ protocol }: StagedReply): Role {
  return protocol === 'smtp' ? 'outgoing' : 'incoming'
}

/** What one reply means here, where the other side's provider is known from the chart. */
export function meaningHere(chart: Chart, said: StagedReply): ReplyMeaning | undefined {
  return meaningOf(said, { providers: servicesOf(chart, roleOf(said)) })
}

/** Every provider and server software that one of the account's servers, its greeting and the exchangers betray. */
export function servicesOf(chart: Chart, role: Role): readonly string[] {
  const greeted = chart.fact(greeting)?.[role]?.reply?.text
  const exchangers = (chart.fact(mailRecords)?.mx ?? []).map((mx) => mx.exchange)
  const host = chart.account[role]?.host
  return servicesBehind([...(host ? [host] : []), ...exchangers], greeted === undefined ? [] : [greeted])
}

/** The last answer to a waiting message as a reply, where the mail app's record holds one; the last refusal of several. */
export function replyIn(record: string): StagedReply | undefined {
  const replies = repliesIn(record.slice(0, longest))
  return replies.findLast(({ code }) => /^([45]|NO$|BYE$|-ERR$)/.test(code))
}

/** More than any mail app records. */
const longest = 4_000

interface Meant {
  said: StagedReply
  meaning: ReplyMeaning | undefined
  evidence: Sentence
}

function meanings(chart: Chart): Meant[] {
  const heard = chart.replies().map((reply) => ({
    said: reply as StagedReply,
    meaning: meaningHere(chart, reply),
    evidence: quotedReply(reply, chart),
  }))
  return [
    ...heard,
    ...[...chart.messages.map(({ lastReply }) => lastReply), shownBy(chart)].flatMap((words) =>
      recorded(chart, words ?? ''),
    ),
  ]
}

/** What the app shows while mail waits: it may not stand beside any message. */
function shownBy({ messages, observation }: Chart): string | undefined {
  return messages.some(({ state }) => state === 'waiting') ? observation?.shownError : undefined
}

/** What the mail app keeps of a message: a reply of the server, or words of its own. */
function recorded(chart: Chart, record: string): Meant[] {
  const said = replyIn(record)
  const evidence = say('The server told the mail app: {record}', { record: verbatim(withoutAddresses(record)) })
  if (said) return [{ said, meaning: meaningHere(chart, said), evidence }]
  const told = explainCode(record)
  const [means] = told?.means ?? []
  // A number without words is judged where its family is known.
  if (!told || means === undefined || told.code !== '' || told.confidence === 'unpublished') return []
  const { meaning: cause, advice, confidence: certainty } = told
  const meaning = { id: '', means, whose: 'either', cause, advice, retry: 'after-fix', certainty } as const
  return [
    {
      said: { protocol: 'smtp', code: '', text: record },
      meaning,
      evidence: say('The mail app says: {record}', { record: verbatim(withoutAddresses(record)) }),
    },
  ]
}

/** "smtp.example.org said at RCPT: 550 5.1.1 User unknown". */
export function quotedReply(reply: Reply, { account }: Pick<Chart, 'account'>): Sentence {
  const named = reply.host ?? account[roleOf(reply)]?.host
  const host =
    named === undefined
      ? say('The {protocol} server', { protocol: verbatim(reply.protocol.toUpperCase()) })
      : verbatim(named)
  const words = withoutAddresses(replyText(reply))
  if (reply.told === 'mail-app') return say('{host} told the mail app: {words}', { host, words: verbatim(words) })
  if (reply.stage === 'greeting') return say('{host} said at its greeting: {words}', { host, words: verbatim(words) })
  if (reply.stage === 'auth') return say('{host} said at signing in: {words}', { host, words: verbatim(words) })
  return say('{host} said at {stage}: {words}', {
    host,
    stage: verbatim(reply.stage.toUpperCase()),
    words: verbatim(words),
  })
}

const sureness = { high: 0.9, medium: 0.7, low: 0.5 }

/** Waiting mail is the outgoing server's affair: what the incoming one says weighs less. */
function weightOf(said: StagedReply, meaning: ReplyMeaning | undefined): number {
  return sureness[meaning?.certainty ?? 'low'] * (said.protocol === 'smtp' ? 1 : 0.6)
}

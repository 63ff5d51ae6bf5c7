import { maskWords } from '../../core/disguise.ts'
import { domainOf } from '../../core/mail.ts'
import { type Probe, type ProbeContext, Skipped, skipped, type Telling, Unknown } from '../../core/probe.ts'
import { minutesAgo } from '../../core/quantities.ts'
import type { Reply } from '../../core/reply.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { SignInPermit } from '../../core/sign-ins.ts'
import type { Instant, Millis } from '../../core/time.ts'
import type { Handshake, MailLogin } from '../../core/world.ts'
import { cleanedReply, judgesPassword } from '../../knowledge/replies.ts'
import { type Envelope, type EnvelopeAnswer, tryEnvelope } from '../../wire/envelope.ts'
import { type ServerConversation, serverConversations } from '../lib/per-server.ts'
import { withoutLogin } from '../lib/secrecy.ts'
import { waitingEnvelope } from '../lib/waiting-envelope.ts'
import { isTrustworthy, judgedChain } from '../tls/certificate.ts'
import { accessMayBeSwitched, signIn } from './sign-in.ts'

/** MAIL FROM and RCPT TO, then RSET: nothing is sent. */
export interface SendingRights {
  host: string
  /** How far it went before the server refused. */
  outcome: 'allowed' | 'refused-sender' | 'refused-recipient' | 'broken-off'
  sender?: Reply
  /** One per recipient tried, in order; no recipient is named. */
  recipients: readonly Reply[]
  /** The server let the account in. */
  signedIn: boolean
  /** What ended it before the sender was judged. */
  refusal?: Reply
  ms: Millis
  /** The waiting messages it was about, by their opaque ids; none where it was tried to oneself. */
  messages: readonly string[]
  askedAt: Instant
  /** How long ago that was, where it is known from an earlier time and was not asked again. */
  ago?: Millis
}

export const sendingRights: Probe<SendingRights> = {
  id: 'sending-rights',
  remembered: true,
  question: say('May this account send, from this address to these?'),
  layer: 'signing-in',
  budget: 20_000,
  after: [signIn],
  last: true,
  when: (exam) =>
    exam.account.outgoing?.protocol === 'smtp' && (mayAsk(exam) || knownOf(exam, sendingRights) !== undefined),
  ask: async (exam, signal) => {
    const known = knownOf(exam, sendingRights)
    if (!mayAsk(exam)) return known ?? skipped(signIn)
    const byItself = !exam.deep && exam.trial?.by === 'watch'
    const isFresh = known !== undefined && (known.ago ?? 0) < freshFor
    if (byItself && known && (isFresh || !exam.trial?.anew)) return known
    if (byItself && !exam.unexplained()) return known ?? skipped(signIn)
    const visit = serverConversations(exam).find(({ role }) => role === 'outgoing')
    const address = await visit?.conversation.opened
    if (!visit || !address || !mayTry(exam, visit)) return known ?? skipped(signIn)
    const found = await look(exam, visit, address, signal).catch((error: unknown) => {
      // Where it may not be asked anew, what it said last still stands.
      if (byItself && known && error instanceof Unknown) return known
      throw error
    })
    return found instanceof Skipped ? (known ?? found) : found
  },
  describe: tell,
  replies: ({ sender, recipients, refusal }) => [refusal, sender, ...recipients].filter((reply) => reply !== undefined),
}

function mayAsk({ deep, trial, canSignIn, account }: ProbeContext): boolean {
  if (deep) return canSignIn
  return trial !== undefined && (canSignIn || (trial.by === 'person' && account.outgoing?.auth === 'none'))
}

const hour: Millis = 3_600_000
/** Whoever checks twice in a row hears the same, and the server is asked once. */
const freshFor: Millis = 5 * 60_000
/** What a server says for now is over soon; what it says for good holds as long as the same mail waits, but not for ever. */
const holds = { forNow: hour, forGood: 72 * hour }

/** What it said lately of the very messages that still wait. */
function knownOf(
  { past, messages, account, world: { clock } }: ProbeContext,
  probe: Probe<SendingRights>,
): SendingRights | undefined {
  const fact = past.last(probe)?.fact
  // Before 1.4 it was not written down which messages it was about.
  if (!fact?.messages?.length || fact.host !== account.outgoing?.host) return undefined
  const waiting = new Set(messages.flatMap(({ state, id }) => (state === 'waiting' ? id : [])))
  const ago = Math.abs(clock.now() - fact.askedAt)
  const isOver = ago > (isForNow(fact) ? holds.forNow : holds.forGood)
  return isOver || !fact.messages.every((id) => waiting.has(id)) ? undefined : { ...fact, ago }
}

function isForNow({ outcome, sender, recipients, refusal }: SendingRights): boolean {
  return outcome === 'broken-off' || [refusal, sender, ...recipients].some((reply) => reply?.code.startsWith('4'))
}

/** Where signing in worked, now or not long ago, or where the account is set not to sign in. */
function mayTry({ chart, deep }: ProbeContext, { server }: ServerConversation): boolean {
  const signed = chart.fact(signIn)?.outgoing
  if (server.auth === 'none' || signed?.outcome === 'accepted') return true
  if (!deep && signed?.outcome === 'not-tried' && signed.why !== undefined) {
    if (signed.remembered) return true
    throw new Unknown(signed.why)
  }
  return false
}

async function look(
  exam: ProbeContext,
  { server }: ServerConversation,
  address: string,
  signal: AbortSignal,
): Promise<SendingRights | Skipped> {
  const { account, messages, world } = exam
  const secret = server.auth === 'none' ? undefined : await world.secrets.read(account.id)
  if (server.auth !== 'none' && !secret) return skipped(signIn)
  const login = secret && { ...secret, username: server.username ?? account.email }
  const permit = login && (await exam.signIns.mayTry({ ...login, protocol: 'smtp', host: server.host }, 'trial'))
  if (permit && !permit.may) throw new Unknown(heldBack(permit, server.host))
  if (!exam.deep && exam.trial?.begin() === false) {
    permit?.ended('not-said')
    return skipped(signIn)
  }
  // Another machine may answer this time: the certificate is judged again before anything private is said.
  const trusted = async (handshake: Handshake | undefined) =>
    handshake?.outcome === 'secured'
      ? isTrustworthy(await judgedChain(exam, handshake.chain, server.host, signal), server.host)
      : exam.deep && server.security === 'none' && !login
  const [began, askedAt] = [world.clock.elapsed(), world.clock.now()]
  const { envelope, messages: about } = waitingEnvelope(account, messages)
  const answer = await tryEnvelope(exam, server, address, { ...envelope, ...(login && { login }) }, trusted, signal)
  permit?.ended(outcomeOfSignIn(answer, server.host))
  const ms = Math.round(world.clock.elapsed() - began)
  return {
    host: server.host,
    ...found(answer, cleanFor(envelope, login)),
    ms,
    messages: about,
    askedAt,
    signedIn: login !== undefined && answer.sender !== undefined,
  }
}

function heldBack({ since }: Extract<SignInPermit, { may: false }>, host: string): Sentence {
  return since === 'refused'
    ? say('{host} refused the same password before, so it is not said again.', { host: verbatim(host) })
    : say('{host} was given the password as often as it may be without locking the account. It is asked again later.', {
        host: verbatim(host),
      })
}

/** How the sign-in of a trial ended, for those who remember it. */
function outcomeOfSignIn({ sender, refusal }: EnvelopeAnswer, host: string): string {
  if (sender) return 'accepted'
  if (refusal?.stage !== 'auth') return 'broken-off'
  if (!judgesPassword(refusal)) return 'not-judged'
  return accessMayBeSwitched(host) ? 'perhaps-refused' : 'refused'
}

/** A server likes to repeat whom it refuses, by the whole address or by the name in it. */
function cleanFor({ sender, recipients }: Envelope, login: MailLogin | undefined): (reply: Reply) => Reply {
  const addresses = [sender, ...recipients]
  const names = addresses.map((one) => one.slice(0, one.length - domainOf(one).length - 1))
  const masked = maskWords([...addresses, ...names], '<address>')
  return (reply) => cleanedReply(login ? withoutLogin(reply, login) : reply, masked)
}

function found(
  { sender, recipients, refusal, broken }: EnvelopeAnswer,
  clean: (reply: Reply) => Reply,
): Pick<SendingRights, 'outcome' | 'sender' | 'recipients' | 'refusal'> {
  const replies = {
    recipients: recipients.map(clean),
    ...(sender && { sender: clean(sender) }),
    ...(refusal && { refusal: clean(refusal) }),
  }
  if (sender && !accepts(sender)) return { outcome: 'refused-sender', ...replies }
  if (recipients.some((reply) => !accepts(reply))) return { outcome: 'refused-recipient', ...replies }
  return { outcome: broken ? 'broken-off' : 'allowed', ...replies }
}

function accepts({ code }: Reply): boolean {
  return code.startsWith('2')
}

function tell({ host, outcome, sender, recipients, refusal, ago }: SendingRights): Telling {
  const refused = recipients.find((reply) => !accepts(reply))
  const words = (reply: Reply | undefined) => verbatim(reply ? `: ${reply.code} ${reply.text}` : '')
  if (ago !== undefined) {
    const then = minutesAgo(ago)
    if (outcome === 'allowed')
      return {
        tone: 'good',
        line: say('{host} would have taken this mail {ago}', { host: verbatim(host), ago: then }),
      }
    const said = words(refusal ?? (outcome === 'refused-sender' ? sender : refused))
    return {
      tone: 'bad',
      line: say('{host} did not take this mail {ago}{said}', { host: verbatim(host), ago: then, said }),
    }
  }
  if (outcome === 'allowed')
    return { tone: 'good', line: say('{host} would take mail from this address', { host: verbatim(host) }) }
  if (outcome === 'refused-sender')
    return {
      tone: 'bad',
      line: say('{host} refuses the sender{words}', { host: verbatim(host), words: words(sender) }),
    }
  if (outcome === 'refused-recipient')
    return {
      tone: 'bad',
      line: say('{host} refuses a recipient{words}', { host: verbatim(host), words: words(refused) }),
    }
  return {
    tone: 'bad',
    line: say('{host} broke off before it had decided{words}', { host: verbatim(host), words: words(refusal) }),
  }
}

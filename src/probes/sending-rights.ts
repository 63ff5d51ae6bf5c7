import type { Account, Message } from '../core/mail.ts'
import { type Examination, type Probe, type Skipped, skipped, type Telling, Unknown } from '../core/probe.ts'
import type { Reply } from '../core/reply.ts'
import type { Millis } from '../core/time.ts'
import type { Handshake } from '../core/world.ts'
import { type Envelope, type EnvelopeAnswer, tryEnvelope } from '../wire/envelope.ts'
import { isTrustworthy, judged } from './certificate.ts'
import { type Visit, visits } from './per-server.ts'
import { withoutLogin } from './secrecy.ts'
import { signIn } from './sign-in.ts'

/** MAIL FROM and RCPT TO, then RSET: nothing is sent. */
export interface SendingRights {
  host: string
  /** How far it went before the server refused. */
  outcome: 'allowed' | 'refused-sender' | 'refused-recipient' | 'broken-off'
  sender?: Reply
  /** One per recipient tried, in order; no recipient is named. */
  recipients: readonly Reply[]
  /** What ended it before the sender was judged. */
  refusal?: Reply
  ms: Millis
}

export const sendingRights: Probe<SendingRights> = {
  id: 'sending-rights',
  question: 'May this account send, from this address to these?',
  layer: 'signing-in',
  budget: 20_000,
  after: [signIn],
  when: ({ deep, canSignIn, account }) => deep && canSignIn && account.outgoing?.protocol === 'smtp',
  ask: async (exam, signal) => {
    const visit = visits(exam).find(({ role }) => role === 'outgoing')
    const address = await visit?.conversation.opened
    return visit && address && mayTry(exam, visit) ? look(exam, visit, address, signal) : skipped(signIn)
  },
  tell,
  replies: ({ sender, recipients, refusal }) => [refusal, sender, ...recipients].filter((reply) => reply !== undefined),
}

/** Where signing in worked, or where the account is set not to sign in. */
function mayTry({ chart }: Examination, { server }: Visit): boolean {
  return server.auth === 'none' || chart.fact(signIn)?.outgoing?.outcome === 'accepted'
}

async function look(
  exam: Examination,
  { server }: Visit,
  address: string,
  signal: AbortSignal,
): Promise<SendingRights | Skipped> {
  const { account, messages, world } = exam
  const secret = server.auth === 'none' ? undefined : await world.secrets.read(account.id)
  if (server.auth !== 'none' && !secret) return skipped(signIn)
  const login = secret && { ...secret, username: server.username ?? account.email }
  const permit = login && (await exam.signIns.mayTry({ ...login, protocol: 'smtp', host: server.host }))
  if (permit && !permit.may)
    throw new Unknown(
      `${server.host} was given the password as often as it may be without locking the account. It is asked again later.`,
    )
  // Another machine may answer this time: the certificate is judged again before the secret is said.
  const trusted = async (handshake: Handshake | undefined) =>
    handshake?.outcome === 'secured'
      ? isTrustworthy(await judged(exam, handshake.chain, server.host, signal), server.host)
      : server.security === 'none' && !login
  const began = world.clock.elapsed()
  const envelope = { ...envelopeOf(account, messages), ...(login && { login }) }
  const answer = await tryEnvelope(exam, server, address, envelope, trusted, signal)
  const ms = Math.round(world.clock.elapsed() - began)
  const clean = (reply: Reply) => (login ? withoutLogin(reply, login) : reply)
  return { host: server.host, ...found(answer, clean), ms }
}

const mostRecipients = 10

/** As the waiting messages would be sent; to oneself where none waits. */
function envelopeOf(account: Account, messages: readonly Message[]): Envelope {
  const waiting = messages.filter(({ state }) => state === 'waiting')
  const recipients = [...new Set(waiting.flatMap((message) => message.recipients ?? []))].filter(isSayable)
  const sender = waiting.map((message) => message.sender ?? '').find(isSayable) ?? account.email
  const sizes = waiting.map(({ size, rawSize = 0 }) => size ?? Math.ceil((rawSize * base64Growth) / 100))
  return {
    sender,
    recipients: recipients.length > 0 ? recipients.slice(0, mostRecipients) : [account.email],
    size: Math.max(0, ...sizes),
  }
}

/** In per cent: four characters for three bytes, and a line end after each 76. */
const base64Growth = 137

/** What fits between the angle brackets of one command line; anything else is malformed and a matter for others. */
function isSayable(address: string): boolean {
  return /^[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+$/u.test(address) && address.length <= 320
}

function found(
  { sender, recipients, refusal, broken }: EnvelopeAnswer,
  clean: (reply: Reply) => Reply,
): Omit<SendingRights, 'host' | 'ms'> {
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

function tell({ host, outcome, sender, recipients, refusal }: SendingRights): Telling {
  if (outcome === 'allowed') return { tone: 'good', line: `${host} would take mail from this address` }
  const refused = recipients.find((reply) => !accepts(reply))
  const words = (reply: Reply | undefined) => (reply ? `: ${reply.code} ${reply.text}` : '')
  if (outcome === 'refused-sender') return { tone: 'bad', line: `${host} refuses the sender${words(sender)}` }
  if (outcome === 'refused-recipient') return { tone: 'bad', line: `${host} refuses a recipient${words(refused)}` }
  return { tone: 'bad', line: `${host} broke off before it had decided${words(refusal)}` }
}

import type { ProbeContext } from '../core/probe.ts'
import type { Reply } from '../core/reply.ts'
import type { Millis } from '../core/time.ts'
import type { Handshake, MailLogin } from '../core/world.ts'
import type { LineServer } from './conversation.ts'
import { isPositive } from './engine.ts'
import { authOf, hasKeyword } from './keywords.ts'
import { authenticate } from './sasl.ts'
import { stepTimeoutsMs, WireSession } from './session.ts'
import { runSessionSteps, StepResults } from './session-steps.ts'
import { smtp, smtpCommand } from './smtp.ts'
import { TranscriptWriter } from './transcript.ts'

/** What would be sent, if it were sent. */
export interface Envelope {
  sender: string
  recipients: readonly string[]
  /** Bytes, told where the server has SIZE. */
  size?: number
  login?: MailLogin
}

export interface EnvelopeAnswer {
  /** The refusal that ended it before the sender was judged. */
  refusal?: Reply
  sender?: Reply
  /** One for each recipient that was named, in order. */
  recipients: readonly Reply[]
  /** The server went silent or away before the end. */
  broken: boolean
}

const nothing: EnvelopeAnswer = { recipients: [], broken: true }
const timeoutMs: Millis = 17_000

/**
 * Signs in, names the sender and the recipients, and takes all back (RSET): no message is begun, DATA is never said.
 * `trusted` judges the handshake before anything private is said.
 */
export async function tryEnvelope(
  { world: { net, clock } }: Pick<ProbeContext, 'world'>,
  server: LineServer,
  address: string,
  envelope: Envelope,
  trusted: (handshake: Handshake | undefined) => Promise<boolean>,
  signal: AbortSignal,
): Promise<EnvelopeAnswer> {
  const ends = clock.elapsed() + timeoutMs
  const { connection } = await net.connect(address, server.port, stepTimeoutsMs.connect, signal)
  if (!connection) return nothing
  const close = () => connection.close()
  signal.addEventListener('abort', close, { once: true })
  try {
    const session = new WireSession(connection, server.host, clock, new TranscriptWriter(clock), ends)
    const keywords = await climb(session, server, trusted)
    return keywords ? await propose(session, envelope, keywords) : nothing
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}

/** The steps of a conversation, to the capabilities behind trusted encryption. */
async function climb(
  session: WireSession,
  server: LineServer,
  trusted: (handshake: Handshake | undefined) => Promise<boolean>,
): Promise<readonly string[] | undefined> {
  const results = new StepResults()
  const top = await runSessionSteps({ session, engine: smtp, server, results, since: () => 0 })
  results.settle({ steps: [] })
  const handshake = (await results.secured.promise)?.handshake
  return top && (await trusted(handshake)) ? (await results.capable.promise)?.after : undefined
}

async function propose(
  session: WireSession,
  { sender, recipients, size, login }: Envelope,
  keywords: readonly string[],
): Promise<EnvelopeAnswer> {
  const signed = login && (await authenticate(session, login, authOf(keywords, 'smtp')))
  if (signed && !isPositive(signed)) return { ...nothing, ...('reply' in signed && { refusal: signed.reply }) }
  const room = size && hasKeyword(keywords, 'SIZE') ? ` SIZE=${size}` : ''
  const { outcome } = await smtpCommand(session, `MAIL FROM:<${sender}>${room}`, 'mail', 'MAIL FROM:<…>')
  if (!('reply' in outcome)) return nothing
  const named = isPositive(outcome) ? await nameEach(session, recipients) : { recipients: [], broken: false }
  if (!named.broken) {
    await smtpCommand(session, 'RSET', 'mail')
    await smtp.goodbye(session)
  }
  return { sender: outcome.reply, ...named }
}

async function nameEach(
  session: WireSession,
  all: readonly string[],
): Promise<{ recipients: Reply[]; broken: boolean }> {
  const recipients: Reply[] = []
  for (const one of all) {
    const { outcome } = await smtpCommand(session, `RCPT TO:<${one}>`, 'rcpt', 'RCPT TO:<…>')
    if (!('reply' in outcome)) return { recipients, broken: true }
    recipients.push(outcome.reply)
    // The server has said goodbye.
    if (outcome.reply.code === '421') return { recipients, broken: true }
  }
  return { recipients, broken: false }
}

import { type Account, domainOf, type LineProtocol, type Server } from '../core/mail.ts'
import type { RoundTrip, RoundTripMemory } from '../core/round-trip.ts'
import { duration, type Sentence, say, verbatim } from '../core/sentence.ts'
import type { SignInPurpose, SignIns } from '../core/sign-ins.ts'
import { withoutAddresses } from '../core/text.ts'
import type { Instant, Millis } from '../core/time.ts'
import type { FileSentAnswer, LocateAnswer, MailLogin, PutAwayAnswer, SendAnswer, World } from '../core/world.ts'
import { judgesPassword } from '../knowledge/replies.ts'
import { accessMayBeSwitched } from '../probes/sign-in/sign-in.ts'

/** Since it was sent: most mail to oneself is there within seconds, and a server that wants to see a sender twice takes minutes. */
const looksAtMs: readonly Millis[] = [2, 5, 10, 20, 40, 60, 120, 300].map((seconds) => seconds * 1_000)
const day: Millis = 86_400_000
const mostInADay = 6
/** INTERNALDATE has whole seconds, and clocks that are set by the network differ by less. */
const clockTolerance: Millis = 2_000

export interface RoundTripRequest {
  world: Pick<World, 'net' | 'secrets' | 'clock'>
  signIns: SignIns
  memory: RoundTripMemory
  account: Account
  /** This Mac's clock minus the true time, as far as it is known. */
  clockOffset?: Millis
  /** What it is doing, line by line. */
  report?(line: Sentence): void
  signal: AbortSignal
}

type Of<P extends LineProtocol> = Server & { protocol: P }

/** The servers of an account that can take a message of ours and be searched for it; `undefined` where it has no such. */
export function roundTripEnds({
  email,
  outgoing,
  incoming,
}: Pick<Account, 'email' | 'outgoing' | 'incoming'>): { outgoing: Of<'smtp'>; incoming: Of<'imap'> } | undefined {
  if (!outgoing || !incoming || !speaks(outgoing, 'smtp') || !speaks(incoming, 'imap')) return undefined
  return domainOf(email) === '' ? undefined : { outgoing, incoming }
}

function speaks<P extends LineProtocol>(server: Server, protocol: P): server is Of<P> {
  return server.protocol === protocol
}

/** One message to oneself: sent, looked for, timed, and put into the trash. Throws only when aborted. */
export async function roundTrip(request: RoundTripRequest): Promise<RoundTrip> {
  const { world, account, memory, signal, report = () => {} } = request
  const { clock, net } = world
  const ends = roundTripEnds(account)
  if (!ends) return notSent(say('Only an account that sends by SMTP and receives by IMAP can be tried this way.'))
  const secret = await world.secrets.read(account.id)
  if (!secret) return notSent(say('No password is kept for this account, so nothing could be sent.'))
  const { outgoing, incoming } = ends
  if (outgoing.security === 'none' || incoming.security === 'none')
    return notSent(say('A password is never sent without encryption.'))
  if (memory.countSince(account.id, clock.now() - day) >= mostInADay)
    return notSent(say('Six such messages were sent within a day. Please try again tomorrow.'))
  await tidyUp(request)
  const mark = randomMark()
  const messageId = messageIdOf(account, mark)
  const visit = serverVisitor(request, secret, 'trial')
  const begun = memory.begin(account.id, mark, clock.now())
  if (!begun) return notSent(say('Nothing was sent, because it could not be written down first.'))
  const mail = { address: account.email, subject: 'A test by Outbox Doctor', text: words, messageId }
  report(say('Sending by {host}.', { host: hostOf(outgoing) }))
  const began = clock.elapsed()
  const sent = await visit(outgoing, (address, login) => net.send(outgoing, address, login, mail, signal))
  if ('why' in sent) {
    memory.ended(mark)
    return notSent(sent.why)
  }
  if (sent.outcome !== 'accepted') {
    // Who said no has not taken it. Where the line broke, nobody knows.
    const isRefused = sent.reply !== undefined
    if (isRefused || sent.outcome === 'no-common-method') memory.ended(mark)
    const why = say('The server did not take the message: {why}', { why: verbatim(wordsOf(sent)) })
    return { ...notSent(why), ...(isRefused && { refused: true }) }
  }
  const [accepted, acceptedAt] = [clock.elapsed(), clock.now()]
  const sendingMs = accepted - began
  report(say('The server took it after {took}. Looking for it.', { took: rounded(sendingMs) }))
  for (const at of looksAtMs) {
    await clock.wait(Math.max(0, accepted + at - clock.elapsed()), signal)
    const everywhere = at === looksAtMs.at(-1)
    const found = await visit(incoming, (address, login) =>
      net.locate(incoming, address, login, { messageId, everywhere }, signal),
    )
    const wholeMs = clock.elapsed() - began
    if ('why' in found) return { outcome: 'not-looked-for', sendingMs, why: found.why }
    if (found.outcome === 'not-there') continue
    if (found.outcome !== 'found') {
      const why = say('It was sent, but could not be looked for: {why}', { why: verbatim(wordsOf(found)) })
      return { outcome: 'not-looked-for', sendingMs, why }
    }
    const gone = await visit(incoming, (address, login) => net.putAway(incoming, address, login, messageId, signal))
    const tidied = 'moved' in gone && gone.moved > 0 && gone.left === 0
    // What cannot be moved today, cannot tomorrow.
    if ('moved' in gone) memory.ended(mark)
    const deliveryMs = deliveryOf(found.arrivedAt, acceptedAt - (request.clockOffset ?? 0), wholeMs - sendingMs)
    return {
      outcome: 'arrived',
      place: found.place,
      sendingMs,
      ...(deliveryMs !== undefined && { deliveryMs }),
      wholeMs,
      tidied,
    }
  }
  return { outcome: 'not-arrived', sendingMs, wholeMs: clock.elapsed() - began }
}

/**
 * Puts those into the trash that came late, or whose process died. One that has not come within a day is given up.
 * Signs in only where there is one. Throws only when aborted.
 */
export async function tidyUp(
  { world, account, memory, signal, ...request }: Omit<RoundTripRequest, 'report' | 'clockOffset'>,
  purpose: SignInPurpose = 'trial',
): Promise<void> {
  const left = memory.left(account.id)
  const ends = roundTripEnds(account)
  if (left.length === 0 || !ends || ends.incoming.security === 'none') return
  const secret = await world.secrets.read(account.id)
  if (!secret) return
  const visit = serverVisitor({ world, account, signal, ...request }, secret, purpose)
  for (const { mark, at } of left.slice(0, mostInADay)) {
    const messageId = messageIdOf(account, mark)
    const gone = await visit(ends.incoming, (address, login) =>
      world.net.putAway(ends.incoming, address, login, messageId, signal),
    )
    if (!('moved' in gone)) return
    if (gone.moved + gone.left > 0 || at < world.clock.now() - day) memory.ended(mark)
  }
}

/** 128 bits. */
const randomMark = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Of the sender's own domain, so that nobody takes it for forged; nobody else can know it. */
function messageIdOf({ email }: Pick<Account, 'email'>, mark: string): string {
  return `<outbox-doctor.${mark}@${domainOf(email)}>`
}

const words = 'Outbox Doctor sent this message to see whether sending works. You may delete it.\n'

type Answer = SendAnswer | LocateAnswer | PutAwayAnswer | FileSentAnswer
type Secret = NonNullable<Awaited<ReturnType<World['secrets']['read']>>>

/** Looks a server up and lets `work` sign in there, if the password may be said to it now. */
export function serverVisitor(
  { world, signIns, account, signal }: Pick<RoundTripRequest, 'world' | 'signIns' | 'account' | 'signal'>,
  { secret, method }: Secret,
  purpose: SignInPurpose,
) {
  return async <A extends Answer>(
    server: Of<LineProtocol>,
    work: (address: string, login: MailLogin) => Promise<A>,
  ): Promise<A | { why: Sentence }> => {
    const host = hostOf(server)
    const { records } = await world.net.lookup(server.host, signal)
    const [first] = records
    if (!first) return { why: say('The name {host} could not be looked up.', { host }) }
    const login: MailLogin = { username: server.username ?? account.email, secret, method }
    const permit = await signIns.mayTry({ ...login, protocol: server.protocol, host: server.host }, purpose)
    if (!permit.may)
      return {
        why: say('{host} was given this password before, and is not given it again for now.', { host }),
      }
    const answer = await work(first.address, login)
    permit.ended(signInOutcome(answer, server.host))
    return answer
  }
}

const behindTheSignIn: readonly string[] = [
  'found',
  'not-there',
  'done',
  'filed',
  'already-there',
  'unconfirmed',
  'no-folder',
]

/** For those who remember it: a password counts as wrong only where the server says so. */
function signInOutcome(answer: Answer, host: string): string {
  if (answer.outcome !== 'refused') {
    return behindTheSignIn.includes(answer.outcome) ? 'accepted' : answer.outcome
  }
  const { reply } = answer
  if (reply?.stage !== 'auth') return 'accepted'
  if (!judgesPassword(reply)) return 'not-judged'
  return accessMayBeSwitched(host) ? 'perhaps-refused' : 'refused'
}

/** Only where the server's clock makes sense beside ours. */
function deliveryOf(arrivedAt: Instant | undefined, sentAt: Instant, searchedMs: Millis): Millis | undefined {
  if (arrivedAt === undefined) return undefined
  const ms = arrivedAt - sentAt
  return ms < -clockTolerance || ms > searchedMs + clockTolerance ? undefined : Math.max(0, ms)
}

const notSent = (why: Sentence) => ({ outcome: 'not-sent' as const, why })

const hostOf = ({ host }: Server) => verbatim(withoutAddresses(host, 100))

function wordsOf(answer: Answer): string {
  const { reply, code } = answer as SendAnswer
  return reply ? `${reply.code} ${reply.text}` : (code ?? answer.outcome)
}

const rounded = (ms: Millis) => duration(1_000 * Math.max(1, Math.round(ms / 1_000)))

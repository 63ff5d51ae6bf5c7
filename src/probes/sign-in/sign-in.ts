import { type PerServer, type Role, roles } from '../../core/mail.ts'
import { type Probe, type ProbeContext, Skipped, type Telling, Unknown } from '../../core/probe.ts'
import { minutesAgo } from '../../core/quantities.ts'
import { duration, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { SignInPermit, SignIns } from '../../core/sign-ins.ts'
import type { Instant } from '../../core/time.ts'
import type { MailLogin, Secrets, SignInAnswer, World } from '../../core/world.ts'
import { providersOfHost } from '../../knowledge/providers.ts'
import { judgesPassword } from '../../knowledge/replies.ts'
import type { LineServer } from '../../wire/conversation.ts'
import { isOnThisMac } from '../lib/host-name.ts'
import { askEach, describeEach, hasLineServer, type ServerConversation } from '../lib/per-server.ts'
import { tryServer } from '../lib/try-server.ts'
import { serverPorts } from '../path/server-ports.ts'
import { capabilities } from '../server/capabilities.ts'
import { certificate, isTrustworthy } from '../tls/certificate.ts'

/**
 * `not-judged`: the server did not let the account in, and did not say that it is because of the password.
 * `held-back`: it was asked so often lately that one more try might lock the account.
 */
export type SignInFact = PerServer<
  Omit<SignInAnswer, 'outcome'> & {
    host: string
    outcome: SignInAnswer['outcome'] | 'not-judged' | 'not-tried' | 'held-back'
    why?: Sentence
    /** Of the secret; opaque, changes with it. */
    version?: string
    /** From an earlier time: the same secret was refused then, or accepted not long ago, and is not tried again. */
    remembered?: boolean
    /** When that was, where it is known. */
    at?: Instant
  }
>

type One = NonNullable<SignInFact['outgoing']>
type Secret = NonNullable<Awaited<ReturnType<Secrets['read']>>>

export const signIn: Probe<SignInFact> = {
  id: 'sign-in',
  remembered: true,
  question: say('Do the servers accept the password?'),
  layer: 'signing-in',
  decides: 'works',
  budget: 20_000,
  after: [capabilities, certificate],
  vital: true,
  when: (exam) => exam.canSignIn && hasLineServer(exam),
  ask: async (exam, signal, sofar) => {
    const secret = await exam.world.secrets.read(exam.account.id)
    if (!secret) throw new Unknown(say('The password for this account could not be read.'))
    const fact = await askEach(exam, sofar, serverPorts, (visit) => tryOnce(exam, visit, secret, signal))
    if (fact instanceof Skipped) return fact
    const each = roles.flatMap((role) => fact[role] ?? [])
    const held = each.find(({ outcome }) => outcome === 'held-back')
    // What was not asked is not known to be well; only what is wrong is known all the same.
    if (held && each.every((one) => one === held || isWell(one))) throw new Unknown(tooOften(held))
    return fact
  },
  describe: (fact, chart) => describeEach(fact, chart, (one) => tell(one, chart.at)),
  replies: (fact) => roles.flatMap((role) => fact[role]?.reply ?? []),
}

async function tryOnce(
  exam: ProbeContext,
  visit: ServerConversation,
  secret: Secret,
  signal: AbortSignal,
): Promise<One | undefined> {
  const { role, server, conversation } = visit
  const { host } = server
  const { method, version } = secret
  const address = await conversation.opened
  if (!address) return undefined
  const why = reasonNotTo(exam, visit, method)
  if (why) return { host, outcome: 'not-tried', why, ms: 0 }
  const last = exam.past.last(signIn)
  const again = last && refusedAgain(last, role, { host, version })
  const isFresh = last !== undefined && exam.world.clock.now() - last.at < switchTime
  if (again && (isFresh || !accessMayBeSwitched(host))) return again
  const login = { username: server.username ?? exam.account.email, secret: secret.secret, method }
  const permit = await exam.signIns.mayTry({ ...login, protocol: server.protocol, host })
  if (!permit.may)
    return again && permit.since !== 'accepted' ? again : { host, version, ms: 0, ...insteadOf(exam, role, permit) }
  return { ...(await said(exam.world, { server, address, login }, permit, signal)), version }
}

/** The refusal that is known of this secret at this server. */
function refusedAgain(
  { fact, at }: { fact: SignInFact; at: Instant },
  role: Role,
  { host, version }: Pick<One, 'host' | 'version'>,
): One | undefined {
  const before = fact[role]
  const isSame = before?.outcome === 'refused' && before.version === version && before.host === host
  return isSame ? { ...before, remembered: true, at: before.at ?? at } : undefined
}

/** The sign-in itself, once it may be made, and what is remembered of it. */
async function said(
  { net }: Pick<World, 'net'>,
  { server, address, login }: { server: LineServer; address: string; login: MailLogin },
  permit: Extract<SignInPermit, { may: true }>,
  signal: AbortSignal,
): Promise<One> {
  const { host } = server
  const answer = await net.signIn(server, address, login, signal)
  const judged = answer.outcome !== 'refused' || !answer.reply || judgesPassword(answer.reply)
  const outcome = judged ? answer.outcome : 'not-judged'
  permit.ended(outcome === 'refused' && accessMayBeSwitched(host) ? 'perhaps-refused' : outcome)
  return { ...answer, host, outcome }
}

/**
 * Tries one password that was typed just now at one server, once, as the probe does: only on an encrypted connection to a server whose
 * certificate is in order, and no oftener than it may be. Why it was not accepted, in a line; nothing where it was.
 */
export async function whyNotAccepted(
  { world, signIns }: { world: World; signIns: SignIns },
  { role, server, login }: { role: Role; server: LineServer; login: MailLogin },
  signal: AbortSignal,
): Promise<Sentence | undefined> {
  const host = verbatim(server.host)
  if (server.security === 'none') return say('A password is never sent without encryption.')
  const { secured, trustworthy, address } = await tryServer(world, role, server, signal)
  if (!secured || address === undefined) return say('There is no encrypted connection to sign in on.')
  if (!trustworthy) return say('A password is never sent to a server whose certificate is not in order.')
  const permit = await signIns.mayTry({ ...login, protocol: server.protocol, host: server.host }, 'typed')
  if (permit.may) {
    const one = await said(world, { server, address, login }, permit, signal)
    return one.outcome === 'accepted' ? undefined : say('{line}.', { line: tell(one, world.clock.now()).line })
  }
  if (permit.since === 'accepted') return undefined
  return permit.since === 'refused'
    ? say('{host} refused the same password before, so it is not said again.', { host })
    : tooOften({ host: server.host })
}

/** What is known without saying the secret once more. */
function insteadOf(
  { past, messages }: ProbeContext,
  role: Role,
  { since, at }: Extract<SignInPermit, { may: false }>,
): Pick<One, 'outcome' | 'why' | 'remembered' | 'at' | 'reply'> {
  if (since === 'often') return { outcome: 'held-back' }
  if (since === 'refused') {
    const reply = past.last(signIn, 'bad')?.fact[role]?.reply
    return { outcome: 'refused', remembered: true, at, ...(reply && { reply }) }
  }
  // Mail that waits since later may wait because the password was changed in between.
  const isOlder = messages.every(({ state, waitingSince }) => state !== 'waiting' || waitingSince <= at)
  if (!isOlder)
    return {
      outcome: 'not-tried',
      remembered: true,
      why: say('It accepted this password shortly before this mail waited.'),
    }
  return { outcome: 'accepted', remembered: true, at }
}

const isWell = ({ outcome }: One): boolean =>
  outcome === 'accepted' || outcome === 'not-tried' || outcome === 'held-back'

function tooOften({ host }: Pick<One, 'host'>): Sentence {
  return say(
    '{host} was given the password as often as it may be without locking the account. It is asked again later.',
    { host: verbatim(host) },
  )
}

/** Where mail apps are allowed in by a switch on the website, the same password may be accepted a while later. */
export function accessMayBeSwitched(host: string): boolean {
  return providersOfHost(host).some(({ switchedOn }) => switchedOn !== null)
}
const switchTime = 10 * 60_000

/** A secret is said only where it belongs, and only to a server that is who it says it is. */
function reasonNotTo(
  { chart }: ProbeContext,
  { role, server }: ServerConversation,
  method: Secret['method'],
): Sentence | undefined {
  const { auth = 'password', security } = server
  if (auth === 'none') return say('The account is set not to sign in here.')
  if (auth === 'kerberos' || auth === 'ntlm') return say('The account signs in here by the company’s own service.')
  if (auth === 'oauth2' && method === 'password')
    return say('The account signs in here in the provider’s own window, which a password cannot stand in for.')
  if (security === 'none') return say('A password is never sent without encryption.')
  const shown = chart.fact(certificate)?.[role]
  if (!shown) return say('There is no encrypted connection to sign in on.')
  if (!isTrustworthy(shown, server.host))
    return isOnThisMac(server.host)
      ? say('This Mac itself does not know the certificate of the mail bridge, so the password was not tried.')
      : say('A password is never sent to a server whose certificate is not in order.')
  return undefined
}

function tell({ host, outcome, why, reply, ms, remembered, at }: One, now: Instant): Telling {
  if (outcome === 'accepted' && at !== undefined) {
    const ago = minutesAgo(Math.max(0, now - at))
    return { tone: 'plain', line: say('{host} accepted the password {ago}', { host: verbatim(host), ago }) }
  }
  if (outcome === 'held-back')
    return { tone: 'plain', line: say('{host} was not given the password once more', { host: verbatim(host) }) }
  if (outcome === 'accepted')
    return {
      tone: 'good',
      line: say('{host} accepts the password ({took})', { host: verbatim(host), took: duration(ms) }),
    }
  const words = reply ? `: ${reply.code} ${reply.text}` : ''
  const lines: Record<typeof outcome, Sentence> = {
    'not-tried': say('{host} was not asked: {why}', { host: verbatim(host), why: why ?? verbatim('') }),
    refused: remembered
      ? say('{host} refused the same password before{words}', { host: verbatim(host), words: verbatim(words) })
      : say('{host} refuses the password{words}', { host: verbatim(host), words: verbatim(words) }),
    'no-common-method': say('{host} offers no way to sign in with a password', { host: verbatim(host) }),
    'not-judged': say('{host} did not let the account in, without calling the password wrong{words}', {
      host: verbatim(host),
      words: verbatim(words),
    }),
    silent: say('{host} says nothing to the password', { host: verbatim(host) }),
    'broken-off': say('{host} breaks off at sign-in{words}', { host: verbatim(host), words: verbatim(words) }),
    failed: say('Signing in at {host} failed{words}', { host: verbatim(host), words: verbatim(words) }),
  }
  return { tone: outcome === 'not-tried' ? 'plain' : 'bad', line: lines[outcome] }
}

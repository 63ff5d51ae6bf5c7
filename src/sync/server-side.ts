import type { Account, Server } from '../core/mail.ts'
import { type Sentence, say, verbatim } from '../core/sentence.ts'
import type { KnownFolder, ServerView } from '../core/server-view.ts'
import type { SignInPermit, SignInPurpose, SignIns } from '../core/sign-ins.ts'
import { withoutAddresses } from '../core/text.ts'
import type { Millis } from '../core/time.ts'
import type { MailLogin, ServerViewAnswer, World } from '../core/world.ts'
import { judgesPassword } from '../knowledge/replies.ts'
import { accessMayBeSwitched } from '../probes/sign-in/sign-in.ts'
import { leaveAloneAfter } from './leave-alone.ts'

/** `leaveAlone`: the server wants to be left alone for so long. */
export type ServerSideLook = { seen: true; value: ServerView } | { seen: false; why: Sentence; leaveAlone?: Millis }

interface ToAsk {
  world: Pick<World, 'net' | 'secrets'>
  signIns: SignIns
  account: Account
  /** What the sign-in is for; `trial` for a person who has asked. */
  purpose?: SignInPurpose
}

/** One look at the server, by a sign-in of our own, where there is a password for one. Throws only when aborted. */
export async function lookAtServer(
  { world, signIns, account, purpose = 'trial' }: ToAsk,
  known: readonly KnownFolder[],
  signal: AbortSignal,
): Promise<ServerSideLook> {
  const server = account.incoming
  if (!server || !speaksImap(server))
    return { seen: false, why: say('Only an account that receives by IMAP can be compared with its server.') }
  const secret = await world.secrets.read(account.id)
  if (!secret)
    return {
      seen: false,
      why: say(
        'No password is kept for this account, so its server was not asked; outbox-doctor sign-in add keeps one.',
      ),
    }
  const host = verbatim(withoutAddresses(server.host, 100))
  if (server.auth === 'oauth2' && secret.method === 'password')
    return {
      seen: false,
      why: say('The account signs in in its provider’s own window, so {host} was not asked.', { host }),
    }
  if (server.security === 'none') return { seen: false, why: say('A password is never sent without encryption.') }
  const { records } = await world.net.lookup(server.host, signal)
  const [first] = records
  if (!first) return { seen: false, why: say('The name {host} could not be looked up.', { host }) }
  const login: MailLogin = { username: server.username ?? account.email, secret: secret.secret, method: secret.method }
  // There is more to be asked behind the sign-in than whether it works.
  const permit = await signIns.mayTry({ ...login, protocol: 'imap', host: server.host }, purpose)
  if (!permit.may) return { seen: false, why: heldBack(permit, host) }
  const answer = await world.net.serverView(server, first.address, login, known, signal)
  permit.ended(outcomeOfSignIn(answer, server.host))
  if (answer.outcome === 'seen') return { seen: true, value: answer.value }
  const leaveAlone = leaveAloneAfter(answer, server.host)
  return { seen: false, why: whyNotSeen(answer, host), ...(leaveAlone !== undefined && { leaveAlone }) }
}

function speaksImap(server: NonNullable<Account['incoming']>): server is Server & { protocol: 'imap' } {
  return server.protocol === 'imap'
}

function heldBack({ since }: Extract<SignInPermit, { may: false }>, host: ReturnType<typeof verbatim>): Sentence {
  return since === 'refused'
    ? say('{host} refused the same password before, so it is not said again.', { host })
    : say('{host} was given the password as often as it may be without locking the account. It is asked again later.', {
        host,
      })
}

/** For those who remember it: a password counts as wrong only where the server says so. */
function outcomeOfSignIn(answer: ServerViewAnswer, host: string): string {
  if (answer.outcome === 'seen' || answer.reply?.stage === 'select') return 'accepted'
  if (answer.outcome !== 'refused') return answer.outcome
  if (answer.reply && !judgesPassword(answer.reply)) return 'not-judged'
  return accessMayBeSwitched(host) ? 'perhaps-refused' : 'refused'
}

type NotSeen = Exclude<ServerViewAnswer, { outcome: 'seen' }>

function whyNotSeen({ outcome, reply, code }: NotSeen, host: ReturnType<typeof verbatim>): Sentence {
  if (code === 'THROTTLED') return say('{host} asks to be left alone for a while.', { host })
  if (code === 'TOO-MUCH') return say('{host} said more of its folders than anybody reads.', { host })
  if (outcome === 'silent') return say('{host} did not answer in time.', { host })
  const words = reply ? [reply.code, reply.text].join(' ') : (code ?? outcome)
  return outcome === 'refused'
    ? say('{host} did not let the account in: {words}', { host, words: verbatim(words) })
    : say('{host} could not be asked: {words}', { host, words: verbatim(words) })
}

import type { ImapFlow } from 'imapflow'
import type { ReplyStage } from '../../../../core/reply.ts'
import type { Millis } from '../../../../core/time.ts'
import { timedOut, withinTime } from '../../time-limit.ts'
import { openSocket } from '../socket.ts'
import { verifyingTlsOptions } from '../verified.ts'
import { ImapBounds, type ImapOverrun, imapSizeLimits } from './imap-bounds.ts'
import { failedSignIn, unreachedSignIn } from './sign-in-failure.ts'
import { cleanReply } from './sign-in-reply.ts'
import type { SignInAttempt, SignInBy, SignInResult } from './sign-in-types.ts'

/** Longer than the whole may take, which goes by the clock at hand. */
const untilOver: Millis = 60_000
/** For the quota, and for the goodbye. */
const extra: Millis = 3_000

/** IMAP (RFC 9051) by imapflow, which opens its own connection; the quota is asked in the same session. */
export const signInByImap: SignInBy = (asked, over) =>
  signedInByImap(asked, over, async (imap) => {
    // The verdict stands, whatever becomes of the rest.
    const quota = await withinTime(asked.clock, extra, over, () => quotaOf(imap))
    return { outcome: 'accepted', ...(quota && quota !== timedOut && { quota }) }
  })

/** Signs in and does one thing more in the same session, which ends as soon as the server says too much. */
export async function signedInByImap<T>(
  asked: SignInAttempt,
  over: AbortSignal,
  then: (imap: ImapFlow) => Promise<T>,
): Promise<T | (SignInResult & Pick<ImapOverrun, 'waitMs'>)> {
  const destination = asked.dial(asked.address, asked.server.port, 'tcp')
  if ('never' in destination) {
    const { attempt } = await openSocket(asked, asked.address, asked.server.port, untilOver, over)
    return unreachedSignIn(attempt)
  }
  // Only who signs in pays for the library.
  const { ImapFlow: Client } = await import('imapflow')
  const close = () => imap.close()
  const bounds = new ImapBounds(() => imap.stats().received, close)
  const imap: ImapFlow = new Client({ ...optionsFor(asked, destination.to), logger: listeningLog(bounds) })
  over.addEventListener('abort', close, { once: true })
  // It tells errors twice; an event nobody hears would end the process.
  imap.on('error', () => {})
  try {
    await imap.connect()
    const result = await then(imap)
    // The verdict stands, whatever the server makes of our goodbye.
    await withinTime(asked.clock, extra, over, () => imap.logout().catch(() => {}))
    return result
  } catch (error) {
    if (bounds.overrun) return { outcome: 'failed', ...bounds.overrun }
    return answer(asked, error as ImapError)
  } finally {
    over.removeEventListener('abort', close)
    close()
  }
}

function optionsFor({ server, roots, clock, login }: SignInAttempt, to: { host: string; port: number }) {
  const { username: user, secret } = login
  const tls = verifyingTlsOptions(server.host, roots, clock)
  return {
    ...to,
    secure: server.security === 'tls',
    // Said outright for both: left to itself imapflow goes on in clear where STARTTLS is not offered.
    ...(server.security !== 'tls' && { doSTARTTLS: server.security === 'starttls' }),
    ...(tls.servername !== undefined && { servername: tls.servername }),
    // Its types know fewer of the options of tls.connect than it passes on.
    tls: tls as object,
    auth: login.method === 'oauth2' ? { user, accessToken: secret } : { user, pass: secret },
    ...imapSizeLimits,
    disableAutoIdle: true,
    disableCompression: true,
    disableAutoEnable: true,
    connectionTimeout: untilOver,
    greetingTimeout: untilOver,
    socketTimeout: untilOver,
  }
}

function listeningLog({ hear }: ImapBounds) {
  return { trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear }
}

export async function quotaOf(imap: ImapFlow): Promise<SignInResult['quota']> {
  const found = await imap.getQuota('INBOX').catch(() => false as const)
  const storage = found ? found.storage : undefined
  if (storage?.limit === undefined) return undefined
  return { used: storage.usage ?? 0, limit: storage.limit }
}

interface ImapError extends Error {
  code?: string
  /** The text of the server's BYE. */
  reason?: string
  authenticationFailed?: boolean
  serverResponseCode?: string
  responseStatus?: string
  responseText?: string
}

function answer(asked: SignInAttempt, error: ImapError): SignInResult {
  // `authenticationFailed` stands there whatever the server meant: what it said is told, and judged elsewhere.
  if (error.responseStatus !== undefined) return { outcome: 'refused', reply: replyOf(asked, error, 'auth') }
  if (/^Unsupported authentication|^Login is disabled|^No matching authentication/.test(error.message))
    return { outcome: 'no-common-method' }
  const failed = failedSignIn(error)
  // Node's own errors have a `reason` too; after a BYE it is the server's text.
  if (failed.outcome !== 'broken-off' || error.reason === undefined) return failed
  const stage = error.code?.startsWith('ClosedAfterConnect') ? 'greeting' : 'auth'
  return { ...failed, reply: replyOf(asked, { responseStatus: 'BYE', responseText: error.reason }, stage) }
}

function replyOf(asked: SignInAttempt, error: Omit<ImapError, 'name' | 'message'>, stage: ReplyStage) {
  const { responseStatus: code = '', serverResponseCode: enhanced, responseText: text = '' } = error
  return cleanReply(asked, { stage, code, ...(enhanced !== undefined && { enhanced }), text })
}

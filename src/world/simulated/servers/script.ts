import type { LineProtocol } from '../../../core/mail.ts'
import type { Instant } from '../../../core/time.ts'
import type { SceneMailServer, ServerStage } from '../schema/hosts.ts'
import type { TlsMode } from '../services.ts'
import type { SceneMailbox } from './scene-mailbox.ts'

/** Who may sign in, as a server knows it. */
export interface AcceptedLogin {
  usernames: readonly string[]
  secret: string
}

/** What a server knows while it talks with one client. */
export interface ScriptedSession {
  readonly host: string
  readonly mode: TlsMode
  readonly speaker: SceneMailServer
  readonly login: AcceptedLogin | undefined
  /** What lies in the mailbox. */
  readonly post: SceneMailbox
  /** The true time. */
  now(): Instant
  encrypted: boolean
  signedIn: boolean
  /** IMAP's selected folder. */
  selected?: string
  /** What the next line belongs to, where it is not a command: a SASL answer, a literal, a message. */
  awaits?: (line: string) => ScriptedReply | undefined
}

/** What a server says next. Words of a stage may be replaced by the scene's; those of none are never. */
export interface ScriptedReply {
  stage: ServerStage | undefined
  lines: readonly string[]
  /** What follows only when this, and nothing else, was said. */
  next?: 'secure' | 'close' | (() => void)
  /** IMAP's tag, for words of the scene. */
  tag?: string
}

/** The server's side of a protocol. */
export interface ServerScript {
  greeting(talk: ScriptedSession): ScriptedReply
  hear(line: string, talk: ScriptedSession): ScriptedReply | undefined
}

export type ServerScripts = Readonly<Record<LineProtocol, ServerScript>>

/** Whether STARTTLS (or STLS) is to be had now. */
export function offersTls(talk: ScriptedSession): boolean {
  return talk.mode === 'starttls' && !talk.encrypted && talk.speaker.starttls !== 'missing'
}

/** Whether signing in is to be had now: not in clear where encryption could be had. */
export function offersLogin(talk: ScriptedSession): boolean {
  return talk.encrypted || talk.mode === 'clear'
}

/** SASL PLAIN (RFC 4616) or XOAUTH2, in base64, judged. */
export function acceptsSasl(talk: ScriptedSession, message: string): boolean {
  const text = fromBase64(message)
  const [, username = '', secret = ''] = text.split('\0')
  if (secret) return acceptsLogin(talk, username, secret)
  // XOAUTH2: fields that end in control-A.
  const fields = new Map(text.split(String.fromCharCode(1)).map((field) => splitAt(field, '=')))
  return acceptsLogin(talk, fields.get('user') ?? '', fields.get('auth')?.replace(/^Bearer /, '') ?? '')
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

export function acceptsLogin({ login }: ScriptedSession, username: string, secret: string): boolean {
  return (
    login !== undefined && secret !== '' && login.secret === secret && login.usernames.includes(username.toLowerCase())
  )
}

export function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8')
}

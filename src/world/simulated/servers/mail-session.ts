import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { SecureContext } from 'node:tls'
import type { LineProtocol } from '../../../core/mail.ts'
import type { Millis } from '../../../core/time.ts'
import type { SimulatedClock } from '../clock.ts'
import type { SceneMailServer, ServerStage } from '../schema/hosts.ts'
import type { TlsMode } from '../services.ts'
import { acceptTls } from './encrypt.ts'
import { imapScript } from './imap-script.ts'
import { IncomingLines } from './incoming-lines.ts'
import { pop3Script } from './pop3-script.ts'
import type { SceneMailbox } from './scene-mailbox.ts'
import type { AcceptedLogin, ScriptedReply, ScriptedSession, ServerScripts } from './script.ts'
import { breakConnection, sendHostileReply } from './server-faults.ts'
import { smtpScript } from './smtp-script.ts'

const scripts: ServerScripts = { smtp: smtpScript, imap: imapScript, pop3: pop3Script }

export interface MailServer {
  host: string
  protocol: LineProtocol
  mode: TlsMode
  speaker: SceneMailServer
  login: AcceptedLogin | undefined
  post: SceneMailbox
  delay: Millis
  clock: SimulatedClock
  context(): Promise<SecureContext>
}

/** Talks with one client as a mail server, until one of both has enough. */
export async function serveMail(socket: Socket, server: MailServer): Promise<void> {
  const session = new MailSession(socket, server)
  await session.run()
}

/** Whether more is to be said. */
type Next = 'on' | 'over'

class MailSession {
  readonly #socket: Socket
  readonly #server: MailServer
  readonly #talk: ScriptedSession
  readonly #lines: IncomingLines
  #stream: Duplex

  constructor(socket: Socket, server: MailServer) {
    const { host, mode, speaker, login, post, clock } = server
    this.#socket = socket
    this.#server = server
    this.#stream = socket
    const now = () => clock.truth()
    this.#talk = { host, mode, speaker, login, post, now, encrypted: false, signedIn: false }
    this.#lines = new IncomingLines(socket)
  }

  async run(): Promise<void> {
    const script = scripts[this.#server.protocol]
    if (this.#server.mode === 'tls' && (await this.#secure()) === 'over') return
    if ((await this.#say(script.greeting(this.#talk))) === 'over') return
    for (;;) {
      const line = await this.#lines.next()
      if (line === undefined) break
      // Lost on the way, and what follows waits for it for ever.
      if (line.length > (this.#server.speaker.hearsUpTo ?? Number.POSITIVE_INFINITY)) return
      const saying = this.#talk.awaits ? this.#talk.awaits(line) : script.hear(line, this.#talk)
      if (saying && (await this.#say(saying)) === 'over') return
    }
    this.#end()
  }

  async #say(saying: ScriptedReply): Promise<Next> {
    const { stage } = saying
    const { breaks, hostile, inject } = this.#server.speaker
    await this.#pause(this.#server.delay)
    if (stage && breaks?.at === stage) {
      // A reset that overtakes the connection would look like one of connect(2).
      if (stage === 'greeting') await this.#pause(50)
      return this.#breakOff(breaks.how)
    }
    const told = this.#toldFor(stage, saying.tag)
    const lines = told ?? saying.lines
    if (stage && hostile?.at === stage) {
      await sendHostileReply(hostile.how, lines, this.#stream, this.#server.clock)
      // A wicked answer is complete for some clients and not for others; what they say next is heard either way.
      return 'on'
    }
    const injected = saying.next === 'secure' && inject !== undefined ? `${inject}\r\n` : ''
    this.#stream.write(`${lines.join('\r\n')}\r\n${injected}`)
    if (lines.some((line) => /^(421\b|\* BYE\b)/i.test(line))) return this.#end()
    return told && isRefusal(told) ? 'on' : this.#follow(saying.next)
  }

  async #follow(next: ScriptedReply['next']): Promise<Next> {
    if (next === 'secure') return this.#secure()
    if (next === 'close') return this.#end()
    next?.()
    return 'on'
  }

  /** The scene's own words for a stage. */
  #toldFor(stage: ServerStage | undefined, tag: string | undefined): string[] | undefined {
    const { replies, greeting } = this.#server.speaker
    const told = (stage && replies?.[stage]) ?? (stage === 'greeting' ? greeting : undefined)
    if (told === undefined) return undefined
    return [told].flat().map((line) => (tag === undefined || /^[*+]/.test(line) ? line : `${tag} ${line}`))
  }

  async #secure(): Promise<Next> {
    const { breaks } = this.#server.speaker
    this.#lines.leave()
    if (breaks?.at === 'tls') {
      const hello = await firstBytes(this.#socket)
      if (!hello) return 'over'
      if (recordBytes(hello) > (breaks.above ?? 0)) return this.#breakOff(breaks.how)
      this.#socket.unshift(hello)
    }
    const encrypted = await acceptTls(this.#socket, await this.#server.context())
    if (!encrypted) return 'over'
    this.#stream = encrypted
    this.#talk.encrypted = true
    this.#lines.moveTo(encrypted)
    return 'on'
  }

  #breakOff(how: 'close' | 'reset' | 'stall'): Next {
    breakConnection(how, this.#socket)
    return 'over'
  }

  #end(): Next {
    this.#stream.end()
    return 'over'
  }

  #pause(ms: Millis): Promise<void> {
    const { clock } = this.#server
    return ms === 0 ? Promise.resolve() : new Promise((resolve) => void clock.after(ms, resolve))
  }
}

function firstBytes(socket: Socket): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    socket.once('data', (bytes: Buffer) => {
      socket.pause()
      resolve(bytes)
    })
    socket.once('close', () => resolve(undefined))
    socket.resume()
  })
}

/** What the header of the first TLS record says (RFC 8446 §5.1); what is no TLS counts by its own length. */
function recordBytes(bytes: Buffer): number {
  return bytes.length < 5 ? bytes.length : 5 + bytes.readUInt16BE(3)
}

function isRefusal(lines: readonly string[]): boolean {
  const last = lines.at(-1) ?? ''
  return /^[45]\d\d\b|^(\S+ )?(NO|BAD)\b|^-ERR\b/.test(last)
}

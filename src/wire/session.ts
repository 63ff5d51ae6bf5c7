import type { Clock, Millis } from '../core/time.ts'
import type { Connection, Handshake, ReadLineResult, TlsRange } from '../core/world.ts'
import type { TranscriptWriter } from './transcript.ts'

/** Seconds a server gets for each kind of step, as mail apps give them; RFC 5321 allows minutes, users do not. */
export const stepTimeoutsMs = { connect: 8_000, greeting: 12_000, tls: 8_000, command: 10_000 } as const

/** What belongs to one reply comes in one go. */
const moment: Millis = 60

/** A connection whose every word is written down and whose every step has an end. Nothing here rejects. */
export class WireSession {
  readonly host: string
  readonly localAddress: string
  readonly #connection: Connection
  readonly #clock: Clock
  readonly #transcript: TranscriptWriter
  readonly #ends: Millis

  /** `ends`: when the whole session is over, by `clock.elapsed()`. */
  constructor(connection: Connection, host: string, clock: Clock, transcript: TranscriptWriter, ends: Millis) {
    this.host = host
    this.localAddress = connection.localAddress
    this.#connection = connection
    this.#clock = clock
    this.#transcript = transcript
    this.#ends = ends
  }

  /** The moment at which a step that may take `ms` is over. */
  until(ms: Millis): Millis {
    return Math.min(this.#clock.elapsed() + ms, this.#ends)
  }

  /** The next line, at the latest at this moment. */
  async hear(until: Millis): Promise<ReadLineResult> {
    const left = until - this.#clock.elapsed()
    const heard: ReadLineResult = left > 0 ? await this.#connection.readLine(left).catch(brokenOff) : { end: 'silent' }
    if ('line' in heard) this.#transcript.note('server', heard.line)
    else {
      if (heard.partial) this.#transcript.note('server', heard.partial)
      this.#transcript.note('net', endings[heard.end])
    }
    return heard
  }

  /** The first of the lines that came though nothing was asked, and the rest taken away; silence is the rule. */
  async heardUnasked(): Promise<string | undefined> {
    let first: string | undefined
    for (let lines = 0; lines < 20; lines += 1) {
      const left = this.until(moment) - this.#clock.elapsed()
      const heard = left > 0 ? await this.#connection.readLine(left).catch(brokenOff) : undefined
      if (!heard || !('line' in heard)) break
      this.#transcript.note('server', heard.line)
      first ??= heard.line
    }
    return first
  }

  /** Sends a line. `shown` stands in for it in the transcript where it holds something private. */
  async say(line: string, shown = line): Promise<void> {
    this.#transcript.note('we', shown)
    // A line that could not be sent shows in what is heard next.
    await this.#connection.writeLine(line).catch(() => {})
  }

  async secure(versions?: TlsRange): Promise<Handshake> {
    const timeoutMs = this.until(stepTimeoutsMs.tls) - this.#clock.elapsed()
    const options = { host: this.host, timeoutMs: Math.max(timeoutMs, 1), ...(versions && { versions }) }
    const handshake = await this.#connection.secure(options).catch((): Handshake => ({ outcome: 'failed', ms: 0 }))
    this.#transcript.note('net', told(handshake))
    return handshake
  }

  close(): void {
    this.#connection.close()
  }
}

const endings = {
  closed: 'the server closed the connection',
  reset: 'the connection was cut',
  silent: 'no answer',
  overlong: 'more than a line may hold',
} as const

function brokenOff(): ReadLineResult {
  return { end: 'reset' }
}

function told(handshake: Handshake): string {
  if (handshake.outcome === 'secured') return `encrypted: ${handshake.version}, ${handshake.cipher}`
  return `no encryption: ${handshake.outcome}${handshake.code ? ` (${handshake.code})` : ''}`
}

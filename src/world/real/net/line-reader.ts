import type { Duplex } from 'node:stream'
import { decodeLine } from '../../../core/garbled.ts'
import type { ReadLineResult } from '../../../core/world.ts'
import { codeOf } from '../reach.ts'

/** RFC 5321 §4.5.3.1.5 allows 512 bytes, RFC 2683 §3.2.1.5 8000: the longest an honest server sends. */
const longestLine = 8 * 1024
/** All that one conversation short of mail itself could need, many times over. */
const mostInAll = 256 * 1024

type End = Extract<ReadLineResult, { end: string }>

/** Reads lines from a stream, only while somebody waits for one, and never holds more than a chunk and a line. */
export class LineReader {
  #stream: Duplex
  #pending = Buffer.alloc(0)
  #received = 0
  #end: End | undefined
  #changed = () => {}
  readonly #listeners = [
    ['data', (chunk: Buffer) => this.#receive(chunk)],
    ['error', (error: Error) => this.#finish(codeOf(error) === 'ECONNRESET' ? 'reset' : 'closed', codeOf(error))],
    ['end', () => this.#finish('closed')],
    ['close', () => this.#finish('closed')],
  ] as const

  constructor(stream: Duplex) {
    this.#stream = stream
    this.#attach(stream)
  }

  /** Bytes that nobody has asked for yet. */
  get unread(): number {
    return this.#pending.length + this.#stream.readableLength
  }

  /** What came of the line that is not finished. */
  get partial(): string | undefined {
    return this.#pending.length > 0 ? decodeLine(this.#pending.subarray(0, longestLine)) : undefined
  }

  /** The next line, or how the stream ended, where that is known already. */
  take(): ReadLineResult | undefined {
    return this.#takeLine() ?? this.#end
  }

  /** As `take`; waits as long as it takes, or until `over`. */
  async next(over: AbortSignal): Promise<ReadLineResult> {
    for (;;) {
      const heard = this.take()
      if (heard) return heard
      over.throwIfAborted()
      await this.#more(over)
    }
  }

  /** Goes on, after `detach`, with another stream: the same connection, now encrypted. */
  moveTo(stream: Duplex): void {
    this.#stream = stream
    this.#attach(stream)
  }

  /** Leaves the stream to somebody else. */
  detach(): void {
    for (const [event, listener] of this.#listeners) this.#stream.off(event, listener)
    // An error nobody listens for would end the process.
    this.#stream.on('error', () => {})
  }

  #attach(stream: Duplex): void {
    stream.pause()
    for (const [event, listener] of this.#listeners) stream.on(event, listener)
  }

  #receive(chunk: Buffer): void {
    this.#received += chunk.length
    this.#pending = Buffer.concat([this.#pending, chunk])
    this.#changed()
  }

  #finish(end: End['end'], code?: string): void {
    const { partial } = this
    this.#end ??= { end, ...(code && { code }), ...(partial !== undefined && { partial }) }
    this.#changed()
  }

  #takeLine(): ReadLineResult | undefined {
    const length = this.#pending.indexOf('\n')
    const longest = length < 0 ? this.#pending.length : length
    if (longest > longestLine || this.#received > mostInAll) return this.#overlong()
    if (length < 0) return undefined
    const line = this.#pending.subarray(0, length)
    this.#pending = this.#pending.subarray(length + 1)
    return { line: decodeLine(line).replace(/\r$/, '') }
  }

  #overlong(): ReadLineResult {
    this.#finish('overlong')
    this.#pending = Buffer.alloc(0)
    this.#stream.destroy()
    return this.#end ?? { end: 'overlong' }
  }

  async #more(over: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#changed = resolve
    over.addEventListener('abort', () => resolve(), { once: true })
    this.#stream.resume()
    try {
      await promise
    } finally {
      this.#stream.pause()
      this.#changed = () => {}
    }
  }
}

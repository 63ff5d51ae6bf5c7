import type { Duplex } from 'node:stream'

/** No honest client says a longer line. */
const longest = 1024 * 1024

/** The lines that a client says, one after the other, from a stream that may be exchanged for its encrypted self. */
export class IncomingLines {
  #stream: Duplex
  #pending = ''
  #over = false
  #wake = () => {}

  constructor(stream: Duplex) {
    this.#stream = stream
    this.#listen()
  }

  /** The next line without its end; `undefined` when the client has gone. */
  async next(): Promise<string | undefined> {
    for (;;) {
      const end = this.#pending.indexOf('\n')
      if (end >= 0) {
        const line = this.#pending.slice(0, end).replace(/\r$/, '')
        this.#pending = this.#pending.slice(end + 1)
        return line
      }
      if (this.#over || this.#pending.length > longest) return undefined
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  /** Lets go of the stream; what was said in clear and not yet read is forgotten (RFC 3207 §4.2). */
  leave(): void {
    // What comes from now on waits for whoever takes over.
    this.#stream.pause()
    for (const event of ['data', 'end', 'close']) this.#stream.removeAllListeners(event)
    this.#pending = ''
  }

  moveTo(stream: Duplex): void {
    this.#stream = stream
    this.#listen()
  }

  #listen(): void {
    const finish = () => {
      this.#over = true
      this.#wake()
    }
    this.#stream.on('data', (chunk: Buffer) => {
      this.#pending += chunk.toString('utf8')
      this.#wake()
    })
    this.#stream.on('end', finish)
    this.#stream.on('close', finish)
    this.#stream.on('error', finish)
  }
}

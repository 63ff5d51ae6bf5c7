import { createHash } from 'node:crypto'
import type { Chunks } from './lines.ts'

const carriageReturn = 0x0d

/**
 * A message within a message on its way: its line ends become CRLF, whatever they are (stores of Outlook for Mac keep
 * bare CR), and its hash is that of its lines, without the line ends at its end: readers do not agree about those.
 */
export class MessageBytes {
  readonly #hash = createHash('sha256')
  #heldEnds = 0
  #wasReturn = false

  async *withCrlf(chunks: Chunks): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      let text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
      if (this.#wasReturn && text.startsWith('\n')) text = text.slice(1)
      this.#wasReturn = chunk.at(-1) === carriageReturn
      const lines = text.replace(/\r\n?/g, '\n')
      this.#add(lines)
      yield Buffer.from(lines.replaceAll('\n', '\r\n'), 'latin1')
    }
  }

  sha256(): string {
    return this.#hash.copy().digest('hex')
  }

  #add(lines: string): void {
    const bare = lines.replace(/\n+$/, '')
    if (bare !== '') {
      this.#hash.update('\n'.repeat(this.#heldEnds))
      this.#hash.update(bare, 'latin1')
      this.#heldEnds = 0
    }
    this.#heldEnds += lines.length - bare.length
  }
}

/** The same hash of what another reader found. */
export async function messageHash(bytes: Uint8Array): Promise<string> {
  const message = new MessageBytes()
  for await (const _ of message.withCrlf([bytes]));
  return message.sha256()
}

/** Of these, a reader gives the text, with line ends of its own, and not the bytes: invitations to events. */
export function isReadAsText(type: string): boolean {
  return /^(?:text\/calendar|application\/ics)$/i.test(type.trim())
}

/** The hash of the lines of a text in UTF-8 that goes by in pieces; what is none counts as a reader shows it. */
export class TextLines {
  readonly #decoder = new TextDecoder()
  readonly #bytes = new MessageBytes()

  async add(chunk?: Uint8Array): Promise<void> {
    const text = Buffer.from(this.#decoder.decode(chunk, { stream: chunk !== undefined }))
    for await (const _ of this.#bytes.withCrlf([text]));
  }

  sha256(): string {
    return this.#bytes.sha256()
  }
}

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

  async *withCrlf(chunks: Chunks): AsyncGenerator<Buffer> {
    let wasReturn = false
    for await (const chunk of chunks) {
      let text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
      if (wasReturn && text.startsWith('\n')) text = text.slice(1)
      wasReturn = chunk.at(-1) === carriageReturn
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

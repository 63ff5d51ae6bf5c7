import { opaque } from '../store-kit/opaque.ts'

/** What tells one waiting message from another. Moments in seconds, as the source has them. */
export interface MessageMarks {
  rowId: number
  /** Hash of the Message-ID header; `0` where there is none. */
  messageId?: string
  size: number | undefined
  sent: number | undefined
}

interface Known extends MessageMarks {
  id: string
}

/**
 * Gives every waiting message a name that lasts. The number of its row changes when the index is rebuilt, its
 * Message-ID may change when Mail tries again: as long as one of them stays, so does the name.
 */
export class MessageIdentity {
  #known: readonly Known[] = []

  /** The number of its row, which is what scripts call it by. */
  rowOf(message: string): number | undefined {
    return this.#known.find(({ id }) => id === message)?.rowId
  }

  /** In the order given; messages that are not among them any more are forgotten. */
  async name(messages: readonly MessageMarks[]): Promise<string[]> {
    const before = new Map(this.#known.map((one) => [one.rowId, one]))
    const taken = new Set<string>()
    const known: Known[] = []
    for (const marks of messages) {
      const same = before.get(marks.rowId)
      let id = same && isSame(same, marks) ? same.id : await fresh(marks)
      // Two copies of one message wait as two messages.
      for (let copy = 2; taken.has(id); copy++) id = await fresh(marks, copy)
      taken.add(id)
      known.push({ ...marks, id })
    }
    this.#known = known
    return known.map(({ id }) => id)
  }
}

function isSame(one: MessageMarks, other: MessageMarks): boolean {
  const { messageId } = one
  if (messageId !== undefined && messageId !== '0' && messageId === other.messageId) return true
  return one.size === other.size && one.sent === other.sent
}

function fresh({ rowId, messageId, size, sent }: MessageMarks, copy = 1): Promise<string> {
  if (messageId !== undefined && messageId !== '0') return opaque('message', messageId, size, sent, copy)
  return opaque('row', rowId, copy)
}

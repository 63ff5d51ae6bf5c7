import type { MessageWithSubject } from '../../core/mail.ts'
import type { Instant } from '../../core/time.ts'
import type { Queued } from './envelope-index.ts'
import type { AppleMailAccounts } from './known-accounts.ts'
import { MessageIdentity, type MessageMarks } from './message-identity.ts'
import { messageOf, scriptMessageOf, type UnagedMessage, waitingHintOf } from './messages.ts'
import type { ScriptMessage } from './script-records.ts'

/** Turns what was seen of the outbox into messages that keep their names, whichever way they were seen. */
export class MessageNaming {
  readonly #identity = new MessageIdentity()
  #firstSeen = new Map<string, Instant>()

  queued(rows: readonly Queued[], accounts: AppleMailAccounts, at: Instant): Promise<MessageWithSubject[]> {
    return this.#messages(rows, at, (row, id) => messageOf(row, id, at, accounts))
  }

  told(messages: readonly ScriptMessage[], accounts: AppleMailAccounts, at: Instant): Promise<MessageWithSubject[]> {
    return this.#messages(messages, at, (one, id) => scriptMessageOf(one, id, accounts))
  }

  /** The number of its row, as it was seen last. */
  rowOf(message: string): number | undefined {
    return this.#identity.rowOf(message)
  }

  async #messages<T extends MessageMarks & { received: number | undefined }>(
    sources: readonly T[],
    at: Instant,
    make: (source: T, id: string) => Promise<UnagedMessage>,
  ): Promise<MessageWithSubject[]> {
    const ids = await this.#identity.name(sources)
    this.#firstSeen = new Map(ids.map((id) => [id, this.#firstSeen.get(id) ?? at]))
    return Promise.all(
      sources.map(async (source, number) => {
        const id = ids[number] ?? ''
        // A message without a date has waited since we first saw it.
        const waitingSince = waitingHintOf([source.received, source.sent], at) ?? this.#firstSeen.get(id) ?? at
        return { ...(await make(source, id)), waitingSince }
      }),
    )
  }
}

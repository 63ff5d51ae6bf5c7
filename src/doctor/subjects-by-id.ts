import type { ObservationWithSubjects } from '../core/client.ts'
import type { ClientId } from '../core/mail.ts'

type ById = ReadonlyMap<string, string>

/**
 * The subjects of what is in the outboxes, by the messages' ids: taken off every look before anybody else sees it, and
 * forgotten with the message.
 */
export class SubjectsById {
  readonly #known = new Map<ClientId, ById>()

  learn({ client, outbox }: ObservationWithSubjects): void {
    if (!outbox.seen) return
    const before = this.#known.get(client)
    const pairs = outbox.messages.flatMap(({ id, subject = before?.get(id) }): [string, string][] =>
      // Where the files cannot be read just now, the app is asked, which is not asked for subjects.
      subject === undefined ? [] : [[id, subject]],
    )
    this.#known.set(client, new Map(pairs))
  }

  all(): ById {
    return new Map([...this.#known.values()].flatMap((some) => [...some]))
  }
}

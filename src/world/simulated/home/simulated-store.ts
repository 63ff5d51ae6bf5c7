import type { ClientId } from '../../../core/mail.ts'
import type { Instant } from '../../../core/time.ts'
import type { SimulatedMailApp } from '../mac/mail-app.ts'
import type { StoredMessage } from '../mac/script-rows.ts'
import type { QueuedMessage } from '../outbox.ts'
import type { SceneAccount, SceneMessage } from '../schema/account.ts'

/** What a mail app keeps in the home folder: made once, then changed as the scene goes on. */
export interface SimulatedStore {
  readonly app: ClientId
  accountId(account: SceneAccount): string
  /** How the app itself has changed: switched offline, another mode, damaged. */
  become(app: SimulatedMailApp, now: Instant): void
  arrive(message: QueuedMessage): void
  leave(message: QueuedMessage): void
  /** The app has quit, and let go of its files. */
  rest(): void
  /** The app has started again: it opens its store, or makes it anew where it is gone. */
  wake(waiting: readonly QueuedMessage[]): void
  /** How the store names what waits. */
  stored(message: QueuedMessage): StoredMessage | undefined
  close(): void
}

/** Those whose settings are others than before. */
export function changedAccounts(
  now: readonly SceneAccount[],
  before: readonly SceneAccount[],
): readonly SceneAccount[] {
  return now.filter((account) => {
    const known = before.find(({ email }) => email === account.email)
    return known && JSON.stringify(known) !== JSON.stringify(account)
  })
}

/** Bytes as the message will travel. */
export function messageBytes({ size, rawSize }: SceneMessage): number {
  return size ?? Math.ceil(((rawSize ?? 12_000) * 4) / 3)
}

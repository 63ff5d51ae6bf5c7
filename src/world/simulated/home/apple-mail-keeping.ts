import type { StoredMessage } from '../mac/script-text.ts'
import type { Waiting } from '../outbox.ts'
import type { Keeping } from './keeping.ts'

/** What Apple Mail keeps. */
export class AppleMailKeeping implements Keeping {
  readonly app = 'apple-mail'

  accountId(): string {
    return ''
  }

  become(): void {}

  arrive(_message: Waiting): void {}

  leave(_message: Waiting): void {}

  stored(_message: Waiting): StoredMessage | undefined {
    return undefined
  }

  close(): void {}
}

import type { Instant } from '../../../core/time.ts'

/** A letter that a server of the scene took. */
export interface DeliveredMessage {
  readonly uid: number
  readonly folder: string
  readonly messageId: string
  readonly at: Instant
}

/** What was sent to oneself in a scene, and lies in the mailbox now. `delivers`: where it is put, if anywhere. */
export class SceneMailbox {
  readonly #letters: DeliveredMessage[] = []
  #next = 1

  deliver(text: string, folder: string, at: Instant): void {
    const messageId = /^Message-ID:\s*(<[^>\s]+>)/im.exec(text)?.[1] ?? ''
    this.#letters.push({ uid: this.#next++, folder, messageId, at })
  }

  in(folder: string): readonly DeliveredMessage[] {
    return this.#letters.filter((letter) => letter.folder.toLowerCase() === folder.toLowerCase())
  }

  /** It has another number there (RFC 9051 §2.3.1.1). */
  move(uid: number, folder: string): void {
    const at = this.#letters.findIndex((letter) => letter.uid === uid)
    const [letter] = at < 0 ? [] : this.#letters.splice(at, 1)
    if (letter) this.#letters.push({ ...letter, uid: this.#next++, folder })
  }
}

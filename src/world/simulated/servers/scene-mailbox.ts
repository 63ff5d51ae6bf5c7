/** A letter that a server of the scene took. */
export interface DeliveredMessage {
  readonly uid: number
  readonly folder: 'INBOX' | 'Junk'
  readonly messageId: string
}

/** What was sent to oneself in a scene, and lies in the mailbox now. `delivers`: where it is put, if anywhere. */
export class SceneMailbox {
  readonly #letters: DeliveredMessage[] = []
  #next = 1

  deliver(text: string, folder: DeliveredMessage['folder']): void {
    const messageId = /^Message-ID:\s*(<[^>\s]+>)/im.exec(text)?.[1] ?? ''
    this.#letters.push({ uid: this.#next++, folder, messageId })
  }

  in(folder: string): readonly DeliveredMessage[] {
    return this.#letters.filter((letter) => letter.folder.toLowerCase() === folder.toLowerCase())
  }

  take(uid: number): void {
    const at = this.#letters.findIndex((letter) => letter.uid === uid)
    if (at >= 0) this.#letters.splice(at, 1)
  }
}

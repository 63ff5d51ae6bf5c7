import type { Files } from '../core/mac-powers.ts'
import type { WatchedClient } from './client-poller.ts'

/** Watches the folders of one mail app; which those are, an app may only learn by being looked at. */
export class ClientFolderWatch {
  readonly #client: Pick<WatchedClient, 'watches'>
  readonly #files: Pick<Files, 'watch'>
  readonly #changed: () => void
  #paths = ''
  #end: (() => void) | undefined

  constructor(client: Pick<WatchedClient, 'watches'>, files: Pick<Files, 'watch'>, changed: () => void) {
    this.#client = client
    this.#files = files
    this.#changed = changed
  }

  /** Begins, or goes on with the folders of now. */
  renew(): void {
    const { watches } = this.#client
    const paths = watches.join('\n')
    if (this.#end && paths === this.#paths) return
    this.#end?.()
    this.#paths = paths
    this.#end = this.#files.watch(watches, this.#changed)
  }

  stop(): void {
    this.#end?.()
    this.#end = undefined
  }
}

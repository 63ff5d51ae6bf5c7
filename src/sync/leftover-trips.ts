import { CalledOff } from '../core/called-off.ts'
import { isFault } from '../core/is-fault.ts'
import type { Log } from '../core/log.ts'
import type { Account } from '../core/mail.ts'

/**
 * Once in a run, each account that comes into sight is freed of messages to oneself that an earlier run left behind.
 * `tidy` may reject.
 */
export class LeftoverTrips {
  readonly #end = new AbortController()
  readonly #seen = new Set<string>()
  readonly #log: Pick<Log, 'error'>
  readonly #tidy: (account: Account, signal: AbortSignal) => Promise<void>
  #work: Promise<void> = Promise.resolve()

  constructor(log: Pick<Log, 'error'>, tidy: (account: Account, signal: AbortSignal) => Promise<void>) {
    this.#log = log
    this.#tidy = tidy
  }

  observed(accounts: readonly Account[]): void {
    const { signal } = this.#end
    for (const account of accounts) {
      if (this.#seen.has(account.id)) continue
      this.#seen.add(account.id)
      this.#work = this.#work.then(async () => {
        if (signal.aborted) return
        try {
          await this.#tidy(account, signal)
        } catch (error) {
          if (!signal.aborted && isFault(error)) this.#log.error('sync-failed', { error })
        }
      })
    }
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#end.abort(new CalledOff('The watch has ended.'))
    await this.#work
  }
}

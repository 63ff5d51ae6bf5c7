import type { Cause } from '../core/cause.ts'
import type { Diagnosis } from '../core/diagnosis.ts'
import type { AccountDiagnosis } from '../core/state.ts'
import type { Instant, Millis } from '../core/time.ts'
import { wayWithBreaksOf } from '../core/way.ts'

interface Opinion {
  at: Instant
  diagnosis: Diagnosis
  /** Since when each cause has been present, by its id. */
  since: ReadonlyMap<string, Instant>
}

/** What the last examination of each account said, and what of it may be told. */
export class LatestDiagnoses {
  readonly #causes: readonly Pick<Cause, 'id' | 'showAfterMs'>[]
  readonly #known = new Map<string, Opinion>()

  constructor(causes: readonly Pick<Cause, 'id' | 'showAfterMs'>[]) {
    this.#causes = causes
  }

  learn(account: string, at: Instant, diagnosis: Diagnosis): void {
    const before = this.#known.get(account)
    const since = new Map(diagnosis.causes.map(({ id }) => [id, Math.min(before?.since.get(id) ?? at, at)]))
    this.#known.set(account, { at, diagnosis, since })
  }

  /** Only these accounts still exist. */
  keep(accounts: readonly string[]): void {
    for (const account of this.#known.keys()) if (!accounts.includes(account)) this.#known.delete(account)
  }

  /**
   * How long until everything that was found of an account may be told, where something may not yet. Between episodes
   * a cause must have lasted: a network that has just changed gives odd answers for a moment, and nobody waits for them.
   */
  ripensIn(account: string): Millis | undefined {
    const opinion = this.#known.get(account)
    const left = opinion ? opinion.diagnosis.causes.map(({ id }) => this.#left(opinion, id)).filter((ms) => ms > 0) : []
    return left.length > 0 ? Math.max(...left) : undefined
  }

  /**
   * What may be told; `stuckSince`: since when the mail of an account waits too long. What is found from then on may all
   * be told; of what was found before, only what had lasted.
   */
  shown(stuckSince: (account: string) => Instant | undefined): ReadonlyMap<string, AccountDiagnosis> {
    return new Map(
      [...this.#known].map(([account, opinion]) => {
        const { at, diagnosis } = opinion
        const isOfIt = at >= (stuckSince(account) ?? Number.POSITIVE_INFINITY)
        const ripe = diagnosis.causes.filter(({ id }) => isOfIt || this.#left(opinion, id) <= 0)
        const status = ripe.length === 0 && diagnosis.causes.length > 0 ? 'checking' : diagnosis.status
        const { way, ...found } = diagnosis
        // Until something may be told, nothing of its way may be either.
        const told = way && status !== 'checking' ? { way: wayWithBreaksOf(way, ripe) } : {}
        return [account, { ...found, ...told, status, causes: ripe, account, at }]
      }),
    )
  }

  #left({ at, since }: Opinion, id: string): Millis {
    const patience = this.#causes.find((cause) => cause.id === id)?.showAfterMs ?? 0
    return (since.get(id) ?? at) + patience - at
  }
}

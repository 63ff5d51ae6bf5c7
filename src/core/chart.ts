import type { AccountSnapshot } from './account-snapshot.ts'
import type { DepartedMessage } from './episode.ts'
import type { FactKey, Finding, PastFacts } from './finding.ts'
import type { Change } from './network.ts'
import type { Reply } from './reply.ts'
import type { Instant } from './time.ts'

/** Everything that is known when causes are judged. Read-only, synchronous, no world in it. */
export interface Chart extends AccountSnapshot {
  /** When the examination began, by the Mac's clock. */
  readonly at: Instant
  readonly past: PastFacts
  /** Messages of this account that left its outbox lately in this network; missing where nobody watched. */
  readonly left?: readonly DepartedMessage[]
  /** What changed lately, oldest first. */
  readonly changes: readonly Change[]
  finding<F>(probe: FactKey<F>): Finding<F> | undefined
  /** The fact of a probe, where it is known. */
  fact<F>(probe: FactKey<F>): F | undefined
  /** Everything servers said in this examination. */
  replies(): readonly Reply[]
}

import type { Instant } from './time.ts'

interface Spell {
  accounts: readonly string[]
  openedAt: Instant
  closedAt?: Instant
}

interface Ended {
  remedy: string
  account: string
  outcome: string
  startedAt: Instant
  endedAt?: Instant
}

/** What helped in a stuck spell, by the ids of the remedies, the newest first and each once. */
export function remediesThatHelped(
  { accounts, openedAt, closedAt = Number.POSITIVE_INFINITY }: Spell,
  treatments: readonly Ended[],
): readonly string[] {
  const helped = treatments.filter(
    ({ account, outcome, startedAt, endedAt = startedAt }) =>
      outcome === 'cured' && accounts.includes(account) && startedAt <= closedAt && endedAt >= openedAt,
  )
  return [...new Set(helped.map(({ remedy }) => remedy))]
}

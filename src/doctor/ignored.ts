import type { ObservationWithSubjects } from '../core/client.ts'
import { isIgnored, type Settings } from '../core/settings.ts'

/** The observation without the accounts that are not to be watched, and without their messages. */
export function withoutIgnored(observation: ObservationWithSubjects, settings: Settings): ObservationWithSubjects {
  const ignored = new Set(
    observation.accounts.filter((account) => isIgnored(account, settings)).map((account) => account.id),
  )
  if (ignored.size === 0) return observation
  const { accounts, outbox } = observation
  return {
    ...observation,
    accounts: accounts.filter(({ id }) => !ignored.has(id)),
    outbox: outbox.seen
      ? { seen: true, messages: outbox.messages.filter(({ account = '' }) => !ignored.has(account)) }
      : outbox,
  }
}

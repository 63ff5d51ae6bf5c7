import type { Observation } from '../../core/client.ts'

interface Followed {
  remedy: string
  /** How the account was set when the guide was shown; missing until it was seen. */
  settings?: Settings
}

type Settings = Pick<Observation['accounts'][number], 'incoming' | 'outgoing' | 'enabled' | 'offline'>

/**
 * Notices when a person has done by hand what a guide says: the account is no longer set as it was when the guide was
 * shown. Everything stays in memory.
 */
export class GuideFollower {
  readonly #settings = new Map<string, Settings>()
  readonly #followed = new Map<string, Followed>()
  readonly #changed: (account: string, remedy: string) => void

  constructor(changed: (account: string, remedy: string) => void) {
    this.#changed = changed
  }

  /** Somebody reads this guide: of two, the one that was read last is followed. */
  shown(account: string, remedy: string): void {
    const settings = this.#followed.get(account)?.settings ?? this.#settings.get(account)
    this.#followed.set(account, { remedy, ...(settings !== undefined && { settings }) })
  }

  /** What is changed from now on is changed by us. */
  forget(account: string): void {
    this.#followed.delete(account)
  }

  seen({ accounts }: Pick<Observation, 'accounts'>): void {
    for (const { id, incoming, outgoing, enabled, offline } of accounts) {
      const settings = {
        ...(incoming && { incoming }),
        ...(outgoing && { outgoing }),
        enabled,
        ...(offline !== undefined && { offline }),
      }
      this.#settings.set(id, settings)
      const followed = this.#followed.get(id)
      if (!followed) continue
      const before = followed.settings
      followed.settings = settings
      if (before !== undefined && differ(before, settings)) this.#changed(id, followed.remedy)
    }
  }
}

/** What one look has told of a server and another has not is no change; a server that was not there before is one. */
function differ(one: Settings, other: Settings): boolean {
  return (
    one.enabled !== other.enabled ||
    (one.offline !== undefined && other.offline !== undefined && one.offline !== other.offline) ||
    differsIn(one.incoming, other.incoming) ||
    differsIn(one.outgoing, other.outgoing)
  )
}

function differsIn(one: Settings['incoming'], other: Settings['incoming']): boolean {
  if (!one || !other) return one !== other
  const told: Readonly<Record<string, unknown>> = { ...other }
  return Object.entries(one).some(([key, value]) => key in told && JSON.stringify(value) !== JSON.stringify(told[key]))
}

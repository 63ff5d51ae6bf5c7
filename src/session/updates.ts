import type { RememberedUpdate, UpdateMemory, UpdatePlace } from '../core/release.ts'
import { UpdateCheck } from '../updates/update-check.ts'
import type { Session } from './session.ts'

/** For a play: until it ends. */
export function shortMemory(): UpdateMemory {
  let remembered: RememberedUpdate = {}
  return {
    read: async () => remembered,
    async write(next) {
      remembered = next
    },
  }
}

const nowhere: UpdatePlace = { publisher: undefined, memory: shortMemory() }

const checks = new WeakMap<UpdatePlace, UpdateCheck>()

/** How a session looks for a newer version: one and the same for whoever asks. `running`: the version of this program. */
export function updateCheckOf(
  { world, updates = nowhere }: Pick<Session, 'world' | 'updates'>,
  running: string,
): UpdateCheck {
  const { net, clock, log } = world
  const check = checks.get(updates) ?? new UpdateCheck({ ...updates, net, clock, log, running })
  checks.set(updates, check)
  return check
}

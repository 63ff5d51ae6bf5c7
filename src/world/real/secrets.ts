import { randomUUID } from 'node:crypto'
import type { Secrets } from '../../core/world.ts'

/** A password typed for this one run: kept in memory only, and new each time, since nobody knows what it was before. */
export function givenSecret(secret: string | undefined): Secrets {
  const version = randomUUID()
  return {
    read: async () => (secret === undefined ? undefined : { secret, method: 'password', version }),
  }
}

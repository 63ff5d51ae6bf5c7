import { randomUUID } from 'node:crypto'
import type { SecretKeeper } from '../../core/secrets.ts'
import type { Secrets } from '../../core/world.ts'

/** Kept in memory as long as the play goes on, beside what the scene gives. */
export function memorySecrets(given: Secrets): SecretKeeper {
  const kept = new Map<string, NonNullable<Awaited<ReturnType<Secrets['read']>>>>()
  const forgotten = new Set<string>()
  return {
    read: async (id) => kept.get(id) ?? (forgotten.has(id) ? undefined : given.read(id)),
    ready: async () => ({ ready: true }),
    async keep(id, { secret, method }) {
      kept.set(id, { secret, method, version: randomUUID() })
      return { done: true }
    },
    async forget(id) {
      const isThere = kept.delete(id) || (!forgotten.has(id) && (await given.read(id)) !== undefined)
      forgotten.add(id)
      return isThere ? { done: true } : { done: false, why: 'missing' }
    },
  }
}

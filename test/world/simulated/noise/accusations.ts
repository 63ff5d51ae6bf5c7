import type { Status } from '../../../../src/core/diagnosis.ts'
import type { Noisy } from './noisy.ts'

/** What was said against a healthy Mac and is not true of it: causes by their id, or that its mail is stuck. */
export function accusations(noisy: Noisy, causes: readonly string[], status: Status): string[] {
  const named = [...new Set(causes)].filter((id) => !noisy.true.includes(id))
  const alarm = named.length === 0 && (status === 'stuck' || status === 'offline')
  return alarm ? [status] : named
}

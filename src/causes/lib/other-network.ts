import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { joinedAnotherNetwork } from '../../core/network.ts'
import { minutesAgo } from '../../core/quantities.ts'
import { isSame, type Sentence, say } from '../../core/sentence.ts'
import { encryption } from '../../probes/tls/encryption.ts'

/** Longer ago, too much else may have happened to the server. */
const hour = 3_600_000

/**
 * The same server answered within the hour, and since then this Mac has joined another network: who is silent only here
 * may be up. That a network came back is no such change; it may be the same one.
 */
export function answeredElsewhere(chart: Chart, role: Role, host: string): Sentence[] {
  const last = chart.past.last(encryption, 'good')
  const then = last?.fact[role]
  if (!last || then?.host !== host || then.outcome !== 'secured' || chart.at - last.at > hour) return []
  const moved = chart.changes.some(
    ({ what, at, line }) => what === 'network' && at > last.at && at <= chart.at && isSame(line, joinedAnotherNetwork),
  )
  return moved
    ? [say('It answered {ago}, before this Mac joined another network', { ago: minutesAgo(chart.at - last.at) })]
    : []
}

import { absent, type Cause, present } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { say } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import { noNetwork } from './no-network.ts'

const minute = 60_000
const often = 3
const windowMs = 5 * minute
/** What happened longer ago says nothing about the mail that waits now. */
const lately = 15 * minute
/** Falling asleep and waking up tear the network down and set it up again, as they should. */
const settling = 30_000

export const networkFlapping: Cause = {
  id: 'network-flapping',
  title: say('The connection keeps coming and going.'),
  harm: 'delays',
  layer: 'network',
  showAfterMs: 0,
  seenHere: true,
  shadowedBy: () => [noNetwork],
  judge(chart) {
    const times = changes(chart)
    const spell = times.findLast((at, index) => (times[index + often - 1] ?? Number.POSITIVE_INFINITY) - at <= windowMs)
    if (spell === undefined || chart.at - (times.at(-1) ?? 0) > lately) return absent
    const number = times.filter((at) => at >= spell && at <= spell + windowMs).length
    return present(0.55, [
      say('The network changed {number} times within {within} minutes', { number, within: windowMs / minute }),
    ])
  },
  explain: () => ({
    plain: say(
      'Your connection was lost and found again several times in a few minutes. Each time, a message on its way has to start anew.',
    ),
    details: [say('A weak Wi-Fi signal or a loose cable is the usual reason.')],
  }),
}

function changes(chart: Chart): Instant[] {
  const sleeps = chart.changes.filter(({ what }) => what === 'sleep' || what === 'wake').map(({ at }) => at)
  return chart.changes
    .filter(({ at, what }) => what === 'network' && at <= chart.at)
    .map(({ at }) => at)
    .filter((at) => !sleeps.some((sleep) => Math.abs(at - sleep) <= settling))
    .sort((one, other) => one - other)
}

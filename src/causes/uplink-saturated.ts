import { absent, type Cause, present } from '../core/cause.ts'
import type { Message } from '../core/mail.ts'
import { count } from '../core/words.ts'
import { controlHosts } from '../probes/control-hosts.ts'
import { captivePortal } from './captive-portal.ts'
import { noNetwork } from './no-network.ts'
import { lasting } from './phrases.ts'
import { configuredDoor, mailServers, wanting } from './reading.ts'

/** A round trip on a free line takes a tenth of this even across an ocean. */
const slow = 2_000
const large = 2_000_000

/** A backup or a film takes the whole upload; handshakes queue behind it, and large messages run into time limits. */
export const uplinkSaturated: Cause = {
  id: 'uplink-saturated',
  title: 'Your upload is full.',
  harm: 'delays',
  patience: 180_000,
  shadowedBy: () => [noNetwork, captivePortal],
  judge(chart) {
    const waiting = chart.messages.filter(({ state }) => state === 'waiting')
    const big = waiting.filter((message) => bytes(message) >= large)
    const own = median(mailServers(chart).flatMap(({ role }) => opening(configuredDoor(chart, role)?.tries)))
    if (big.length === 0 || own === undefined || own <= slow) return absent
    const wants = wanting(chart, controlHosts)
    if (wants) return wants
    const others = median(opening(chart.fact(controlHosts)?.tries))
    if (others === undefined || others <= slow) return absent
    const small = waiting.length - big.length
    return present(
      0.5,
      [
        `The mail server takes ${lasting(own)} to answer a connection`,
        `Other providers take ${lasting(others)}, too`,
        `${count(big.length, 'large message')} waiting (the largest ${Math.round(Math.max(...big.map(bytes)) / 1e6)} MB)`,
      ],
      small > 0 ? [`${count(small, 'small message')} waiting, too`] : [],
    )
  },
  explain: () => ({
    plain:
      'Something on your network is sending so much that little room is left for your mail. Large messages will take long until it has finished.',
    details: ['Backups, photo libraries and video calls are the usual ones.'],
  }),
}

function bytes({ size, rawSize }: Message): number {
  return size ?? rawSize ?? 0
}

function opening(tries: readonly { reach: string; ms: number }[] = []): number[] {
  return tries.filter(({ reach }) => reach === 'open').map(({ ms }) => ms)
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]
}

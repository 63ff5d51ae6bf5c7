import { absent, type Cause, present } from '../core/cause.ts'
import type { Message } from '../core/mail.ts'
import { count, megabytes } from '../core/words.ts'
import { controlHosts } from '../probes/control-hosts.ts'
import { firstHop, isLarge } from '../probes/first-hop.ts'
import { captivePortal } from './captive-portal.ts'
import { noNetwork } from './no-network.ts'
import { lasting } from './phrases.ts'
import { configuredDoor, mailServers, wanting } from './reading.ts'

/** A round trip on a free line takes a tenth of this even across an ocean. */
const slow = 2_000

/** A backup or a film takes the whole upload; handshakes queue behind it, and large messages run into time limits. */
export const uplinkSaturated: Cause = {
  id: 'uplink-saturated',
  title: 'Your upload is full.',
  harm: 'delays',
  patience: 180_000,
  shadowedBy: () => [noNetwork, captivePortal],
  judge(chart) {
    const waiting = chart.messages.filter(({ state }) => state === 'waiting')
    const big = waiting.filter(isLarge)
    const own = median(mailServers(chart).flatMap(({ role }) => opening(configuredDoor(chart, role)?.tries)))
    if (big.length === 0 || own === undefined || own <= slow) return absent
    const wants = wanting(chart, controlHosts)
    if (wants) return wants
    const others = median(opening(chart.fact(controlHosts)?.tries))
    if (others === undefined || others <= slow) return absent
    const small = waiting.length - big.length
    const hop = chart.fact(firstHop)?.answeredMs
    return present(
      hop === undefined ? 0.5 : hop >= slowHop ? 0.7 : 0.6,
      [
        `The mail server takes ${lasting(own)} to answer a connection`,
        `Other providers take ${lasting(others)}, too`,
        ...hopLine(hop),
        `${count(big.length, 'large message')} waiting (the largest ${Math.round(Math.max(...big.map(bytes)) / 1e6)} MB)`,
      ],
      small > 0 ? [`${count(small, 'small message')} waiting, too`] : [],
    )
  },
  explain: (chart) => {
    const all = megabytes(chart.messages.filter(isLarge).reduce((sum, message) => sum + bytes(message), 0))
    return {
      plain: isSlowHop(chart.fact(firstHop)?.answeredMs)
        ? `Something in your own network is sending so much that little room is left for your mail: even your router answers slowly. The ${all} that wait will take long until it has finished.`
        : `Something on your network is sending so much that little room is left for your mail. The ${all} that wait will take long until it has finished.`,
      details: ['Backups, photo libraries and video calls are the usual ones.'],
    }
  },
}

/** The next machine, in the same room mostly, answers in a few thousandths of this on a free way. */
const slowHop = 500

const isSlowHop = (ms: number | undefined): boolean => ms !== undefined && ms >= slowHop

function hopLine(ms: number | undefined): string[] {
  if (ms === undefined) return []
  return isSlowHop(ms)
    ? [`Even the router of this network takes ${lasting(ms)} to answer`]
    : [`The router of this network answers in ${lasting(ms)}: the jam is behind it`]
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

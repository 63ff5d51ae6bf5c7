import { absent, type Cause, present } from '../../core/cause.ts'
import type { Message } from '../../core/mail.ts'
import { byteCount, duration, type Sentence, say } from '../../core/sentence.ts'
import { controlHosts } from '../../probes/network/control-hosts.ts'
import { firstHop, isLarge } from '../../probes/network/first-hop.ts'
import { byAnotherNetwork } from '../lib/brought-by.ts'
import { configuredPort, mailServers, undecidedForWantOf } from '../lib/chart-queries.ts'
import { leftMeanwhile } from '../lib/left-meanwhile.ts'
import { captivePortal } from './captive-portal.ts'
import { noNetwork } from './no-network.ts'

/** A round trip on a free line takes a tenth of this even across an ocean. */
const slow = 2_000

/** A backup or a film takes the whole upload; handshakes queue behind it, and large messages run into time limits. */
export const uplinkSaturated: Cause = {
  id: 'uplink-saturated',
  title: say('Your upload is full.'),
  harm: 'delays',
  layer: 'network',
  broughtBy: byAnotherNetwork,
  showAfterMs: 180_000,
  shadowedBy: () => [noNetwork, captivePortal],
  judge(chart) {
    const waiting = chart.messages.filter(({ state }) => state === 'waiting')
    const big = waiting.filter(isLarge)
    const own = median(mailServers(chart).flatMap(({ role }) => opening(configuredPort(chart, role)?.tries)))
    if (big.length === 0 || own === undefined || own <= slow) return absent
    const wants = undecidedForWantOf(chart, controlHosts)
    if (wants) return wants
    const others = median(opening(chart.fact(controlHosts)?.tries))
    if (others === undefined || others <= slow) return absent
    const small = waiting.length - big.length
    const { short } = leftMeanwhile(chart, big)
    const hop = chart.fact(firstHop)?.answeredMs
    return present(
      (hop === undefined ? 0.5 : hop >= slowHop ? 0.7 : 0.6) + (short.length > 0 ? 0.05 : 0),
      [
        say('The mail server takes {took} to answer a connection', { took: duration(own) }),
        say('Other providers take {took}, too', { took: duration(others) }),
        ...hopLine(hop),
        say('{messages} waiting (the largest {size})', {
          messages: say('{count} large messages', { count: big.length }),
          size: byteCount(Math.max(...big.map(bytes))),
        }),
        ...short,
      ],
      small > 0 ? [say('{messages} waiting, too', { messages: say('{count} small messages', { count: small }) })] : [],
    )
  },
  explain: (chart) => {
    const all = byteCount(chart.messages.filter(isLarge).reduce((sum, message) => sum + bytes(message), 0))
    return {
      plain: isSlowHop(chart.fact(firstHop)?.answeredMs)
        ? say(
            'Something in your own network is sending so much that little room is left for your mail: even your router answers slowly. The {all} that wait will take long until it has finished.',
            { all },
          )
        : say(
            'Something on your network is sending so much that little room is left for your mail. The {all} that wait will take long until it has finished.',
            { all },
          ),
      details: [say('Backups, photo libraries and video calls are the usual ones.')],
    }
  },
}

/** The next machine, in the same room mostly, answers in a few thousandths of this on a free way. */
const slowHop = 500

const isSlowHop = (ms: number | undefined): boolean => ms !== undefined && ms >= slowHop

function hopLine(ms: number | undefined): Sentence[] {
  if (ms === undefined) return []
  return isSlowHop(ms)
    ? [say('Even the router of this network takes {took} to answer', { took: duration(ms) })]
    : [say('The router of this network answers in {took}: the jam is behind it', { took: duration(ms) })]
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

import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import type { Route } from '../../core/network.ts'
import { byteCount, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { longWord } from '../../probes/path/long-word.ts'
import { serverRoute } from '../../probes/path/server-route.ts'
import { byAnotherWay } from '../lib/brought-by.ts'
import {
  configuredPort,
  endsInTls,
  isOpen,
  joinedVerdicts,
  judgeServers,
  roleWeight,
  undecidedForWantOf,
} from '../lib/chart-queries.ts'
import { leftMeanwhile } from '../lib/left-meanwhile.ts'
import { portLine } from '../lib/phrases.ts'
import { overdueMessages } from '../lib/waiting-mail.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { noNetwork } from '../network/no-network.ts'

/** An Ethernet frame's payload; whatever carries less must say so to senders, and some tunnels do not. */
const wholePacket = 1_500

/** The short packets of connecting pass; the first full one, in TLS, never arrives and nobody is told (RFC 2923 §2.1). */
export const pathLosesLargePackets: Cause = {
  id: 'path-loses-large-packets',
  title: say('Large packets get lost on the way.'),
  harm: 'stops',
  layer: 'path',
  ofNetwork: true,
  broughtBy: byAnotherWay,
  showAfterMs: 60_000,
  passing: () => true,
  shadowedBy: () => [noNetwork, captivePortal],
  judge: (chart) => joinedVerdicts([judgeServers(chart, (role) => judge(chart, role)), judgeUp(chart)]),
  explain: (chart) =>
    isLostUp(chart)
      ? {
          plain: say(
            'Short words reach the mail server, and everything longer than one packet disappears on its way up. So short messages can leave while longer ones stay, and nobody is told.',
          ),
          details: [
            say(
              'Restart the router, and try without a VPN or on another network: where the long ones leave there, tell whoever runs this network that large packets get lost on the way up (MTU).',
            ),
          ],
        }
      : {
          plain: say(
            'Small amounts of data reach the mail server, larger ones disappear on the way. That happens most likely in a VPN or tunnel. So the connection starts and then hangs.',
          ),
          details: [say('Without the VPN, or with a smaller packet size (MTU) on it, the mail should leave.')],
        },
}

const isLostUp = (chart: Chart): boolean => chart.fact(longWord)?.outcome === 'lost'

/** A short word was answered and a long one was not, twice: nothing but the way tells the two apart. */
function judgeUp(chart: Chart): Verdict {
  const word = chart.fact(longWord)
  if (word?.outcome !== 'lost') return absent
  const staying = overdueMessages(chart)
  const sizes = staying.flatMap(({ size, rawSize }) => size ?? rawSize ?? [])
  const way = chart.fact(serverRoute)?.outgoing?.route
  const { short, long } = leftMeanwhile(chart, staying)
  const weight = long.length > 0 ? 0.8 : short.length > 0 ? 0.95 : 0.92
  const evidence = [
    say('{host}, port {port}: a short word is answered, and one of {bytes} bytes gets no answer, twice', {
      host: verbatim(word.host),
      port: verbatim(word.port),
      bytes: word.bytes,
    }),
    ...(way && way !== 'none' ? mtuLine(chart, way) : []),
    ...(sizes.length > 0
      ? [say('The smallest message that is stuck has {size}', { size: byteCount(Math.min(...sizes)) })]
      : []),
    ...short,
  ]
  return present(weight, evidence, long)
}

/** What the interface itself promises to carry, where nothing narrower is known of the way. */
function mtuLine(chart: Chart, way: Route): Sentence[] {
  const narrow = narrowPathLine(way)
  if (narrow) return [narrow]
  const mtu = way.mtu ?? chart.fact(wayOut)?.network.interfaces.find(({ name }) => name === way.interface)?.mtu
  return mtu === undefined
    ? []
    : [say('{interface} sends packets of up to {mtu} bytes', { interface: verbatim(way.interface), mtu })]
}

const _kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1_000))} kB`

function judge(chart: Chart, role: Role): Verdict {
  const tested = configuredPort(chart, role)
  if (!tested || !isOpen(tested) || !endsInTls(chart, role, 'silent')) return absent
  const way = chart.fact(serverRoute)?.[role]?.route
  if (way === undefined) return undecidedForWantOf(chart, serverRoute) ?? absent
  const narrow = way === 'none' ? undefined : narrowPathLine(way)
  if (!narrow) return absent
  return present(0.72 * roleWeight(role), [
    portLine(tested),
    say('{host}: connected, then silence in TLS', { host: verbatim(tested.host) }),
    narrow,
  ])
}

/** What makes a way too narrow for whole packets, as evidence; `undefined` where nothing is known to. */
export function narrowPathLine({ interface: name, vpn, mtu }: Route): Sentence | undefined {
  const small = mtu !== undefined && mtu < wholePacket
  if (vpn && small)
    return say('The way leads through the tunnel {name}, packets of at most {mtu} bytes', {
      name: verbatim(name),
      mtu: verbatim(mtu),
    })
  if (vpn) return say('The way leads through the tunnel {name}', { name: verbatim(name) })
  return small
    ? say('The way leads through {name}, packets of at most {mtu} bytes', { name: verbatim(name), mtu: verbatim(mtu) })
    : undefined
}

import { absent, type Cause, present, type Verdict } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import type { Role } from '../core/mail.ts'
import type { Route } from '../core/network.ts'
import { serverRoute } from '../probes/server-route.ts'
import { captivePortal } from './captive-portal.ts'
import { noNetwork } from './no-network.ts'
import { doorLine } from './phrases.ts'
import { configuredDoor, endsInTls, isOpen, judgeServers, wanting, weightOf } from './reading.ts'

/** An Ethernet frame's payload; whatever carries less must say so to senders, and some tunnels do not. */
const wholePacket = 1_500

/** The short packets of connecting pass; the first full one, in TLS, never arrives and nobody is told (RFC 2923 §2.1). */
export const pathLosesLargePackets: Cause = {
  id: 'path-loses-large-packets',
  title: 'Large packets get lost on the way.',
  harm: 'stops',
  patience: 60_000,
  passing: () => true,
  shadowedBy: () => [noNetwork, captivePortal],
  judge: (chart) => judgeServers(chart, (role) => judge(chart, role)),
  explain: () => ({
    plain:
      'Small amounts of data reach the mail server, larger ones disappear on the way, most likely in a VPN or tunnel. So the connection starts and then hangs.',
    details: ['Without the VPN, or with a smaller packet size (MTU) on it, the mail should leave.'],
  }),
}

function judge(chart: Chart, role: Role): Verdict {
  const door = configuredDoor(chart, role)
  if (!door || !isOpen(door) || !endsInTls(chart, role, 'silent')) return absent
  const way = chart.fact(serverRoute)?.[role]?.route
  if (way === undefined) return wanting(chart, serverRoute) ?? absent
  const narrow = way === 'none' ? undefined : narrowness(way)
  if (!narrow) return absent
  return present(0.72 * weightOf(role), [doorLine(door), `${door.host}: connected, then silence in TLS`, narrow])
}

/** What makes a way too narrow for whole packets, as evidence; `undefined` where nothing is known to. */
export function narrowness({ interface: name, vpn, mtu }: Route): string | undefined {
  const small = mtu !== undefined && mtu < wholePacket
  if (vpn && small) return `The way leads through the tunnel ${name}, packets of at most ${mtu} bytes`
  if (vpn) return `The way leads through the tunnel ${name}`
  return small ? `The way leads through ${name}, packets of at most ${mtu} bytes` : undefined
}

import { serverNameUnknown } from '../../causes/names/server-name-unknown.ts'
import { mailPortsBlockedHere } from '../../causes/path/blocked-here.ts'
import type { Vpn } from '../../core/network.ts'
import { type Action, Refused } from '../../core/remedy.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { orFail } from '../lib/app-control.ts'
import { type OfVpn, standingOfVpn } from '../lib/vpn-state.ts'

/** What a server may want is the network behind the VPN. Where several are set up, which one is for its user to say. */
export const connectVpn: Action<OfVpn> = {
  id: 'connect-vpn',
  kind: 'act',
  label: say('Connect the VPN'),
  touches: 'network',
  risk: 1,
  cancellable: true,
  settles: 10_000,
  treats: () => [serverNameUnknown, mailPortsBlockedHere],
  fits: ({ chart }) => theOneAtRest(chart.fact(wayOut)?.network.vpns) !== undefined,
  async promise({ chart }) {
    const name = harmless(theOneAtRest(chart.fact(wayOut)?.network.vpns)?.name ?? '', 60)
    return [
      say('Connects the VPN “{name}”. It may ask you for a name or a password.', { name: verbatim(name) }),
      say('{command}, with the identifier that macOS lists for it', {
        command: verbatim('/usr/sbin/scutil --nc start'),
      }),
      say('Everything on this Mac may go through it then. Undo disconnects it again.'),
    ]
  },
  async capture({ world }, signal) {
    const vpn = theOneAtRest((await world.mac.network(signal)).vpns)
    if (!vpn) throw new Refused(say('There is no VPN any more of which it is clear that it is the one to connect.'))
    return { vpn: vpn.name }
  },
  async apply({ world }, { vpn }, { signal, report }) {
    report(say('Connecting the VPN.'))
    orFail(await world.hands.setVpn(vpn, true, signal), say('The VPN could not be connected.'))
  },
  undo: {
    leaves: 'connected',
    stands: standingOfVpn,
    async putBack(world, { vpn }, { signal }) {
      orFail(await world.hands.setVpn(vpn, false, signal), say('The VPN could not be disconnected.'))
    },
  },
}

/** Only what the system itself lists can be connected by it; while another one is on, nobody knows what it is for. */
function theOneAtRest(vpns: readonly Vpn[] = []): Vpn | undefined {
  const [first, ...others] = vpns.filter(({ system }) => system)
  const isAnyOn = vpns.some(({ connected }) => connected)
  return first && others.length === 0 && !isAnyOn ? first : undefined
}

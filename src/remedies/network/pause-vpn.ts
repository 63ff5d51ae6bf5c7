import { namesBroken, vpnThatHides } from '../../causes/names/names-broken.ts'
import { vpnBlocksMail } from '../../causes/network/vpn-blocks-mail.ts'
import { pathLosesLargePackets } from '../../causes/path/path-loses-large-packets.ts'
import type { Chart } from '../../core/chart.ts'
import type { Vpn } from '../../core/network.ts'
import { type Action, Refused } from '../../core/remedy.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { orFail } from '../lib/app-control.ts'
import { type OfVpn, standingOfVpn } from '../lib/vpn-state.ts'

/** Only a VPN that the system itself lists can be stopped by it; for others there are steps. */
export const pauseVpn: Action<OfVpn> = {
  id: 'pause-vpn',
  kind: 'act',
  label: say('Pause the VPN'),
  touches: 'network',
  risk: 1,
  cancellable: true,
  settles: 10_000,
  treats: () => [vpnBlocksMail, namesBroken, pathLosesLargePackets],
  // A server that is known only inside the VPN is not reached without it.
  fits: ({ chart }) => listed(chart) !== undefined && !vpnThatHides(chart),
  async promise({ chart }) {
    const name = harmless(listed(chart)?.name ?? '', 60)
    return [
      say('Disconnects the VPN “{name}” until you connect it again.', { name: verbatim(name) }),
      say('{command}, with the identifier that macOS lists for it', {
        command: verbatim('/usr/sbin/scutil --nc stop'),
      }),
      say('Your mail stays encrypted on its way to the server. Undo connects the VPN again.'),
    ]
  },
  async capture({ world }, signal) {
    const vpn = (await world.mac.network(signal)).vpns?.find(isAtWork)
    if (!vpn) throw new Refused(say('No VPN that macOS could disconnect is connected any more.'))
    return { vpn: vpn.name }
  },
  async apply({ world }, { vpn }, { signal, report }) {
    report(say('Disconnecting the VPN.'))
    orFail(await world.hands.setVpn(vpn, false, signal), say('The VPN could not be disconnected.'))
  },
  undo: {
    leaves: 'disconnected',
    stands: standingOfVpn,
    async putBack(world, { vpn }, { signal }) {
      orFail(await world.hands.setVpn(vpn, true, signal), say('The VPN could not be connected again.'))
    },
  },
}

function listed(chart: Chart): Vpn | undefined {
  return chart.fact(wayOut)?.network.vpns?.find(isAtWork)
}

const isAtWork = ({ connected, system }: Vpn): boolean => connected && system

import { namesBroken, vpnThatHides } from '../../causes/names/names-broken.ts'
import { vpnBlocksMail } from '../../causes/network/vpn-blocks-mail.ts'
import { pathLosesLargePackets } from '../../causes/path/path-loses-large-packets.ts'
import type { Chart } from '../../core/chart.ts'
import { roles } from '../../core/mail.ts'
import { isInterfaceName, type Vpn } from '../../core/network.ts'
import type { Guide } from '../../core/remedy.ts'
import { foreignName, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { literalOf } from '../../probes/lib/host-name.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { serverRoute } from '../../probes/path/server-route.ts'
import { checkAgain, quotable } from '../lib/app-places.ts'
import { openPane } from '../lib/pane.ts'

/** For a VPN that brings its own program, which the system cannot stop. */
export const pauseVpnGuide: Guide = {
  id: 'pause-vpn-guide',
  kind: 'guide',
  byHand: () => say('This VPN has a program of its own, and macOS lets no other program switch it off.'),
  label: say('Pause the VPN'),
  risk: 1,
  treats: () => [vpnBlocksMail, namesBroken, pathLosesLargePackets],
  // A server that is known only inside the VPN is not reached without it.
  fits: ({ chart }) => foreignVpns(chart).length > 0 && !vpnThatHides(chart),
  guide(context) {
    const [vpn] = foreignVpns(context.chart)
    return {
      steps: [
        say('Open “{name}” from the menu bar or the Applications folder, and disconnect it.', {
          name: vpn ? verbatim(quotable(vpn.name)) : say('the VPN'),
        }),
        say('If it belongs to your organisation, ask its IT before you do that.'),
        say('Wait until the mail has left. Your mail stays encrypted on its way to the server all the same.'),
        say('Then connect the VPN again. It can stay on where it lets mail pass.'),
        checkAgain,
      ],
      values: [],
      ...openPane('vpn-and-filters', context),
    }
  },
}

function foreignVpns(chart: Chart): readonly Vpn[] {
  return chart.fact(wayOut)?.network.vpns?.filter(({ connected, system }) => connected && !system) ?? []
}

export const routeAroundVpn: Guide = {
  id: 'route-around-vpn',
  kind: 'guide',
  byHand: () =>
    say('What may go past a VPN is set in its own program. By force, it could break a rule of your organisation.'),
  label: say('Let mail go around the VPN'),
  risk: 2,
  treats: () => [vpnBlocksMail],
  fits: ({ chart }) => addresses(chart).length > 0,
  guide: (context) => ({
    steps: [
      say('In the VPN’s own settings, look for “split tunnelling”, “exceptions” or “excluded apps”.'),
      say('Add your mail app there, or the addresses below.'),
      say(
        'If there is no such place, somebody who knows the Terminal can use the commands below. They hold until the next restart.',
      ),
      say('If the VPN belongs to your organisation, ask its IT instead.'),
      checkAgain,
    ],
    values: addresses(context.chart).map((one) => ({
      name: say('Address of the mail server'),
      value: foreignName(one),
    })),
    commands: commands(context.chart),
    ...openPane('vpn-and-filters', context),
  }),
}

function addresses(chart: Chart): string[] {
  const routes = chart.fact(serverRoute) ?? {}
  const led = roles.flatMap((role) => {
    const { address, route } = routes[role] ?? {}
    return address && route && route !== 'none' && route.vpn && literalOf(address) ? [address] : []
  })
  return [...new Set(led)]
}

/** Only where the interface behind the VPN is known, and only of addresses: a name never gets into a command. */
function commands(chart: Chart): Sentence[] {
  const own = chart
    .fact(wayOut)
    ?.network.interfaces.find(
      ({ kind, name, addresses: all }) => kind !== 'vpn' && all.length > 0 && isInterfaceName(name),
    )
  const led = addresses(chart).filter((address) => literalOf(address)?.family === 4)
  if (!own || led.length === 0) return []
  return [
    foreignName(`ROUTER=$(/usr/sbin/ipconfig getoption ${own.name} router)`),
    ...led.map((address) => foreignName(`sudo /sbin/route -n add -host ${address} "$ROUTER"`)),
    ...led.map((address) =>
      say('sudo /sbin/route -n delete -host {address}   # takes it back', { address: verbatim(address) }),
    ),
  ]
}

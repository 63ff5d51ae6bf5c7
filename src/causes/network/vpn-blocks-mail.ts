import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { controlHosts } from '../../probes/network/control-hosts.ts'
import { openWeb } from '../../probes/network/open-web.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { serverRoute } from '../../probes/path/server-route.ts'
import {
  configuredPort,
  controlPorts,
  isMailPort,
  isOpen,
  judgeServers,
  roleWeight,
  testedPorts,
  undecidedForWantOf,
} from '../lib/chart-queries.ts'
import { changeLine } from '../lib/mail-app.ts'
import { controlLine, passingLine, portLine } from '../lib/phrases.ts'
import { captivePortal } from './captive-portal.ts'
import { noNetwork } from './no-network.ts'

/** Many VPN providers drop mail ports against spam; the web works, so nobody suspects the VPN. */
export const vpnBlocksMail: Cause = {
  id: 'vpn-blocks-mail',
  title: say('The VPN does not carry your mail.'),
  harm: 'stops',
  layer: 'path',
  broughtBy: ['The VPN {name} connected'],
  showAfterMs: 30_000,
  passing: () => true,
  shadowedBy: () => [noNetwork, captivePortal],
  judge: (chart) => judgeServers(chart, (role) => judge(chart, role)),
  explain: (chart) => ({
    plain: plainOf(vpnName(chart), otherMailPasses(chart)),
    details: [say('Switch the VPN off for a moment and send again, or tell the VPN to leave mail out.')],
  }),
}

function judge(chart: Chart, role: Role): Verdict {
  const tested = configuredPort(chart, role)
  if (!tested || isOpen(tested)) return absent
  const way = chart.fact(serverRoute)?.[role]?.route
  if (way === undefined) return isOn(chart) ? (undecidedForWantOf(chart, serverRoute) ?? absent) : absent
  if (way === 'none' || !way.vpn) return absent
  const controls = controlPorts(chart, tested.port)
  const passes = passingLine(chart, tested.port)
  if (controls.some(isOpen)) return absent
  const wants = undecidedForWantOf(chart, controlHosts, ...(passes ? [] : [openWeb]))
  if (wants) return wants
  // Nothing at all gets through: then it is not about mail. With no stranger to compare, the host itself must be there.
  if (!passes || (controls.length === 0 && !testedPorts(chart, role).some(isOpen))) return absent
  return present(
    (controls.length > 0 ? 0.94 : 0.7) * roleWeight(role),
    [
      wayLine(tested.host, vpnName(chart), way.interface),
      portLine(tested),
      ...controls.slice(0, 2).map(controlLine),
      passes,
      ...cameUp(chart),
    ],
    controls.length > 0
      ? []
      : [say('No other provider could be tried on port {port}', { port: verbatim(tested.port) })],
  )
}

function wayLine(host: string, vpn: string | undefined, tunnel: string): Sentence {
  return vpn
    ? say('The way to {host} leads through the VPN {vpn} ({tunnel})', {
        host: verbatim(host),
        vpn: verbatim(vpn),
        tunnel: verbatim(tunnel),
      })
    : say('The way to {host} leads through a VPN ({tunnel})', { host: verbatim(host), tunnel: verbatim(tunnel) })
}

function plainOf(vpn: string | undefined, otherMail: boolean): Sentence {
  if (otherMail)
    return vpn
      ? say(
          'Your connection runs through the VPN {vpn}, which keeps the port of your mail shut. Without the VPN the mail should leave.',
          { vpn: verbatim(vpn) },
        )
      : say(
          'Your connection runs through a VPN that keeps the port of your mail shut. Without the VPN the mail should leave.',
        )
  return vpn
    ? say(
        'Your connection runs through the VPN {vpn}, and it lets web pages through but not your mail. Without the VPN the mail should leave.',
        { vpn: verbatim(vpn) },
      )
    : say(
        'Your connection runs through a VPN, and it lets web pages through but not your mail. Without the VPN the mail should leave.',
      )
}

/** Some VPNs shut the one port against spam and let the rest of mail pass. */
function otherMailPasses(chart: Chart): boolean {
  return testedPorts(chart, 'outgoing').some((one) => isMailPort(one) && isOpen(one))
}

const isOn = (chart: Chart): boolean => chart.fact(wayOut)?.network.vpns?.some(({ connected }) => connected) === true

function vpnName(chart: Chart): string | undefined {
  const names = chart.fact(wayOut)?.network.vpns?.filter(({ connected }) => connected) ?? []
  return names.length === 1 ? names[0]?.name : undefined
}

function cameUp(chart: Chart): Sentence[] {
  const last = chart.changes.findLast(({ what }) => what === 'vpn')
  return last ? [changeLine(chart, last)] : []
}

import { absent, type Cause, present, undecided, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { controlHosts } from '../../probes/network/control-hosts.ts'
import { openWeb } from '../../probes/network/open-web.ts'
import { serverPorts } from '../../probes/path/server-ports.ts'
import { byBareNetwork } from '../lib/brought-by.ts'
import {
  configuredPort,
  controlPorts,
  hasKnownAddress,
  isInTrouble,
  isMailPort,
  isOpen,
  joinedVerdicts,
  judgeServers,
  mailServers,
  roleWeight,
  type TestedPort,
  testedPorts,
  undecidedForWantOf,
} from '../lib/chart-queries.ts'
import { controlLine, passingLine, portLine, webLine } from '../lib/phrases.ts'
import { namesBroken } from '../names/names-broken.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { noNetwork } from '../network/no-network.ts'
import { vpnBlocksMail } from '../network/vpn-blocks-mail.ts'

/** By this Mac itself: then the network had no say. */
const isForbidden = ({ end }: TestedPort): boolean => end === 'denied'

/** Shut to the account's server and to strangers alike, while something else passes: it is the network. */
export const portBlockedHere: Cause = {
  id: 'port-blocked-here',
  title: say('This network blocks the port your mail uses.'),
  harm: 'stops',
  layer: 'path',
  ofNetwork: true,
  broughtBy: byBareNetwork,
  showAfterMs: 30_000,
  passing: () => true,
  shadowedBy: () => [noNetwork, captivePortal, namesBroken, vpnBlocksMail, mailPortsBlockedHere, port25Blocked],
  judge: (chart) => judgeServers(chart, (role) => judgePort(chart, role)),
  explain: (chart) => ({
    plain: say(
      '{shutPorts}, and this network lets nothing through there. On another network, such as your phone’s, the mail should pass.',
      { shutPorts: shutPorts(chart) },
    ),
    details: [say('The mail server is not at fault: other providers cannot be reached that way either.')],
  }),
}

function judgePort(chart: Chart, role: Role): Verdict {
  const tested = configuredPort(chart, role)
  if (!tested)
    return isInTrouble(chart, role) && hasKnownAddress(chart, role)
      ? (undecidedForWantOf(chart, serverPorts) ?? absent)
      : absent
  if (isOpen(tested) || isForbidden(tested)) return absent
  const controls = controlPorts(chart, tested.port)
  if (controls.some(isOpen)) return absent
  if (controls.length === 0) return tested.end === 'refused' ? absent : undecided(controlHosts)
  const passes = passingLine(chart, tested.port)
  if (!passes) return undecidedForWantOf(chart, openWeb) ?? absent
  return present(0.9 * roleWeight(role), [portLine(tested), ...controls.slice(0, 3).map(controlLine), passes])
}

function shutPorts(chart: Chart): Sentence {
  const blocked = mailServers(chart).filter(({ role }) => judgePort(chart, role).is === 'present')
  const [first] = blocked
  if (!first) return say('Your mail uses one particular port')
  const { port } = first.server
  return first.role === 'outgoing'
    ? say('Your mail leaves by port {port}', { port: verbatim(port) })
    : say('Your mail comes in by port {port}', { port: verbatim(port) })
}

/** Not one mail port anywhere, with the web open: some guest and company networks. */
export const mailPortsBlockedHere: Cause = {
  id: 'mail-ports-blocked-here',
  title: say('This network blocks mail altogether.'),
  harm: 'stops',
  layer: 'path',
  ofNetwork: true,
  broughtBy: byBareNetwork,
  showAfterMs: 30_000,
  passing: () => true,
  shadowedBy: () => [noNetwork, captivePortal, namesBroken, vpnBlocksMail],
  judge(chart) {
    const own = mailServers(chart).flatMap(({ role }) => testedPorts(chart, role).filter(isMailPort))
    // With a single port seen shut, it is that port and not all mail.
    if (new Set(own.map(({ port }) => port)).size < 2 || own.some(isOpen) || own.every(isForbidden)) return absent
    const controls = controlPorts(chart).filter(isMailPort)
    if (controls.some(isOpen)) return absent
    if (controls.length === 0) return undecidedForWantOf(chart, controlHosts) ?? absent
    const web = webLine(chart)
    if (!web) return undecidedForWantOf(chart, openWeb) ?? absent
    const configured = mailServers(chart).flatMap(({ role }) => configuredPort(chart, role) ?? [])
    return present(0.93, [...configured.map(portLine), ...controls.slice(0, 3).map(controlLine), web])
  },
  explain: () => ({
    plain: say(
      'Web pages work here, but this network lets no mail through, to any provider. On another network, such as your phone’s, the mail should leave.',
    ),
    details: [say('Guest, hotel and company networks do this on purpose. Whoever runs the network can open it.')],
  }),
}

/** Providers of homes and phones drop port 25 against spam; it is for servers among themselves (RFC 6409 §3.1). */
export const port25Blocked: Cause = {
  id: 'port-25-blocked',
  title: say('Port 25 is blocked nearly everywhere.'),
  harm: 'stops',
  layer: 'path',
  ofNetwork: true,
  broughtBy: byBareNetwork,
  showAfterMs: 30_000,
  passing: () => true,
  shadowedBy: () => [noNetwork, captivePortal, namesBroken, vpnBlocksMail, mailPortsBlockedHere],
  judge(chart) {
    const tested = configuredPort(chart, 'outgoing')
    if (tested?.port !== 25 || isOpen(tested) || isForbidden(tested)) return absent
    const controls = controlPorts(chart, 25)
    if (controls.some(isOpen)) return absent
    // Refused, the server may simply not listen there; strangers who are shut, too, say that it is the network.
    if (tested.end === 'refused' && controls.length === 0) return absent
    const better = testedPorts(chart, 'outgoing').filter(
      ({ port, end }) => (port === 587 || port === 465) && end === 'open',
    )
    return joinedVerdicts(
      better.map((one) => present(0.95, [portLine(tested), portLine(one), ...controls.slice(0, 2).map(controlLine)])),
    )
  },
  explain: () => ({
    plain: say(
      'Your account sends by an old door, port 25, which most networks keep shut against spam. The same server takes mail by a door meant for you.',
    ),
    details: [say('Set the outgoing server to the other port that was found open.')],
  }),
}

import { absent, type Cause, undecided, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { minutesAgo } from '../../core/quantities.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { controlHosts } from '../../probes/network/control-hosts.ts'
import { openWeb } from '../../probes/network/open-web.ts'
import { serverPorts } from '../../probes/path/server-ports.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import { namesBroken } from '../names/names-broken.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { noNetwork } from '../network/no-network.ts'
import { mailPortsBlockedHere } from '../path/blocked-here.ts'
import {
  configuredPort,
  controlPorts,
  hasKnownAddress,
  isInTrouble,
  isMailPort,
  isOpen,
  type TestedPort,
  testedPorts,
  undecidedForWantOf,
} from './chart-queries.ts'
import { controlLine, passingLine } from './phrases.ts'

/** What the judges of an unreachable server share. */

/** While one of these is present, nothing can be said against any server. */
export const networkCauses = (): readonly Cause[] => [noNetwork, captivePortal, namesBroken, mailPortsBlockedHere]

/** The configured port, closed, before all ports of its host; a verdict where it is not closed or nobody looked. */
export function closedPorts(chart: Chart, role: Role): Verdict | TestedPort[] {
  const tested = configuredPort(chart, role)
  if (!tested)
    return isInTrouble(chart, role) && hasKnownAddress(chart, role)
      ? (undecidedForWantOf(chart, serverPorts) ?? absent)
      : absent
  // What this Mac itself forbids was never asked of the server.
  return isOpen(tested) || tested.end === 'denied' ? absent : [tested, ...testedPorts(chart, role)]
}

/** Strangers on the same port, or what comes nearest, as evidence for the way there. On this Mac there is none to doubt. */
export function otherHostsEvidence(chart: Chart, tested: TestedPort): Verdict | Sentence[] {
  if (isOnThisMac(tested.host)) return []
  const wants = undecidedForWantOf(chart, controlHosts)
  if (wants) return wants
  const same = controlPorts(chart, tested.port)
  const mail = controlPorts(chart).filter(isMailPort)
  const nearest = [same, mail].find(({ length }) => length > 0) ?? controlPorts(chart)
  const open = nearest.filter(isOpen)
  if (open.length > 0) return open.slice(0, 2).map(controlLine)
  // Strangers shut while something passes: it is the network. While nothing does: nobody can tell.
  return passingLine(chart, tested.port) ? absent : undecided(controlHosts, openWeb)
}

/** Many wrong passwords are what servers shut somebody out for. */
export function recentRefusals(chart: Chart, role: Role): Sentence[] {
  const last = chart.past.last(signIn, 'bad')
  const day = 86_400_000
  if (last?.fact[role]?.outcome !== 'refused' || chart.at - last.at > day) return []
  return [say('A sign-in was refused {ago}', { ago: minutesAgo(chart.at - last.at) })]
}

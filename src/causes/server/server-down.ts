import { absent, type Cause, type Explanation, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { duration, say, verbatim } from '../../core/sentence.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { resolvers } from '../../probes/names/resolvers.ts'
import { serverName } from '../../probes/names/server-name.ts'
import { isOpen, joinedVerdicts, judgeServers, mailServers, roleWeight } from '../lib/chart-queries.ts'
import { closedPorts, networkCauses, otherHostsEvidence, recentRefusals } from '../lib/closed-ports.ts'
import { incidentLines } from '../lib/incidents.ts'
import { onlyReceiving } from '../lib/only-receiving.ts'
import { answeredElsewhere } from '../lib/other-network.ts'
import { portLine } from '../lib/phrases.ts'
import { outgoingIsIncoming } from './outgoing-is-incoming.ts'

/** Nothing of its host answers, while strangers answer on the very same port. */
export const serverDown: Cause = {
  id: 'server-down',
  title: say('The mail server does not answer.'),
  harm: 'stops',
  layer: 'path',
  showAfterMs: 60_000,
  passing: () => true,
  blames: 'server',
  shadowedBy: () => [...networkCauses(), outgoingIsIncoming],
  judge: (chart) => judgeServers(chart, (role) => joinedVerdicts([judgeDown(chart, role), judgeNameLost(chart, role)])),
  explain: (chart) => ({ ...onlyReceiving(chart), ...explainDown(chart) }),
}

/** That it answers nobody is said only where somebody else has seen it, too; else it is we who get no answer. */
function explainDown(chart: Chart): Explanation {
  if (bridgeOf(chart))
    return {
      plain: say('The mail bridge on this Mac is not running. That is a helper program that your mail goes through.'),
      details: [say('Start the mail bridge, then send again.')],
    }
  if (isWitnessed(chart))
    return {
      plain: say(
        'Your connection is fine, but the mail server is not answering. Your mail waits and leaves when the server is back.',
      ),
      details: [say('There is nothing to repair on your Mac.')],
    }
  return {
    plain: say(
      'Your connection is fine and other providers answer, but from this mail server nobody answers us. Most likely it is down; then your mail waits and leaves when the server is back.',
    ),
    details: [
      say(
        'Whether it answers others, another network tells, such as your phone’s: if it does there, it is not down, and something keeps it from you here.',
      ),
    ],
  }
}

/** The provider's status page, or every name server of the world. */
function isWitnessed(chart: Chart): boolean {
  return (
    incidentLines(chart).length > 0 ||
    mailServers(chart).some(({ role }) => judgeNameLost(chart, role).is === 'present')
  )
}

function judgeDown(chart: Chart, role: Role): Verdict {
  const seen = closedPorts(chart, role)
  if (!Array.isArray(seen)) return seen
  const [tested, ...all] = seen
  if (!tested || all.some(isOpen)) return absent
  const compared = otherHostsEvidence(chart, tested)
  if (!Array.isArray(compared)) return compared
  return present(
    0.86 * roleWeight(role),
    [
      portLine(tested),
      ...(all.length > 1 ? [say('All {all} ports tried there are shut', { all: all.length })] : []),
      ...compared,
      ...incidentLines(chart),
    ],
    [...answeredElsewhere(chart, role, tested.host), ...recentRefusals(chart, role)],
  )
}

/** Its domain's own name servers are gone: nobody anywhere finds it. */
function judgeNameLost(chart: Chart, role: Role): Verdict {
  const name = chart.fact(serverName)?.[role]
  if (!name || name.literal || (name.outcome !== 'failed' && name.outcome !== 'silent')) return absent
  const fact = chart.fact(resolvers)
  const view = fact?.contrast.find((one) => one.name === name.host)
  const other = fact?.views.find(
    ({ from, outcome }) => (from === 'system' || from === 'configured') && outcome === 'answered',
  )
  const far = fact?.views.some(({ from, outcome }) => (from === 'public' || from === 'https') && outcome === 'answered')
  if (!view || !other || !far || (view.public !== 'failed' && view.public !== 'silent')) return absent
  return present(0.6 * roleWeight(role), [
    say('Nobody answers for the name {host}, here or elsewhere', { host: verbatim(name.host) }),
    say('Other names are found: {name} in {took}', { name: verbatim(other.name), took: duration(other.ms) }),
  ])
}

/** The server is a program on this Mac that brings the mail on. */
export function bridgeOf(chart: Chart): boolean {
  return isOnThisMac(chart.account.outgoing?.host ?? '')
}

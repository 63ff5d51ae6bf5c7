import { absent, type Cause, present, undecided, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { say } from '../../core/sentence.ts'
import { controlHosts } from '../../probes/network/control-hosts.ts'
import {
  controlPorts,
  isMailPort,
  isOpen,
  judgeServers,
  mailServers,
  roleWeight,
  type TestedPort,
  testedPorts,
} from '../lib/chart-queries.ts'
import { closedPorts, networkCauses } from '../lib/closed-ports.ts'
import { onlyReceiving } from '../lib/only-receiving.ts'
import { controlLine, portLine } from '../lib/phrases.ts'
import { outgoingIsIncoming } from './outgoing-is-incoming.ts'

/** One port closed, others of the same host open: the server itself has given that one up. */
export const serverPortClosed: Cause = {
  id: 'server-port-closed',
  title: say('The server does not listen on that port.'),
  harm: 'stops',
  layer: 'path',
  showAfterMs: 60_000,
  passing: () => true,
  blames: 'server',
  shadowedBy: () => [...networkCauses(), outgoingIsIncoming],
  judge: (chart) => judgeServers(chart, (role) => judgeClosed(chart, role)),
  explain: (chart) =>
    mailServers(chart).some(({ role }) => instead(role, testedPorts(chart, role)).length > 0)
      ? {
          ...onlyReceiving(chart),
          plain: say(
            'The mail server is there, but the door (the port) of your account is closed. Another door of it is open.',
          ),
          details: [say('The provider may have changed its settings; its help pages name the right port.')],
        }
      : {
          ...onlyReceiving(chart),
          plain: say(
            'The mail server is there, but the part of it that your account needs does not answer at the moment. Your mail waits until it does.',
          ),
          details: [say('If it lasts, ask the provider which port to use.')],
        },
}

function judgeClosed(chart: Chart, role: Role): Verdict {
  const seen = closedPorts(chart, role)
  if (!Array.isArray(seen)) return absent
  const [tested, ...all] = seen
  const others = all.filter((one) => isMailPort(one) && isOpen(one))
  if (!tested || others.length === 0) return absent
  const controls = controlPorts(chart, tested.port)
  const strangers = controls.find(isOpen)
  if (controls.length > 0 && !strangers) return absent
  const shown = [...instead(role, others), ...others].slice(0, 3)
  const evidence = [
    portLine(tested),
    ...[...new Set(shown)].map(portLine),
    ...(strangers ? [controlLine(strangers)] : []),
  ]
  if (tested.end === 'refused') return present(0.9 * roleWeight(role), evidence)
  if (!strangers) return undecided(controlHosts)
  return present(0.65 * roleWeight(role), evidence, [
    say('It is silent rather than refused: a firewall may stand before it'),
  ])
}

const services: Record<Role, readonly number[]> = { outgoing: [465, 587, 2525], incoming: [993, 143, 995, 110] }

/** Open ports that do the same service. Port 25 is not for mail apps. */
function instead(role: Role, all: readonly TestedPort[]): TestedPort[] {
  return all.filter((one) => isOpen(one) && services[role].includes(one.port))
}

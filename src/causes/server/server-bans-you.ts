import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { type Role, roles } from '../../core/mail.ts'
import { say } from '../../core/sentence.ts'
import {
  isMailPort,
  isOpen,
  isWebPort,
  joinedVerdicts,
  judgeServers,
  mailServers,
  roleWeight,
} from '../lib/chart-queries.ts'
import { closedPorts, networkCauses, otherHostsEvidence, recentRefusals } from '../lib/closed-ports.ts'
import { incidentLines } from '../lib/incidents.ts'
import { onlyReceiving } from '../lib/only-receiving.ts'
import { answeredElsewhere } from '../lib/other-network.ts'
import { portLine } from '../lib/phrases.ts'
import { refusedBefore } from '../lib/refused-before.ts'
import { matchedReplies } from '../lib/replies.ts'

/** One host shut to us alone, with its web open or not, as programs against password guessing leave it. */
export const serverBansYou: Cause = {
  id: 'server-bans-you',
  title: say('The server has shut your address out.'),
  harm: 'stops',
  layer: 'path',
  showAfterMs: 60_000,
  passing: () => true,
  blames: 'server',
  shadowedBy: networkCauses,
  judge(chart) {
    const said = matchedReplies(chart, 'server-bans-you')
    const told = said ? present(said.weight, said.evidence) : absent
    return joinedVerdicts([
      told,
      judgeServers(chart, (role) => joinedVerdicts([judgeBan(chart, role), judgeGone(chart, role)])),
    ])
  },
  explain: (chart) => ({
    ...onlyReceiving(chart),
    plain: say(
      'It does so for a while, usually after several sign-ins with a wrong password. Trying again makes it longer.',
    ),
    details: [
      say('Wait an hour without trying, or use another network. Check the password on every device first.'),
      ...(isGone(chart)
        ? [
            say(
              'Another network is the proof: if the server answers there, through your phone for example, it keeps out only this one.',
            ),
          ]
        : []),
    ],
  }),
}

function judgeBan(chart: Chart, role: Role): Verdict {
  const seen = closedPorts(chart, role)
  if (!Array.isArray(seen)) return absent
  const [tested, ...all] = seen
  const web = all.find((one) => isWebPort(one) && isOpen(one))
  const mail = all.filter(isMailPort)
  if (!tested || !web || mail.length < 2 || mail.some(isOpen)) return absent
  const compared = otherHostsEvidence(chart, tested)
  if (!Array.isArray(compared)) return compared
  const refused = recentRefusals(chart, role)
  // One sign-in serves both ways, so a refusal of either is known.
  const known = roles.some((one) => recentRefusals(chart, one).length > 0)
  return present(
    (refused.length > 0 ? 0.9 : 0.75) * roleWeight(role),
    [
      portLine(tested),
      say('All {mail} mail ports there are shut', { mail: mail.length }),
      portLine(web),
      ...compared,
      ...refused,
    ],
    [
      ...(known ? [] : [say('No sign-in is known to have been refused before')]),
      ...(refused.length === 0 && tested.end === 'refused' ? [say('Its mail service may also be stopped')] : []),
    ],
  )
}

/**
 * Not even its web is left, just after sign-ins were refused: some such programs drop everything of an address. That
 * looks like a server that is down, which is why the other network is the proof.
 */
function judgeGone(chart: Chart, role: Role): Verdict {
  const seen = closedPorts(chart, role)
  if (!Array.isArray(seen)) return absent
  const [tested, ...all] = seen
  const refused = refusedBefore(chart)
  if (!tested || !all.some(isWebPort) || all.some(isOpen) || refused.length === 0) return absent
  if (incidentLines(chart).length > 0) return absent
  const compared = otherHostsEvidence(chart, tested)
  if (!Array.isArray(compared)) return compared
  return present(
    0.91 * roleWeight(role),
    [
      portLine(tested),
      say('All {all} ports tried there are shut, that of its web pages, too', { all: all.length }),
      ...compared,
      ...answeredElsewhere(chart, role, tested.host),
      ...refused,
    ],
    [say('The server may also be down: only another network tells')],
  )
}

const isGone = (chart: Chart): boolean => mailServers(chart).some(({ role }) => judgeGone(chart, role).is === 'present')

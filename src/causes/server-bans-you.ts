import { absent, type Cause, present, type Verdict } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import { type Role, roles } from '../core/mail.ts'
import { onlyReceiving } from './only-receiving.ts'
import { doorLine } from './phrases.ts'
import { isMail, isOpen, isWeb, joined, judgeServers, weightOf } from './reading.ts'
import { saidSo } from './replies.ts'
import { comparison, recentRefusals, shutDoors, wayThere } from './shut-doors.ts'

/** Mail shut and the web open on one host, as programs against password guessing leave it. */
export const serverBansYou: Cause = {
  id: 'server-bans-you',
  title: 'The server has shut your address out.',
  harm: 'stops',
  patience: 60_000,
  blames: 'server',
  shadowedBy: wayThere,
  judge(chart) {
    const said = saidSo(chart, 'server-bans-you')
    const told = said ? present(said.weight, said.evidence) : absent
    return joined([told, judgeServers(chart, (role) => judgeBan(chart, role))])
  },
  explain: (chart) => ({
    ...onlyReceiving(chart),
    plain:
      'The mail server seems to keep your internet address out for a while, usually after several sign-ins with a wrong password. Trying again makes it longer.',
    details: ['Wait an hour without trying, or use another network. Check the password on every device first.'],
  }),
}

function judgeBan(chart: Chart, role: Role): Verdict {
  const seen = shutDoors(chart, role)
  if (!Array.isArray(seen)) return absent
  const [door, ...all] = seen
  const web = all.find((one) => isWeb(one) && isOpen(one))
  const mail = all.filter(isMail)
  if (!door || !web || mail.length < 2 || mail.some(isOpen)) return absent
  const compared = comparison(chart, door)
  if (!Array.isArray(compared)) return compared
  const refused = recentRefusals(chart, role)
  // One sign-in serves both ways, so a refusal of either is known.
  const known = roles.some((one) => recentRefusals(chart, one).length > 0)
  return present(
    (refused.length > 0 ? 0.9 : 0.75) * weightOf(role),
    [doorLine(door), `All ${mail.length} mail ports there are shut`, doorLine(web), ...compared, ...refused],
    [
      ...(known ? [] : ['No sign-in is known to have been refused before']),
      ...(refused.length === 0 && door.end === 'refused' ? ['Its mail service may also be stopped'] : []),
    ],
  )
}

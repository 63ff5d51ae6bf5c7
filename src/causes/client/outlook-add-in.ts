import { absent, type Cause, present } from '../../core/cause.ts'
import { listOf, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { addInHosts } from '../../probes/client/add-in-hosts.ts'
import { addInLines, lostAddIns } from '../lib/add-ins.ts'
import { atRest } from '../lib/app-at-rest.ts'
import { byUpdate } from '../lib/brought-by.ts'
import { noWayOutCauses, ownConnection, waitingFor, waitingLine } from '../lib/mail-app.ts'
import { overdueMessages } from '../lib/waiting-mail.ts'

/** Outlook fetches such an add-in when a message is sent, and holds the message until the add-in has agreed. */
export const outlookAddIn: Cause = {
  id: 'outlook-add-in',
  title: say('An Outlook add-in holds the message back.'),
  harm: 'stops',
  layer: 'mail-app',
  broughtBy: byUpdate,
  showAfterMs: 60_000,
  shadowedBy: () => [...noWayOutCauses(), ...atRest()],
  judge(chart) {
    const known = chart.observation?.addIns ?? []
    if (known.length === 0 || overdueMessages(chart).length === 0) return absent
    const way = ownConnection(chart)
    if (way !== 'works') return way === 'fails' ? absent : way
    if (!chart.fact(addInHosts)) return waitingFor(chart, addInHosts)
    const lost = lostAddIns(chart)
    if (lost.length === 0) return absent
    return present(0.75, [...addInLines(chart), say('The way to the mail server works'), ...waitingLine(chart)])
  },
  explain: (chart) => ({
    plain: plainOf(lostAddIns(chart).map(({ name }) => name)),
    details: [say('In Outlook: Get Add-ins, My add-ins. If your organisation has installed it, its IT can help.')],
  }),
}

function plainOf(lost: readonly string[]): Sentence {
  return lost.length > 0
    ? say(
        'Outlook asks the add-in {lost} before it sends a message, and cannot reach it. Until it answers or is switched off, the message stays.',
        { lost: listOf(lost.map(verbatim)) },
      )
    : say(
        'Outlook asks an add-in before it sends a message, and cannot reach it. Until it answers or is switched off, the message stays.',
      )
}

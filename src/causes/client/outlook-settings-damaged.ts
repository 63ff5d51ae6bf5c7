import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { render } from '../../core/render.ts'
import { joinSentences, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { atRest, ofTheMessage } from '../lib/app-at-rest.ts'
import { byUpdate } from '../lib/brought-by.ts'
import {
  clientHealthIn,
  clientIn,
  latestChange,
  nothingWaits,
  noWayOutCauses,
  ownConnection,
  ownConnectionEvidence,
  waitingLine,
} from '../lib/mail-app.ts'
import { filterBlocksClient } from '../path/filter-blocks-client.ts'
import { ewsRetired } from '../sign-in/ews-retired.ts'
import { accountMissing } from './account-missing.ts'
import { clientDamaged } from './client-damaged.ts'
import { clientSessionStale } from './client-session-stale.ts'
import { outlookAddIn } from './outlook-add-in.ts'
import { storeDamaged } from './store-damaged.ts'

/** An app whose connection keeps breaking off says so with every try. */
const lately = 2 * 3_600_000
/** Connections dropped or cut, in the numbers of Open Transport: 3199 plus the errno (53, 54, 57, 32). */
const dropped = /(?:^|[^\d])(3252|3253|3256|3231)(?:[^\d]|$)/

/** Everything surer goes first: only when nothing else explains it, the settings of Outlook come into question. */
const surer = (): readonly Cause[] => [
  ...noWayOutCauses(),
  ...atRest(),
  ...ofTheMessage(),
  filterBlocksClient,
  clientSessionStale,
  clientDamaged,
  storeDamaged,
  accountMissing,
  outlookAddIn,
  ewsRetired,
]

export const preferencesDamaged: Cause = {
  id: 'preferences-damaged',
  title: say('The mail app’s preferences may be damaged.'),
  harm: 'stops',
  layer: 'mail-app',
  broughtBy: byUpdate,
  showAfterMs: 300_000,
  shadowedBy: () => [...surer(), profileDamaged],
  judge: (chart) => judge(chart, (error) => present(0.3, evidence(chart, error), against(chart))),
  explain: () => ({
    plain: say(
      'Outlook says that it loses its connection, though yours works. Its preferences may be damaged. Outbox Doctor can set them back; your mail and accounts stay.',
    ),
    details: [
      say(
        'Copy the text of each waiting message into a note first. The old preferences are kept, so this can be undone.',
      ),
    ],
  }),
}

export const profileDamaged: Cause = {
  id: 'profile-damaged',
  title: say('The Outlook profile may be damaged.'),
  harm: 'stops',
  layer: 'mail-app',
  broughtBy: byUpdate,
  showAfterMs: 300_000,
  shadowedBy: surer,
  judge: (chart) =>
    judge(chart, (error, at) => {
      const reset = resetOf(chart)
      if (!reset || at < reset.at) return absent
      return present(
        0.35,
        [...evidence(chart, error), joinSentences([reset.line, say('the error came after that, too')], '; ')],
        against(chart),
      )
    }),
  explain: () => ({
    plain: say(
      'Outlook still says that it loses its connection, though yours works. Its preferences were reset, and that did not help. A new profile may; the old one stays on your Mac.',
    ),
    details: [
      say('Messages that wait in the outbox stay in the old profile: copy the text of each into a note first.'),
    ],
  }),
}

function judge(chart: Chart, verdict: (error: string, at: number) => Verdict): Verdict {
  const seen = clientHealthIn(chart)
  if (!seen || !clientIn(chart)?.can.resetPreferences || nothingWaits(chart)) return absent
  const error = seen.errors.findLast(({ code, at }) => dropped.test(code) && chart.at - at <= lately)
  if (!error) return absent
  const way = ownConnection(chart)
  if (way === 'fails') return absent
  return way === 'works' ? verdict(dropped.exec(error.code)?.[1] ?? '', error.at) : way
}

function evidence(chart: Chart, error: string): Sentence[] {
  return [
    say('Outlook reports error {error}: the connection was dropped', { error: verbatim(error) }),
    ownConnectionEvidence(chart),
    ...waitingLine(chart),
  ]
}

function against(chart: Chart): Sentence[] {
  const change = latestChange(chart, ['network', 'vpn', 'filter'], 24 * 3_600_000)
  return change ? [joinSentences([change.line, say('the error may come from that instead')], '; ')] : []
}

/** The label of the remedy that does it: a treatment is told among the changes by the label of its remedy. */
export const settingBackPreferences = say('Reset the preferences of Outlook')

function resetOf(chart: Chart) {
  const label = render(settingBackPreferences)
  return chart.changes.findLast(({ what, line }) => what === 'treatment' && render(line) === label)
}

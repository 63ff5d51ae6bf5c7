import { absent, type Cause, present } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import { withoutAddresses } from '../core/text.ts'
import { clientHealth } from '../probes/client-health.ts'
import { appName, clientOf } from './mail-app.ts'

/** Not a reason why mail stays, but a reason why nobody should be told that all is well. */
export const cannotSee: Cause = {
  id: 'cannot-see',
  title: 'Outbox Doctor cannot look into this mail app.',
  harm: 'delays',
  patience: 0,
  unsure: true,
  judge(chart) {
    const why = blindSpots(chart)
    return why.length > 0 ? present(0.05, why) : absent
  },
  explain: (chart) => ({
    plain: isNewOutlook(chart)
      ? 'The new Outlook lets no other program see its outbox, so nobody can tell whether mail is waiting there. Everything else can still be checked.'
      : `Outbox Doctor could not see what waits in ${appName(chart)}, so it cannot promise that all is well. What else it checks still counts.`,
    details: isNewOutlook(chart)
      ? ['Look into the Outbox of Outlook yourself from time to time.']
      : [
          'It sees the outbox with one of two permissions: System Settings, Privacy & Security, Full Disk Access or Automation.',
        ],
  }),
}

/** The outbox was looked for and not seen, or nothing of the app could be looked at in the first place. */
function blindSpots(chart: Chart): string[] {
  const { observation } = chart
  if (observation) return observation.outbox.seen ? [] : [withoutAddresses(observation.outbox.why)]
  const finding = chart.finding(clientHealth)
  return clientOf(chart) && finding?.state === 'unknown' ? [finding.why] : []
}

const isNewOutlook = (chart: Chart): boolean => chart.observation?.mode === 'new'

import type { Instant } from '../../core/time.ts'
import type { MailMac } from '../client.ts'
import { fieldOf } from '../script-answer.ts'
import type { OutlookApp } from './app.ts'
import { textAsBoolean } from './script-accounts.ts'
import { sidecar } from './sidecar.ts'
import type { OutlookSurvey } from './survey.ts'

const workOffline = 0x0166

/**
 * Work Offline of the whole app, by its own file. The app itself is asked where no file tells, and once `waiting`
 * mail makes it matter. New Outlook shows it to nobody.
 */
export async function isOutlookOffline(
  survey: OutlookSurvey,
  waiting: boolean,
  app: OutlookApp,
  mac: MailMac,
  at: Instant,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  if (survey.mode === 'new') return undefined
  const written = await offlineInFile(survey, mac, signal)
  if (!survey.process || (written !== undefined && !waiting)) return written
  const told = await app.ask('outlook-state', mac, at, signal)
  const state = told.told ? told.records.find(({ kind }) => kind === 'app') : undefined
  return (state && textAsBoolean(fieldOf(state, 'offline'))) ?? written
}

async function offlineInFile({ profile, store }: OutlookSurvey, mac: MailMac, signal: AbortSignal) {
  if (!profile.seen || !store.seen) return undefined
  const main = await sidecar(profile.value.data, store.value.mainPath, mac.files, signal)
  return main?.bool(workOffline)
}

import type { ClientAccount } from '../../core/client.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import type { MailMac } from '../client.ts'
import { storedSettings } from './account-settings.ts'
import { joinedAccounts, outlookClientAccount } from './accounts.ts'
import type { OutlookApp } from './app.ts'
import { outlookFailureSentence } from './failure-sentences.ts'
import { scriptAccounts } from './script-accounts.ts'
import type { AccountSettings } from './settings.ts'
import type { OutlookSurvey } from './survey.ts'

export interface OutlookAccountsRead {
  accounts: readonly ClientAccount[]
  /** Whether these are all there are. */
  all: boolean
  unseen: readonly Sentence[]
}

/** The accounts by the store and, where Outlook runs, by what it tells; the app is asked for what no file holds. */
export async function readOutlookAccounts(
  survey: OutlookSurvey,
  app: OutlookApp,
  mac: MailMac,
  at: Instant,
  signal: AbortSignal,
): Promise<OutlookAccountsRead> {
  const rows = survey.store.seen ? survey.store.value.accounts : survey.store
  const data = survey.profile.seen ? survey.profile.value.data : ''
  const stored = rows.seen
    ? await Promise.all(rows.value.map((row) => storedSettings(row, data, mac.files, signal)))
    : []
  const told = survey.process ? await app.ask('outlook-accounts', mac, at, signal) : undefined
  const settings = joinedAccounts(stored, told?.told ? scriptAccounts(told.records) : [])
  return {
    accounts: await Promise.all(settings.map(outlookClientAccount)),
    all: rows.seen,
    unseen: [
      ...(rows.seen ? [] : [outlookFailureSentence(say('Outlook’s list of accounts'), rows.why)]),
      ...(told && !told.told ? [told.why] : []),
      ...assumptions(settings, survey),
    ],
  }
}

function assumptions(settings: readonly AccountSettings[], { mode }: OutlookSurvey): Sentence[] {
  const guessed = settings.some(({ kind, outgoing }) => kind !== 'exchange' && !outgoing)
  return [
    ...(guessed
      ? [say('Outlook keeps some outgoing servers to itself; the usual ones of the provider are assumed.')]
      : []),
    ...(mode === 'new' && settings.length > 0
      ? [say('The accounts are those of legacy Outlook; New Outlook may send through Microsoft’s own servers instead.')]
      : []),
  ]
}

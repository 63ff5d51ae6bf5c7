import type { Consultation, Guidance } from '../core/remedy.ts'
import { harmless } from '../core/text.ts'

/** How the mail app at hand calls its places. Where a name is not certain, words that outlive the next version. */

export type AppKind = 'mail' | 'legacy-outlook' | 'new-outlook' | 'outlook' | 'other'

type Patient = Pick<Consultation, 'account' | 'observation'>

export function appOf({ account, observation }: Patient): AppKind {
  const client = observation?.client ?? account.client
  if (client === 'apple-mail') return 'mail'
  if (client !== 'outlook') return 'other'
  const mode = observation?.mode
  return mode === 'legacy' || mode === 'new' ? `${mode}-outlook` : 'outlook'
}

const names: Record<AppKind, string> = {
  mail: 'Mail',
  'legacy-outlook': 'Outlook',
  'new-outlook': 'Outlook',
  outlook: 'Outlook',
  other: 'your mail app',
}

export function appNameOf(patient: Patient): string {
  return names[appOf(patient)]
}

/** macOS 13 made Settings of what was Preferences, in its own apps too. */
export function settingsWord({ version }: Pick<Consultation, 'version'>): 'Settings' | 'Preferences' {
  const major = Number.parseInt(version.product ?? '', 10)
  return major < 13 ? 'Preferences' : 'Settings'
}

/** What macOS calls its own. */
export function systemSettings(consultation: Pick<Consultation, 'version'>): string {
  return settingsWord(consultation) === 'Settings' ? 'System Settings' : 'System Preferences'
}

/** The list of accounts of the mail app. */
export function toAccounts(consultation: Consultation): string {
  const places: Record<AppKind, string> = {
    mail: `Open Mail and choose Mail > ${settingsWord(consultation)} in the menu bar, then click Accounts.`,
    'legacy-outlook': 'Open Outlook and choose Tools > Accounts in the menu bar.',
    'new-outlook': `Open Outlook and choose Outlook > ${settingsWord(consultation)} in the menu bar, then Accounts.`,
    outlook: `Open Outlook and find its list of accounts: Tools > Accounts, or Outlook > ${settingsWord(consultation)} > Accounts.`,
    other: 'Open your mail app and find its list of accounts, which mostly is in its settings.',
  }
  return places[appOf(consultation)]
}

/** What opens the app, where it is known which. */
export function openingApp(consultation: Patient): Pick<Guidance, 'opens'> {
  const client = consultation.observation?.client ?? consultation.account.client
  return client ? { opens: { what: 'app', target: client, words: `Open ${appNameOf(consultation)}` } } : {}
}

export const checkAgain = 'Come back here and check again.'
export const saveAndCheck = 'Save, close the window, then come back here and check again.'

/** A name from outside, short enough to stand between quotation marks in a sentence that somebody reads aloud. */
export function called(name: string): string {
  return harmless(name, 40)
}

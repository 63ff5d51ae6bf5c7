import type { ClientCapabilities } from '../../clients/capabilities.ts'
import type { MailClient } from '../../clients/client.ts'
import { anyAppsWords, type GuideWords } from '../../clients/guide-words.ts'
import { knownClient } from '../../clients/known-clients.ts'
import type { Guidance, RemedyContext } from '../../core/remedy.ts'
import { type Arg, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import { openPane } from './pane.ts'

/** How the mail app at hand calls its places. Where a name is not certain, words that outlive the next version. */

type OfApp = Pick<RemedyContext, 'account' | 'observation'>

/** The app that the account is in, where it is known. */
export function clientOfAccount({ account, observation }: OfApp): MailClient | undefined {
  return knownClient(observation?.client ?? account.client)
}

/** What can be done to it; nothing where it is not known. */
export function capabilitiesOf(context: OfApp): ClientCapabilities {
  return clientOfAccount(context)?.can ?? {}
}

export function appNameOf(context: OfApp): Arg {
  const app = clientOfAccount(context)
  return app ? verbatim(app.name) : say('your mail app')
}

export function guideWordsFor(context: RemedyContext): GuideWords {
  const { mode } = context.observation ?? {}
  const setting = { settings: settingsMenuName(context), ...(mode && { mode }) }
  return clientOfAccount(context)?.guideWords(setting) ?? anyAppsWords
}

/** macOS 13 made Settings of what was Preferences, in its own apps too. */
export function settingsWord({ version }: Pick<RemedyContext, 'version'>): 'Settings' | 'Preferences' {
  const major = Number.parseInt(version.product ?? '', 10)
  return major < 13 ? 'Preferences' : 'Settings'
}

/** The same word in a sentence. */
export function settingsMenuName(context: Pick<RemedyContext, 'version'>): Sentence {
  return settingsWord(context) === 'Settings' ? say('Settings') : say('Preferences')
}

/** What macOS calls its own. */
export function systemSettings(context: Pick<RemedyContext, 'version'>): Sentence {
  return settingsWord(context) === 'Settings' ? say('System Settings') : say('System Preferences')
}

/** The list of accounts of the mail app. */
export function toAccounts(context: RemedyContext): Sentence {
  return guideWordsFor(context).toAccounts
}

const kept = { 'internet-accounts': 'internet-accounts', profile: 'profiles' } as const

/** What opens the place where the account is changed: the app, or the pane of macOS where that keeps the account. */
export function openingApp(context: OfApp & Partial<Pick<RemedyContext, 'version'>>): Pick<Guidance, 'opens'> {
  const keptBy = context.observation?.accounts.find(({ id }) => id === context.account.id)?.keptBy
  const pane = keptBy && openPane(kept[keptBy], { version: context.version ?? {} })
  return pane && 'opens' in pane ? pane : openingOwnApp(context)
}

/** What opens the app itself, whoever keeps the account. */
export function openingOwnApp(context: OfApp): Pick<Guidance, 'opens'> {
  const client = context.observation?.client ?? context.account.client
  return client ? { opens: { what: 'app', target: client, words: say('Open {app}', { app: appNameOf(context) }) } } : {}
}

export const checkAgain = say('Come back here and check again.')
export const saveAndCheck = say('Save, close the window, then come back here and check again.')

/** A name from outside, short enough to stand between quotation marks in a sentence that somebody reads aloud. */
export function quotable(name: string): string {
  return harmless(name, 40)
}

import type { AppSettings } from '../core/app-settings.ts'
import type { Programs, ScriptAnswer } from '../core/mac-powers.ts'
import type { ClientId } from '../core/mail.ts'
import { type Sentence, say, verbatim } from '../core/sentence.ts'
import type { Millis } from '../core/time.ts'
import { knownClient } from './known-clients.ts'

/** Some fifteen properties of each account, at up to 150 ms each, of an app that may be busy. */
const patience: Millis = 30_000

export type SettingsSight = { seen: true; value: AppSettings } | { seen: false; why: Sentence }

/** The settings of all accounts as the running app has them. It may raise the question of Automation. */
export async function settingsInApp(client: ClientId, programs: Programs, signal: AbortSignal): Promise<SettingsSight> {
  const app = knownClient(client)
  const name = verbatim(app?.name ?? client)
  if (!app?.settings || !app.scripts)
    return { seen: false, why: say('{app} shows its settings to no other program.', { app: name }) }
  const answer = await programs.script(app.scripts.accounts, [], patience, signal)
  signal.throwIfAborted()
  if (answer.outcome !== 'answered') return { seen: false, why: silences[answer.outcome](name) }
  const value = await app.settings.read(answer.text)
  return value ? { seen: true, value } : { seen: false, why: silences.failed(name) }
}

type Silence = Exclude<ScriptAnswer['outcome'], 'answered'>

const notAllowed = (app: ReturnType<typeof verbatim>) =>
  say('Outbox Doctor may not control {app}: Privacy & Security, Automation.', { app })

const silences: Readonly<Record<Silence, (app: ReturnType<typeof verbatim>) => Sentence>> = {
  refused: notAllowed,
  'not-asked-yet': notAllowed,
  cancelled: notAllowed,
  'not-running': (app) => say('{app} is closed. Open it first.', { app }),
  timeout: (app) => say('{app} does not answer: it is busy, or one of its windows waits for you.', { app }),
  failed: (app) => say('{app} does not tell its settings.', { app }),
}

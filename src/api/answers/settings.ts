import { say } from '../../core/sentence.ts'
import { defaultSettings, type Settings, withoutSecrets, withSecretsOf } from '../../core/settings.ts'
import type { AnswersTo } from '../endpoint.ts'
import { errorAnswer, okAnswer } from '../schema/answer.ts'
import type { SettingsAsTheyStand, settingsRequests } from '../schema/settings.ts'
import type { AnswerContext } from './context.ts'
import { inTurns } from './in-turn.ts'
import type { ServerOptions } from './server-options.ts'

const loginIsSet = errorAnswer('refused', say('Whether it is opened at login is set for this Mac.'))
const noLoginItem = errorAnswer('unavailable', say('There is no app here that could be opened at login.'))

/** The answers; and the language that was chosen last, for the next scene. */
export function answerSettings(
  { current, watched, tellSettings }: AnswerContext,
  { scenes, loginItem }: Pick<ServerOptions, 'scenes' | 'loginItem'>,
): {
  answers: AnswersTo<typeof settingsRequests>
  language(): Settings['language']
  /** Somebody else may have changed them: if so, they are in force from now on. */
  again(): Promise<void>
} {
  // Whoever has chosen a language does not want to choose it again for every play.
  let { language } = defaultSettings
  const shown = (read: SettingsAsTheyStand) => ({ ...read, settings: withoutSecrets(read.settings) })
  const asTheyStand = (settings: Settings) => ({ settings, locked: [], warnings: [] })
  // What was chosen last is kept last.
  const inTurn = inTurns()
  const store = () => current()?.session.settings
  const inForce = async () => (await store()?.load())?.settings ?? current()?.settings ?? defaultSettings
  const isLoginSet = async () => (await inForce()).launchAtLogin !== 'person'
  let last = ''
  const begin = async (read: SettingsAsTheyStand) => {
    last = JSON.stringify(read)
    tellSettings(shown(read))
    await current()?.again(read.settings)
  }
  return {
    language: () => language,
    again: () =>
      inTurn(async () => {
        const kept = await store()?.load()
        // Many profiles come and go that are not about us.
        if (kept && JSON.stringify(kept) !== last) await begin(kept)
      }),
    answers: {
      async settings() {
        const kept = await store()?.load()
        return okAnswer(shown(kept ?? asTheyStand(current()?.settings ?? { ...defaultSettings, language })))
      },
      setSettings: (wanted) =>
        inTurn(async () => {
          // After everything was removed, nothing is written any more.
          if (!scenes) watched()
          const whole = withSecretsOf(await inForce(), wanted)
          await store()?.save(whole)
          const kept = await store()?.load()
          const read = kept ?? asTheyStand(whole)
          if (!kept) language = wanted.language
          await begin(read)
          return okAnswer(shown(read))
        }),
      async loginItem() {
        if (!loginItem) return noLoginItem
        return okAnswer({ ...loginItem.get(), ...((await isLoginSet()) && { locked: true }) })
      },
      async setLoginItem({ on }) {
        if (!loginItem) return noLoginItem
        if (await isLoginSet()) return loginIsSet
        loginItem.set(on)
        return okAnswer(loginItem.get())
      },
    },
  }
}

import { say } from '../../core/sentence.ts'
import { defaultSettings, type Settings } from '../../core/settings.ts'
import type { AnswersTo } from '../endpoint.ts'
import { errorAnswer, okAnswer } from '../schema/answer.ts'
import type { settingsRequests } from '../schema/settings.ts'
import type { AnswerContext } from './context.ts'
import { inTurns } from './in-turn.ts'
import type { ServerOptions } from './server-options.ts'

const noLoginItem = errorAnswer('unavailable', say('There is no app here that could be opened at login.'))

/** The answers; and the language that was chosen last, for the next scene. */
export function answerSettings(
  { current, watched, tellSettings }: AnswerContext,
  { scenes, loginItem }: Pick<ServerOptions, 'scenes' | 'loginItem'>,
): { answers: AnswersTo<typeof settingsRequests>; language(): Settings['language'] } {
  // Whoever has chosen a language does not want to choose it again for every play.
  let { language } = defaultSettings
  const asTheyStand = (inForce: Settings) => ({ settings: inForce, locked: [], warnings: [] })
  // What was chosen last is kept last.
  const inTurn = inTurns()
  const store = () => current()?.session.settings
  return {
    language: () => language,
    answers: {
      async settings() {
        const kept = await store()?.load()
        return okAnswer(kept ?? asTheyStand(current()?.settings ?? { ...defaultSettings, language }))
      },
      setSettings: (wanted) =>
        inTurn(async () => {
          // After everything was removed, nothing is written any more.
          if (!scenes) watched()
          await store()?.save(wanted)
          const kept = await store()?.load()
          const read = kept ?? asTheyStand(wanted)
          if (!kept) language = wanted.language
          tellSettings(read)
          await current()?.again(read.settings)
          return okAnswer(read)
        }),
      loginItem: () => (loginItem ? okAnswer(loginItem.get()) : noLoginItem),
      setLoginItem({ on }) {
        if (!loginItem) return noLoginItem
        loginItem.set(on)
        return okAnswer(loginItem.get())
      },
    },
  }
}

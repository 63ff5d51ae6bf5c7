import { say } from '../../core/sentence.ts'
import type { Settings } from '../../core/settings.ts'
import type { Session } from '../../session/session.ts'
import type { AnswersTo } from '../endpoint.ts'
import { errorAnswer, okAnswer } from '../schema/answer.ts'
import type { sceneRequests } from '../schema/scenes.ts'
import type { AnswerContext } from './context.ts'
import type { ServerOptions } from './server-options.ts'

export function answerScenes(
  { current, enter }: AnswerContext,
  { scenes }: Pick<ServerOptions, 'scenes'>,
  language: () => Settings['language'],
): AnswersTo<typeof sceneRequests> {
  return {
    scenes() {
      const playing = current()?.session.scene?.name
      return okAnswer({ scenes: scenes?.all() ?? [], ...(playing !== undefined && { playing }) })
    },
    async playScene({ name }) {
      if (!scenes) return errorAnswer('unavailable', say('Stories cannot be shown here.'))
      if (!scenes.all().some((one) => one.name === name))
        return errorAnswer('not-found', say('There is no story of that name.'))
      await enter(async () => speaking(await scenes.play(name), language()))
      return okAnswer({})
    },
  }
}

function speaking(session: Session, language: Settings['language']): Session {
  const { request } = session
  return { ...session, request: { ...request, settings: { ...request.settings, language } } }
}

import type { AnswersTo } from '../endpoint.ts'
import { okAnswer } from '../schema/answer.ts'
import type { stateRequests } from '../schema/state.ts'
import type { AnswerContext } from './context.ts'

export function answerState({ watched }: Pick<AnswerContext, 'watched'>): AnswersTo<typeof stateRequests> {
  return {
    state: () => okAnswer(watched().panelState()),
    async pause({ until }) {
      await watched().pause(until)
      return okAnswer({})
    },
    muteEpisode({ episode, on }) {
      watched().doctor.muteEpisode(episode, on)
      return okAnswer({})
    },
    async resume() {
      await watched().pause()
      return okAnswer({})
    },
  }
}

import type { AnswersTo } from '../endpoint.ts'
import { yes } from '../schema/answer.ts'
import type { stateRequests } from '../schema/state.ts'
import type { AnswerContext } from './context.ts'

export function answerState({ watched }: Pick<AnswerContext, 'watched'>): AnswersTo<typeof stateRequests> {
  return {
    state: () => yes(watched().doctor.panelState()),
    async pause({ until }) {
      await watched().pause(until)
      return yes({})
    },
    async resume() {
      await watched().pause()
      return yes({})
    },
  }
}

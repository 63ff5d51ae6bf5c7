import { Failed, Refused } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import type { AnswersTo } from '../endpoint.ts'
import { errorAnswer, okAnswer } from '../schema/answer.ts'
import type { stateRequests } from '../schema/state.ts'
import type { AnswerContext } from './context.ts'

/** macOS asks the person once, and a mail app may take its time to come to the front. */
const showingTimeoutMs = 60_000

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
    putAside({ message, how }) {
      watched().doctor.putAside(message, how)
      return okAnswer({})
    },
    async showMessage({ message }) {
      const { doctor, session } = watched()
      const found = doctor.state().waiting.find(({ id }) => id === message)
      if (!found) return errorAnswer('not-found', say('The message no longer waits there.'))
      try {
        await session.agent.showMessage(found.client, message, AbortSignal.timeout(showingTimeoutMs))
        return okAnswer({})
      } catch (error) {
        if (error instanceof Refused) return errorAnswer('refused', error.words)
        if (error instanceof Failed) return errorAnswer('failed', error.words)
        throw error
      }
    },
    async resume() {
      await watched().pause()
      return okAnswer({})
    },
  }
}

import { type Sentence, say } from '../../core/sentence.ts'
import type { Session } from '../../session/session.ts'
import { type Answers, type Endpoint, endpointOf } from '../endpoint.ts'
import { type Answer, errorAnswer } from '../schema/answer.ts'
import type { SettingsAsTheyStand } from '../schema/settings.ts'
import { answerAbout } from './about.ts'
import { answerAccounts } from './accounts.ts'
import { type AnswerContext, NothingWatched } from './context.ts'
import { answerExamination } from './examination.ts'
import { answerHistory } from './history.ts'
import { inTurns } from './in-turn.ts'
import { answerPermissions } from './permissions.ts'
import { answerRescue } from './rescue.ts'
import { answerScenes } from './scenes.ts'
import type { ServerOptions } from './server-options.ts'
import { answerSettings } from './settings.ts'
import { answerState } from './state.ts'
import { answerTreatment } from './treatment.ts'
import { answerUnseen } from './unseen.ts'
import { answerUpdates } from './updates.ts'
import { type WatchedSession, watchSession } from './watched-session.ts'

/** The agent's end of the API, whatever window the panels are in. */
export interface ApiAnswers {
  readonly endpoint: Endpoint
  /** The session that is watched now; none before one was chosen. */
  watching(): WatchedSession | undefined
  /** Leaves the session. */
  close(): Promise<void>
}

const nothingChosen = say('Nothing is watched yet. Please choose a story first.')
const ended = say('Nothing is watched any more. Please close Outbox Doctor, and open it again.')

export function openApi(options: ServerOptions): ApiAnswers {
  let current: WatchedSession | undefined
  // Whoever plays one scene after another must not be in two at once.
  const inTurn = inTurns()
  let deafen = () => {}
  const attend = (session: Session) => {
    current = watchSession(session, endpoint)
    deafen = session.settings?.watch?.(() => void settings.again()) ?? (() => {})
  }
  const leave = async () => {
    deafen()
    deafen = () => {}
    const last = current
    current = undefined
    await last?.close()
    endpoint.clear()
  }
  const tellSettings = async () => {
    const answer = await endpoint.ask('settings', {})
    if (answer.ok) endpoint.tell('settings', answer.value as SettingsAsTheyStand)
  }
  const context: AnswerContext = {
    watched() {
      if (!current) throw new NothingWatched()
      return current
    },
    current: () => current,
    enter: (open) =>
      inTurn(async () => {
        await leave()
        attend(await open())
        await tellSettings()
      }),
    leave: () => inTurn(leave),
    tellSettings: (settings) => endpoint.tell('settings', settings),
  }
  const settings = answerSettings(context, options)
  const rescue = answerRescue(options, (news) => endpoint.tell('rescue', news))
  const endpoint = endpointOf(
    unlessNothingWatched(options.scenes ? nothingChosen : ended, {
      ...answerState(context),
      ...answerExamination(context),
      ...answerTreatment(context),
      ...answerHistory(context),
      ...answerAccounts(context),
      ...settings.answers,
      ...answerPermissions(context, options),
      ...answerUnseen(context),
      ...answerScenes(context, options, settings.language),
      ...rescue.answers,
      ...answerAbout(context, options),
      ...answerUpdates(context, options),
    }),
    (what, name, error) => {
      const log = options.log ?? options.session?.world.log
      log?.error(what === 'event' ? 'telling-failed' : 'answer-failed', { of: { id: name }, error })
    },
  )
  if (options.session) attend(options.session)
  void tellSettings()
  return {
    endpoint,
    watching: () => current,
    close: () => Promise.all([context.leave(), rescue.close()]).then(() => {}),
  }
}

/** Before anything is watched there is an answer, too: this sentence. */
function unlessNothingWatched(sentence: Sentence, answers: Answers): Answers {
  const all = Object.entries(answers) as [string, (body: never) => Answer<unknown> | Promise<Answer<unknown>>][]
  const careful = all.map(([name, answer]) => [
    name,
    async (body: never) => {
      try {
        return await answer(body)
      } catch (error) {
        if (error instanceof NothingWatched) return errorAnswer('unavailable', sentence)
        throw error
      }
    },
  ])
  return Object.fromEntries(careful) as Answers
}

import { type Answers, type Desk, deskOf } from '../endpoint.ts'
import { type Answer, no, yes } from '../schema/answer.ts'
import type { SettingsAsTheyStand } from '../schema/settings.ts'
import { answerAccounts } from './accounts.ts'
import { answerPast } from './history.ts'
import { inTurns } from './in-turn.ts'
import type { Premises, Some } from './server-options.ts'
import { answerHouse, type Moving } from './settings.ts'
import { answerTreating } from './treatment.ts'
import { type Watching, watchOver } from './watched-session.ts'

/** Where panels ask and are told, whatever window they are in. */
export interface Reception {
  readonly desk: Desk
  /** The house that is watched now; none before one was chosen. */
  watching(): Watching | undefined
  /** Leaves the house. */
  close(): Promise<void>
}

export function openReception(premises: Premises): Reception {
  let watching: Watching | undefined
  // Whoever plays one scene after another must not be in two at once.
  const inTurn = inTurns()
  const leave = async () => {
    const last = watching
    watching = undefined
    await last?.close()
    desk.clear()
  }
  const tellSettings = async () => {
    const answer = await desk.ask('settings', {})
    if (answer.ok) desk.tell('settings', answer.value as SettingsAsTheyStand)
  }
  const now: Moving = {
    watching: () => watching,
    enter: (house) =>
      inTurn(async () => {
        await leave()
        watching = watchOver(await house(), desk)
        await tellSettings()
      }),
    leave: () => inTurn(leave),
    tell: (settings) => desk.tell('settings', settings),
  }
  const here = () => {
    if (!watching) throw new Nowhere()
    return watching
  }
  const desk = deskOf(
    orNowhere(premises.scenes ? 'Nothing is watched yet. Please choose a scene first.' : ended, {
      ...answerWatching(here),
      ...answerTreating(here),
      ...answerPast(here),
      ...answerAccounts(here),
      ...answerHouse(premises, here, now),
    }),
  )
  const { house } = premises
  if (house) watching = watchOver(house, desk)
  void tellSettings()
  return { desk, watching: () => watching, close: now.leave }
}

function answerWatching(here: () => Watching): Some<'state' | 'examineNow' | 'examination' | 'pause' | 'resume'> {
  return {
    state: () => yes(here().doctor.panelState()),
    examineNow({ account }) {
      here().doctor.examineNow(account)
      return yes({})
    },
    examination({ account }) {
      const examination = here().following.of(account)
      return yes({ ...(examination && { examination }) })
    },
    async pause({ until }) {
      await here().pause(until)
      return yes({})
    },
    async resume() {
      await here().pause()
      return yes({})
    },
  }
}

class Nowhere extends Error {}

const ended = 'Nothing is watched any more. Please close Outbox Doctor, and open it again.'

/** Before anything is watched there is an answer, too. */
function orNowhere(sentence: string, answers: Answers): Answers {
  const all = Object.entries(answers) as [string, (request: never) => Answer<unknown> | Promise<Answer<unknown>>][]
  const careful = all.map(([name, answer]) => [
    name,
    async (request: never) => {
      try {
        return await answer(request)
      } catch (error) {
        if (error instanceof Nowhere) return no('unavailable', sentence)
        throw error
      }
    },
  ])
  return Object.fromEntries(careful) as Answers
}

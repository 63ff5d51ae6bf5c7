import type { Settings } from '../core/settings.ts'
import type { Instant } from '../core/time.ts'
import { dueExaminations, stuckTimes } from './due-examinations.ts'
import { asideTimes, putAside } from './watch-aside.ts'
import { countBegun, countEnded } from './watch-budget.ts'
import { closeEpisodes, findStuck, muteEpisode, nameCause, noteTrial } from './watch-episodes.ts'
import { noteNetwork } from './watch-network.ts'
import { heldUntilTimes, noteObservation, releaseHeld } from './watch-outbox.ts'
import type { WatchEvent, WatchState, WatchStep } from './watch-state.ts'
import {
  scheduleAllExaminations,
  scheduleExamination,
  withAbort,
  withCommands,
  withExaminationOver,
  withState,
} from './watch-step.ts'
import { passTime } from './watch-time.ts'

/**
 * When is a message stuck, when is it time to look, when is it over: decided from what was seen, as a pure function.
 * The doctor feeds events in and carries the commands out.
 */

/** Waking up takes a Mac a while to be online. */
const wakingUp = 15_000

/** One event further. */
export function nextWatchStep(before: WatchState, event: WatchEvent, settings: Settings): WatchStep {
  const taken = take({ state: passTime(before, event), commands: [] }, event)
  return plan(closeEpisodes(findStuck(releaseHeld(taken), settings)), settings)
}

function take(step: WatchStep, event: WatchEvent): WatchStep {
  switch (event.is) {
    case 'observed':
      return noteObservation(step, event.observation)
    case 'network':
      return noteNetwork(step, event)
    case 'power':
      return withState(step, { frugal: event.frugal })
    case 'slept':
      return withState(withAbort(step), { asleep: true })
    case 'woke':
      return scheduleAllExaminations(withState(step, { asleep: false }), 'wake', wakingUp)
    case 'paused':
      return event.until <= event.at ? step : withState(withAbort(step), { pausedUntil: event.until })
    case 'resumed': {
      const { pausedUntil: _, ...state } = step.state
      return { ...step, state }
    }
    case 'asked': {
      const asked = [...new Set([...step.state.asked, event.account])]
      return scheduleExamination(withState(step, { asked }), event.account, 'asked', 0)
    }
    case 'examined': {
      const learned = learn(step, event)
      return event.again === undefined ? learned : scheduleExamination(learned, event.account, 'again', event.again)
    }
    case 'aborted':
      return withExaminationOver(step, event.account)
    case 'muted':
      return muteEpisode(step, event.episode, event.on)
    case 'aside':
      return putAside(step, event)
    case 'tried':
      return noteTrial(step, event.account)
    case 'tick':
      return step
  }
}

function learn(step: WatchStep, { account, cause, grew }: Extract<WatchEvent, { is: 'examined' }>): WatchStep {
  const { lastExamined, tries, urgent, asked, at } = step.state
  const { [account]: _, ...stillUrgent } = urgent
  const learned = withState(withExaminationOver(step, account), {
    lastExamined: { ...lastExamined, [account]: at },
    tries: { ...tries, [account]: (tries[account] ?? 0) + 1 },
    urgent: stillUrgent,
    asked: asked.filter((one) => one !== account),
  })
  // Where none is under way, the last one was broken off, and may have asked everything.
  const noted = countEnded(learned, account, grew === false && step.state.examining === account)
  return cause === undefined ? noted : nameCause(noted, account, cause)
}

/** Starts the examination that is due, one at a time, or says when to be called again. */
function plan(step: WatchStep, settings: Settings): WatchStep {
  const { state } = step
  if (state.asleep) return step
  if (state.pausedUntil !== undefined) return call(step, [state.pausedUntil])
  const [next] = dueExaminations(state, settings)
  const begins = next !== undefined && next.at <= state.at && state.examining === undefined
  const begun = begins
    ? withCommands(withState(countBegun(step, next.what.account), { examining: next.what.account }), {
        do: 'examine',
        ...next.what,
      })
    : step
  const later = next && !begins && state.examining === undefined ? [next.at] : []
  return call(begun, [...later, ...stuckTimes(state, settings), ...heldUntilTimes(state), ...asideTimes(state)])
}

function call(step: WatchStep, at: readonly Instant[]): WatchStep {
  return at.length === 0 ? step : withCommands(step, { do: 'call', at: Math.max(step.state.at, Math.min(...at)) })
}

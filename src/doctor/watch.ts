import type { Settings } from '../core/settings.ts'
import type { Instant } from '../core/time.ts'
import { dueOf, ripening } from './due.ts'
import { noteBeginning, noteEnd } from './watch-budget.ts'
import { closeEpisodes, findStuck, nameCause, noteTrial } from './watch-episodes.ts'
import { meetNetwork } from './watch-network.ts'
import { heldEnds, observe, releaseHeld } from './watch-outbox.ts'
import type { Step, WatchEvent, WatchState } from './watch-state.ts'
import { abort, bid, hurry, hurryOne, release, set } from './watch-step.ts'
import { passTime } from './watch-time.ts'

/**
 * When is a message stuck, when is it time to look, when is it over: decided from what was seen, as a pure function.
 * The doctor feeds events in and carries the commands out.
 */

/** Waking up takes a Mac a while to be online. */
const wakingUp = 15_000

/** One event further. */
export function watch(before: WatchState, event: WatchEvent, settings: Settings): Step {
  const taken = take({ state: passTime(before, event), commands: [] }, event)
  return plan(closeEpisodes(findStuck(releaseHeld(taken), settings)), settings)
}

function take(step: Step, event: WatchEvent): Step {
  switch (event.is) {
    case 'observed':
      return observe(step, event.observation)
    case 'network':
      return meetNetwork(step, event)
    case 'power':
      return set(step, { frugal: event.frugal })
    case 'slept':
      return set(abort(step), { asleep: true })
    case 'woke':
      return hurry(set(step, { asleep: false }), 'wake', wakingUp)
    case 'paused':
      return event.until <= event.at ? step : set(abort(step), { pausedUntil: event.until })
    case 'resumed': {
      const { pausedUntil: _, ...state } = step.state
      return { ...step, state }
    }
    case 'asked': {
      const asked = [...new Set([...step.state.asked, event.account])]
      return hurryOne(set(step, { asked }), event.account, 'asked', 0)
    }
    case 'examined': {
      const learned = learn(step, event)
      return event.again === undefined ? learned : hurryOne(learned, event.account, 'again', event.again)
    }
    case 'aborted':
      return release(step, event.account)
    case 'tried':
      return noteTrial(step, event.account)
    case 'tick':
      return step
  }
}

function learn(step: Step, { account, cause, grew }: Extract<WatchEvent, { is: 'examined' }>): Step {
  const { lastExamined, tries, urgent, asked, at } = step.state
  const { [account]: _, ...stillUrgent } = urgent
  const learned = set(release(step, account), {
    lastExamined: { ...lastExamined, [account]: at },
    tries: { ...tries, [account]: (tries[account] ?? 0) + 1 },
    urgent: stillUrgent,
    asked: asked.filter((one) => one !== account),
  })
  const noted = noteEnd(learned, account, grew === false)
  return cause === undefined ? noted : nameCause(noted, account, cause)
}

/** Starts the examination that is due, one at a time, or says when to be called again. */
function plan(step: Step, settings: Settings): Step {
  const { state } = step
  if (state.asleep) return step
  if (state.pausedUntil !== undefined) return call(step, [state.pausedUntil])
  const [next] = dueOf(state, settings)
  const begins = next !== undefined && next.at <= state.at && state.examining === undefined
  const begun = begins
    ? bid(set(noteBeginning(step, next.what.account), { examining: next.what.account }), {
        do: 'examine',
        ...next.what,
      })
    : step
  const later = next && !begins && state.examining === undefined ? [next.at] : []
  return call(begun, [...later, ...ripening(state, settings), ...heldEnds(state)])
}

function call(step: Step, at: readonly Instant[]): Step {
  return at.length === 0 ? step : bid(step, { do: 'call', at: Math.max(step.state.at, Math.min(...at)) })
}

import type { EventOf } from '../../api/schema/table.ts'
import { StatusGlyph } from '../frame/glyph.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { durationText, numberText, timeOfDay } from '../words/write.ts'

type State = EventOf<'state'>

/** As long as sending may take, there is nothing to ask. */
const young = 60_000
/** Of what has waited for longer nobody would say that it is on its way. */
const old = 600_000

/** How things stand, in one sentence, and one more for the calm of whoever reads it. */
export function StatusHead({ state }: { state: State }) {
  const { now } = useStore()
  const { lead, more } = sentences(state, now.value)
  return (
    <header class={`status is-${state.status}`}>
      <StatusGlyph status={state.status} />
      <div role="status">
        <h1>{lead}</h1>
        <p>{more}</p>
      </div>
    </header>
  )
}

function sentences(state: State, at: number): { lead: string; more: string } {
  const { now, statuses, under } = words.value
  const { status, waiting, pausedUntil, episodes, diagnosis } = state
  const stuck = waiting.filter((message) => message.stuck).length
  if (status === 'stuck' && stuck > 0) {
    const since = Math.min(...episodes.map(({ openedAt }) => openedAt), ...waiting.map((one) => one.since))
    return { lead: now.stuck(stuck, numberText(stuck)), more: now.waitingFor(durationText(at - since)) }
  }
  // Not for long enough to be called stuck, but it is known already what will hold it.
  if (status === 'waiting' && waiting.length > 0 && diagnosis?.status === 'stuck')
    return { lead: now.held(waiting.length, numberText(waiting.length)), more: now.heldUnder }
  if (status === 'waiting' && waiting.length > 0 && stuck === 0 && !diagnosis?.causes.length) {
    const isYoung = waiting.every(({ since }) => at - since < young)
    // What was found may not have lasted long enough to be told: calm words would be taken back in a minute.
    const isKnown = diagnosis && diagnosis.status !== 'checking'
    if (!isYoung && !isKnown)
      return { lead: now.held(waiting.length, numberText(waiting.length)), more: now.lookedInto }
    const oldest = at - Math.min(...waiting.map(({ since }) => since))
    if (oldest > old)
      return { lead: now.held(waiting.length, numberText(waiting.length)), more: now.waitingFor(durationText(oldest)) }
    return { lead: now.onTheWay(waiting.length, numberText(waiting.length)), more: now.onTheWayUnder }
  }
  if (status === 'checking' && waiting.length === 0) return { lead: now.beginning, more: under.checking }
  if (status === 'paused' && pausedUntil !== undefined)
    return { lead: now.pausedUntil(timeOfDay(pausedUntil)), more: under.paused }
  return { lead: statuses[status], more: under[status] }
}

import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { dateAndTime } from '../words/write.ts'

const hour = 3_600_000

export function PauseRow() {
  const { state, ask, attempt, time } = useStore()
  const { settings: own, now } = words.value
  const until = state.value?.pausedUntil
  if (until !== undefined)
    return (
      <div class="choice">
        <span>{now.pausedUntil(dateAndTime(until))}</span>
        <button type="button" class="button" onClick={() => void attempt(ask.resume())}>
          {now.resume}
        </button>
      </div>
    )
  const morning = () => {
    const now = new Date(time())
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 6).getTime()
  }
  return (
    <div class="row pause">
      <button type="button" class="button" onClick={() => void attempt(ask.pause({ until: time() + hour }))}>
        {own.pauseHour}
      </button>
      <button type="button" class="button" onClick={() => void attempt(ask.pause({ until: morning() }))}>
        {own.pauseTomorrow}
      </button>
    </div>
  )
}

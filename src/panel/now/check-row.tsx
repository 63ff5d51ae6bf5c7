import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { agoText, numberText } from '../words/write.ts'

/** The foot of the page: when it was checked, how far a check has come, and the button. It never changes its height. */
export function CheckRow() {
  const { state, headline, now, ask, attempt } = useStore()
  const own = words.value.now
  const { examining, diagnosis, status, pausedUntil } = state.value ?? {}
  const count = state.value?.clients.flatMap(({ accounts }) => accounts).filter(({ enabled }) => enabled).length ?? 0
  const line = examining
    ? own.progress(examining.found, examining.asked)
    : diagnosis
      ? own.checked(agoText(now.value - diagnosis.at))
      : count > 0
        ? own.watching(count, numberText(count))
        : ''
  const isPaused = status === 'paused' || pausedUntil !== undefined
  // Where nobody could tell, nothing else on the page can be pressed.
  const check = () => {
    if (!examining) void attempt(ask.examineNow({}))
  }
  return (
    <footer class="check-row">
      <progress
        max={examining?.asked || 1}
        value={examining?.found ?? 0}
        class={examining ? '' : 'is-idle'}
        aria-label={own.checking}
      />
      <p>{line}</p>
      {isPaused ? (
        <button type="button" class="button" onClick={() => void attempt(ask.resume())}>
          {own.resume}
        </button>
      ) : (
        <button
          type="button"
          class={headline.value?.is === 'unsure' ? 'button main' : 'button'}
          aria-disabled={examining !== undefined}
          onClick={check}
        >
          {examining ? own.checking : own.check}
        </button>
      )}
    </footer>
  )
}

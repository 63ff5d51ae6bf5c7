import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

/** macOS goes on refusing a running program what it was refused once, however it is switched. */
export function Restart() {
  const { ask, attempt } = useStore()
  const { permissions: own } = words.value
  return (
    <>
      <p>{own.restartMore}</p>
      <button type="button" class="button small" onClick={() => void attempt(ask.restart())}>
        {own.restart}
      </button>
    </>
  )
}

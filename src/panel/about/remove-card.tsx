import { useState } from 'preact/hooks'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

/** Two clicks, and nothing of ours is left. */
export function RemoveCard() {
  const { ask, attempt } = useStore()
  const { about: own } = words.value
  const [step, go] = useState<'calm' | 'sure?' | 'removed'>('calm')
  const remove = async () => {
    if ((await attempt(ask.removeEverything({ sure: true }))) !== undefined) go('removed')
  }
  return (
    <section class="card" aria-labelledby="remove">
      <h2 id="remove">{own.remove}</h2>
      <p class="plain" role="status">
        {step === 'removed' ? own.removed : own.removeMore}
      </p>
      {step === 'calm' && (
        <button type="button" class="button" onClick={() => go('sure?')}>
          {own.remove}…
        </button>
      )}
      {step === 'sure?' && (
        <div class="row">
          <button type="button" class="button danger" onClick={() => void remove()}>
            {own.removeSure}
          </button>
          <button type="button" class="button" onClick={() => go('calm')}>
            {own.keep}
          </button>
        </div>
      )}
    </section>
  )
}

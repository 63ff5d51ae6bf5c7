import { useRef } from 'preact/hooks'
import type { RescueNews } from '../../api/schema/rescue.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { durationText, numberText, percentText } from '../words/write.ts'

/** Before this, what remains is a guess. */
const soonestMs = 2_000

/** How far it has come, by bytes, and how long it will take. */
export function SavingProgress({ news }: { news: Extract<RescueNews, { is: 'saving' }> }) {
  const { ask, attempt } = useStore()
  const { rescue: own, messages } = words.value
  const { stage, items, doneBytes, allBytes } = news
  const begun = useRef({ stage, at: performance.now() })
  if (begun.current.stage !== stage) begun.current = { stage, at: performance.now() }
  const share = allBytes ? Math.min(1, doneBytes / allBytes) : undefined
  const elapsed = performance.now() - begun.current.at
  const left = share && elapsed > soonestMs ? own.left(durationText((elapsed / share) * (1 - share))) : undefined
  const told = [share === undefined ? undefined : percentText(share), messages(items, numberText(items)), left]
  return (
    <section class="card" aria-labelledby="saving">
      <h2 id="saving">
        <span aria-live="polite">{own.stages[stage]}</span>
      </h2>
      <progress max={1} {...(share !== undefined && { value: share })} aria-labelledby="saving" />
      <div class="title-row">
        <p class="caption">{told.filter(Boolean).join(' · ')}</p>
        <button type="button" class="button small" onClick={() => void attempt(ask.callOffRescue())}>
          {own.stop}
        </button>
      </div>
    </section>
  )
}

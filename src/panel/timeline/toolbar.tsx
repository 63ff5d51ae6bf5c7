import type { Signal } from '@preact/signals'
import { Glyph } from '../frame/glyph.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { rangeText } from '../words/write.ts'
import { type TimelineWindow, windowLengthMs, windowUntil, zoomed } from './timeline-window.ts'

const day = 86_400_000
const lengths = { day, month: 30 * day, year: 366 * day }

/** Usual lengths, closer and further, and what is seen now. */
export function Toolbar({ window }: { window: Signal<TimelineWindow> }) {
  const { time } = useStore()
  const own = words.value.timeline
  const view = window.value
  const zoom = (factor: number) => {
    window.value = zoomed(view, factor, 0.5, time())
  }
  return (
    <>
      <div class="toolbar">
        {Object.entries(lengths).map(([name, ms]) => (
          <button
            key={name}
            type="button"
            class="chip"
            aria-pressed={Math.abs(windowLengthMs(view) - ms) < 1_000}
            onClick={() => {
              window.value = windowUntil(time(), ms)
            }}
          >
            {own[name as keyof typeof lengths]}
          </button>
        ))}
        <span class="spacer" />
        <button type="button" class="round" aria-label={own.zoomOut} onClick={() => zoom(2)}>
          <Glyph name="minus" />
        </button>
        <button type="button" class="round" aria-label={own.zoomIn} onClick={() => zoom(0.5)}>
          <Glyph name="plus" />
        </button>
      </div>
      <p class="range" aria-live="polite">
        {rangeText(view.from, Math.min(view.to, time()))}
      </p>
    </>
  )
}

import type { ReadonlySignal } from '@preact/signals'
import { conditions, type Mark } from '../../core/timeline.ts'
import { words } from '../words/language.ts'
import { ChangeGlyph } from './change-glyph.tsx'
import { isChange, marksIn } from './changes.ts'
import { heights } from './shape.ts'
import type { TimelineWindow } from './timeline-window.ts'

/** Every condition, and of troubles and changes those that are to be seen. */
export function Legend({ marks, window }: { marks: readonly Mark[]; window: ReadonlySignal<TimelineWindow> }) {
  const { conditions: names, marks: kinds, timeline } = words.value
  const { from, to } = window.value
  const seen = marksIn(marks, to - from).filter(({ at, until = at }) => at < to && until >= from)
  const changes = [...new Set(seen.filter(isChange).map(({ what }) => what))]
  return (
    <ul class="legend" aria-label={timeline.legend}>
      {conditions.map((is) => (
        <li key={is}>
          <svg width="14" height="12" aria-hidden="true">
            <rect
              class={`band is-${is.replace(' ', '-')}`}
              x="0"
              width="14"
              y={6 - heights[is] * 6}
              height={heights[is] * 12}
            />
          </svg>
          {names[is]}
        </li>
      ))}
      {seen.some((mark) => !isChange(mark)) && (
        <li>
          <svg width="14" height="12" aria-hidden="true">
            <rect class="trouble" width="14" height="12" />
          </svg>
          {kinds.episode}
        </li>
      )}
      {changes.map((what) => (
        <li key={what}>
          <ChangeGlyph what={what} />
          {kinds[what]}
        </li>
      ))}
    </ul>
  )
}

import { conditions } from '../../core/timeline.ts'
import { words } from '../words/language.ts'
import { heights } from './shape.ts'

export function Legend() {
  const { conditions: names, timeline } = words.value
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
    </ul>
  )
}

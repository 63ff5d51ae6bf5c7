import { useRef, useState } from 'preact/hooks'
import type { Band } from '../../core/timeline.ts'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { dateAndTime, dayOnly, timeOfDay } from '../words/write.ts'
import { ownTimeZone } from './use-timeline-data.ts'

const counts = { hour: 24, day: 30 } as const
const names = { hour: 'dayStrip', day: 'monthStrip' } as const

/** The last hours or days at a glance, the worst of each; one stop for the Tab key, arrows go along. */
export function Strip({ by, onPick }: { by: 'hour' | 'day'; onPick: (cell: Band) => void }) {
  const { ask, now, chapter } = useStore()
  const { timeline } = words.value
  const hour = Math.floor(now.value / 3_600_000)
  const [awaited] = useAnswer(
    () => ask.strip({ by, count: counts[by], until: now.peek(), zone: ownTimeZone }),
    `${by} ${hour} ${chapter.value}`,
  )
  const cells = latestAnswer(awaited)
  const [at, put] = useState(counts[by] - 1)
  const list = useRef<HTMLUListElement>(null)
  const walk = (event: KeyboardEvent) => {
    const last = (cells?.length ?? 1) - 1
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key]
    if (next === undefined || next < 0 || next > last) return
    event.preventDefault()
    event.stopPropagation()
    put(next)
    list.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <section class="strip">
      <h2 class="quiet">{timeline[names[by]]}</h2>
      <ul ref={list} onKeyDown={walk} aria-label={timeline[names[by]]}>
        {cells
          ? cells.map((cell, index) => (
              <li key={cell.from}>
                <button
                  type="button"
                  class={`cell is-${cell.is.replace(' ', '-')}`}
                  tabIndex={index === Math.min(at, cells.length - 1) ? 0 : -1}
                  aria-label={labelOf(cell, by)}
                  title={labelOf(cell, by)}
                  onFocus={() => put(index)}
                  onClick={() => onPick(cell)}
                >
                  <i />
                </button>
              </li>
            ))
          : Array.from({ length: counts[by] }, (_, index) => (
              <li key={index} aria-hidden="true">
                <span class="cell is-no-data">
                  <i />
                </span>
              </li>
            ))}
      </ul>
    </section>
  )
}

function labelOf({ from, to, is }: Band, by: 'hour' | 'day'): string {
  const { timeline, conditions, from: between } = words.value
  return timeline.cell(by === 'day' ? dayOnly(from) : between(dateAndTime(from), timeOfDay(to)), conditions[is])
}

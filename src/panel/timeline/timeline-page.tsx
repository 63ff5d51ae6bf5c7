import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Empty, Loading } from '../frame/empty.tsx'
import { Glyph } from '../frame/glyph.tsx'
import { English } from '../frame/text.tsx'
import { route } from '../route.ts'
import { useStore } from '../store.ts'
import { words } from '../words/words.ts'
import { range } from '../words/write.ts'
import { AsText } from './as-text.tsx'
import { Chart } from './chart.tsx'
import { IncidentStory } from './incident-story.tsx'
import { IncidentTable } from './incident-table.tsx'
import { Legend } from './legend.tsx'
import { Strip } from './strip.tsx'
import { usePast } from './use-past.ts'
import { around, lengthOf, until, type Window, within, zoomed } from './window.ts'

const day = 86_400_000
const lengths = { day, month: 30 * day, year: 366 * day }

export function TimelinePage() {
  const { now } = useStore()
  const { timeline: own } = words.value
  const window = useSignal<Window>(until(now.peek(), day))
  const past = usePast(window)
  const { what } = route.value
  const show = (wanted: Window) => {
    window.value = within(wanted, Date.now())
  }
  const opened = past.incidents.value?.find(({ id }) => id === what)
  // The picture follows the permalink once, and is free again then.
  useEffect(() => {
    if (opened) show(around(opened.openedAt, opened.closedAt ?? Date.now(), Date.now()))
  }, [opened?.id])
  const length = lengthOf(window.value)
  return (
    <>
      <Strip by="hour" onPick={show} />
      <Strip by="day" onPick={show} />
      <section class="card history" aria-label={own.chart}>
        <div class="toolbar">
          {Object.entries(lengths).map(([name, ms]) => (
            <button
              key={name}
              type="button"
              class="chip"
              aria-pressed={Math.abs(length - ms) < 1_000}
              onClick={() => show(until(Date.now(), ms))}
            >
              {own[name as keyof typeof lengths]}
            </button>
          ))}
          <span class="spacer" />
          <button
            type="button"
            class="round"
            aria-label={own.zoomOut}
            onClick={() => show(zoomed(window.peek(), 2, 0.5, Date.now()))}
          >
            <Glyph name="minus" />
          </button>
          <button
            type="button"
            class="round"
            aria-label={own.zoomIn}
            onClick={() => show(zoomed(window.peek(), 0.5, 0.5, Date.now()))}
          >
            <Glyph name="plus" />
          </button>
        </div>
        <p class="range" aria-live="polite">
          {range(window.value.from, Math.min(window.value.to, now.value))}
        </p>
        {past.timeline.value ? (
          <Chart window={window} timeline={past.timeline.value} />
        ) : past.failed.value !== undefined ? (
          <Empty title={own.empty}>
            <p>
              <English>{past.failed.value}</English>
            </p>
          </Empty>
        ) : (
          <Loading words={own.loading} lines={6} />
        )}
        <Legend />
      </section>
      {what !== undefined && <IncidentStory id={what} />}
      <IncidentTable incidents={past.incidents.value} window={window} />
      {past.timeline.value && <AsText timeline={past.timeline.value} window={window} />}
    </>
  )
}

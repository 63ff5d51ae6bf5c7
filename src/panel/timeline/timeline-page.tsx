import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { EmptyState, LoadingState } from '../frame/empty.tsx'
import { Translated } from '../frame/text.tsx'
import { route } from '../route.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { AsText } from './as-text.tsx'
import { IncidentStory } from './incident-story.tsx'
import { IncidentTable } from './incident-table.tsx'
import { Legend } from './legend.tsx'
import { Strip } from './strip.tsx'
import { TimelineDrawing } from './timeline-drawing.tsx'
import { clampedWindow, grown, type TimelineWindow, windowAround } from './timeline-window.ts'
import { Toolbar } from './toolbar.tsx'
import { useFirstLook } from './use-first-look.ts'
import { useSettled } from './use-settled.ts'
import { useTimelineData } from './use-timeline-data.ts'

export function TimelinePage() {
  const first = useFirstLook(route.value.what !== undefined)
  return first ? (
    <Past first={first} />
  ) : (
    <section class="card history">
      <LoadingState words={words.value.timeline.loading} lines={6} />
    </section>
  )
}

function Past({ first }: { first: TimelineWindow }) {
  const { now, time } = useStore()
  const { timeline: own } = words.value
  const { what } = route.value
  const window = useSignal(first)
  const untouched = useRef(first)
  // As long as nobody has moved it, the picture takes in what happens.
  useSignalEffect(() => {
    const at = now.value
    if (window.peek() !== untouched.current || at <= window.peek().to) return
    untouched.current = grown(window.peek(), at)
    window.value = untouched.current
  })
  const past = useTimelineData(window)
  const settled = useSettled(window)
  const show = (wanted: TimelineWindow) => {
    window.value = clampedWindow(wanted, time())
  }
  return (
    <>
      <Strip by="hour" onPick={show} />
      <Strip by="day" onPick={show} />
      <section class="card history" aria-label={own.chart}>
        <Toolbar window={window} />
        {past.timeline.value ? (
          <TimelineDrawing window={window} timeline={past.timeline.value} />
        ) : past.failed.value !== undefined ? (
          <EmptyState title={own.empty}>
            <p>
              <Translated>{past.failed.value}</Translated>
            </p>
          </EmptyState>
        ) : (
          <LoadingState words={own.loading} lines={6} />
        )}
        <Legend marks={past.timeline.value?.marks ?? []} window={settled} />
      </section>
      {what !== undefined && (
        <IncidentStory
          id={what}
          onFound={({ openedAt, closedAt = time() }) => show(windowAround(openedAt, closedAt, time()))}
        />
      )}
      <IncidentTable incidents={past.incidents.value} window={settled} />
      {past.timeline.value && <AsText timeline={past.timeline.value} window={settled} />}
    </>
  )
}

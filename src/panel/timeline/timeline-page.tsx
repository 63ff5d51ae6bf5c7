import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
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
import { clampedWindow, type TimelineWindow, windowAround, windowUntil } from './timeline-window.ts'
import { Toolbar } from './toolbar.tsx'
import { useSettled } from './use-settled.ts'
import { useTimelineData } from './use-timeline-data.ts'

const day = 86_400_000

export function TimelinePage() {
  const { now, time, about } = useStore()
  const { timeline: own } = words.value
  const { what } = route.value
  const window = useSignal<TimelineWindow>(windowUntil(now.peek(), day))
  // Only now is it known what time it is there.
  const world = about.value && `${about.value.real} ${about.value.scene?.name}`
  useEffect(() => {
    if (world !== undefined && what === undefined) window.value = windowUntil(time(), day)
  }, [world])
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
        <Legend />
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

import { type Signal, useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Incident } from '../../api/schema/history.ts'
import type { Sentence } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import type { Timeline } from '../../core/timeline.ts'
import { useStore } from '../store.ts'
import { containsWindow, type TimelineWindow, windowLengthMs, withMargins } from './timeline-window.ts'

export interface TimelineData {
  timeline: Signal<Timeline | undefined>
  incidents: Signal<readonly Incident[] | undefined>
  failed: Signal<Sentence | undefined>
}

interface Held {
  window: TimelineWindow
  /** The length of the picture that was asked for, which decides how fine it is. */
  length: number
  /** Until when it tells what happened. */
  asked: Instant
  chapter: string
}

const minute = 60_000
/** Points across the picture and its room; more than are seen would only cost time. */
const points = 700

export const ownTimeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** What stands in the history for a window, with room around; asked again when the window leaves it or its scale. */
export function useTimelineData(window: Signal<TimelineWindow>): TimelineData {
  const { ask, chapter, time, now } = useStore()
  const timeline = useSignal<Timeline>()
  const incidents = useSignal<readonly Incident[]>()
  const failed = useSignal<Sentence>()
  const held = useRef<Held | undefined>(undefined)
  const isAsking = useRef(false)

  const isHeld = () => {
    const [last, wanted] = [held.current, window.peek()]
    if (
      last?.chapter !== chapter.peek() ||
      !containsWindow(last.window, wanted) ||
      !isAlike(last.length, windowLengthMs(wanted))
    )
      return false
    // What has happened since is as wide as a point of the picture.
    const step = Math.max(minute, windowLengthMs(wanted) / points)
    return wanted.to <= last.asked || Math.abs(time() - last.asked) < step
  }
  /** One question at a time: while a picture is moved, the next is for where it has got to meanwhile. */
  async function fill() {
    if (isAsking.current) return
    isAsking.current = true
    while (!isHeld()) {
      const wanted = window.peek()
      const next: Held = {
        window: withMargins(wanted),
        length: windowLengthMs(wanted),
        asked: time(),
        chapter: chapter.peek(),
      }
      const { from, to } = next.window
      const [past, list] = await Promise.all([
        ask.timeline({ from, to, width: points, zone: ownTimeZone }),
        ask.incidents({ from, to }),
      ])
      failed.value = past.ok ? undefined : past.error.sentence
      if (!past.ok) break
      held.current = next
      timeline.value = past.value
      if (list.ok) incidents.value = list.value
    }
    isAsking.current = false
  }
  useSignalEffect(() => {
    void window.value
    void chapter.value
    void now.value
    void fill()
  })
  return { timeline, incidents, failed }
}

function isAlike(one: number, other: number): boolean {
  return one / other < 1.3 && other / one < 1.3
}

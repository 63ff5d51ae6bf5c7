import { useEffect, useState } from 'preact/hooks'
import { useStore } from '../store.ts'
import { firstLook, type TimelineWindow, windowUntil } from './timeline-window.ts'
import { ownTimeZone } from './use-timeline-data.ts'

const day = 86_400_000
/** Fine enough for the first minutes of a day. */
const points = 1_500

/** What is shown first; nothing until it is known. `isLed`: an address leads to another stretch of time in a moment. */
export function useFirstLook(isLed: boolean): TimelineWindow | undefined {
  const { ask, time, about } = useStore()
  const [first, put] = useState<TimelineWindow>()
  // Only now is it known what time it is there.
  const world = about.value && `${about.value.real} ${about.value.scene?.name}`
  useEffect(() => {
    if (world === undefined) return
    const now = time()
    if (isLed) return put(windowUntil(now, day))
    let late = false
    void ask.timeline({ from: now - day, to: now, width: points, zone: ownTimeZone }).then((past) => {
      if (!late) put(past.ok ? firstLook(past.value, now) : windowUntil(now, day))
    })
    return () => {
      late = true
    }
  }, [world])
  return first
}

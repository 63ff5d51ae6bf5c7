import { type Signal, useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Incident } from '../../contract/past.ts'
import type { Timeline } from '../../core/timeline.ts'
import { useStore } from '../store.ts'
import { holds, lengthOf, type Window, withRoom } from './window.ts'

export interface Past {
  timeline: Signal<Timeline | undefined>
  incidents: Signal<readonly Incident[] | undefined>
  failed: Signal<string | undefined>
}

/** While somebody still moves the picture nothing is asked: this long after the last move it is. */
const rest = 60
/** Points across the picture; more than are seen would only cost time. */
const points = 700

export const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** What stands in the history for a window, with room around; asked again when the window leaves it or its scale. */
export function usePast(window: Signal<Window>): Past {
  const { ask, chapter } = useStore()
  const timeline = useSignal<Timeline>()
  const incidents = useSignal<readonly Incident[]>()
  const failed = useSignal<string>()
  const held = useRef<{ window: Window; inner: number; chapter: string } | undefined>(undefined)
  useSignalEffect(() => {
    const wanted = window.value
    const current = chapter.value
    const last = held.current
    const fresh =
      last && last.chapter === current && holds(last.window, wanted) && isAlike(last.inner, lengthOf(wanted))
    if (fresh) return
    const timer = setTimeout(
      async () => {
        const wide = withRoom(wanted)
        const [past, list] = await Promise.all([
          ask.timeline({ from: Math.round(wide.from), to: Math.round(wide.to), width: points, zone }),
          ask.incidents({ from: Math.round(wide.from), to: Math.round(wide.to) }),
        ])
        if (window.peek() !== wanted) return
        if (past.ok) {
          held.current = { window: wide, inner: lengthOf(wanted), chapter: current }
          timeline.value = past.value
        }
        if (list.ok) incidents.value = list.value
        failed.value = past.ok ? undefined : past.error.sentence
      },
      last ? rest : 0,
    )
    return () => clearTimeout(timer)
  })
  return { timeline, incidents, failed }
}

function isAlike(one: number, other: number): boolean {
  return one === other || (one / other < 1.3 && other / one < 1.3)
}

import type { Signal } from '@preact/signals'
import { longestMs, panned, type TimelineWindow, windowLengthMs, windowUntil, zoomed } from './timeline-window.ts'

const step = 0.25
const factor = 0.6

/** What a key does to the window; nothing for other keys. */
export function windowByKey(key: string, window: TimelineWindow, now: number): TimelineWindow | undefined {
  switch (key) {
    case 'ArrowLeft':
      return panned(window, -step, now)
    case 'ArrowRight':
      return panned(window, step, now)
    case 'Home':
      return panned(window, -longestMs, now)
    case 'End':
      return windowUntil(now, windowLengthMs(window))
    case '+':
    case '=':
      return zoomed(window, factor, 0.5, now)
    case '-':
      return zoomed(window, 1 / factor, 0.5, now)
    default:
      return undefined
  }
}

/** Wheel and pinch zoom or pan, dragging pans, keys do both. One new picture a frame at most. */
export function steerTimeline(element: HTMLElement, window: Signal<TimelineWindow>, time: () => number): () => void {
  let next: TimelineWindow | undefined
  const move = (change: (window: TimelineWindow, now: number) => TimelineWindow) => {
    if (!next) requestAnimationFrame(show)
    next = change(next ?? window.peek(), time())
  }
  const show = () => {
    if (next) window.value = next
    next = undefined
  }
  const ends = new AbortController()
  const { signal } = ends
  element.addEventListener(
    'wheel',
    (event) => {
      const { deltaX, deltaY, ctrlKey, shiftKey, offsetX } = event
      const sideways = shiftKey ? deltaY : deltaX
      const width = element.clientWidth
      // A page that is scrolled past the chart goes on scrolling; sideways and pinching are ours.
      if (ctrlKey || event.metaKey || event.altKey)
        move((at, now) => zoomed(at, Math.exp(deltaY * 0.01), offsetX / width, now))
      else if (Math.abs(sideways) > Math.abs(shiftKey ? 0 : deltaY))
        move((at, now) => panned(at, sideways / width, now))
      else if (document.activeElement === element)
        move((at, now) => zoomed(at, Math.exp(deltaY * 0.004), offsetX / width, now))
      else return
      event.preventDefault()
    },
    { signal, passive: false },
  )
  let grabbed: number | undefined
  element.addEventListener(
    'pointerdown',
    ({ clientX, pointerId, button }) => {
      if (button !== 0) return
      grabbed = clientX
      element.setPointerCapture(pointerId)
    },
    { signal },
  )
  element.addEventListener(
    'pointermove',
    ({ clientX }) => {
      if (grabbed === undefined) return
      const share = (grabbed - clientX) / element.clientWidth
      grabbed = clientX
      move((at, now) => panned(at, share, now))
    },
    { signal },
  )
  for (const end of ['pointerup', 'pointercancel'] as const)
    element.addEventListener(
      end,
      () => {
        grabbed = undefined
      },
      { signal },
    )
  element.addEventListener(
    'keydown',
    (event) => {
      if (event.metaKey || event.ctrlKey || event.altKey) return
      const moved = windowByKey(event.key, window.peek(), time())
      if (!moved) return
      event.preventDefault()
      move((at, now) => windowByKey(event.key, at, now) ?? at)
    },
    { signal },
  )
  return () => ends.abort()
}

import type { Signal } from '@preact/signals'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Timeline, timelineRows } from '../../core/timeline.ts'
import { go } from '../route.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { answerTime, rangeText } from '../words/write.ts'
import { type ChangeMark, changeNear, changesApart, marksIn, nextChange, troubleAt } from './changes.ts'
import { Hatch } from './hatch.tsx'
import { labelWidth } from './label-width.ts'
import { PickedChange } from './picked-change.tsx'
import { Picture } from './picture.tsx'
import { axisHeight, latencyHeight, latencyTop, marksTop, rowHeight, rowTop } from './places.ts'
import { readout } from './readout.ts'
import { rowName } from './row-name.ts'
import { type Tick, ticksOf } from './scale.ts'
import { steerTimeline } from './steer.ts'
import { longestMs, panned, type TimelineWindow, windowLengthMs } from './timeline-window.ts'

const day = 86_400_000

/** Everything over one axis of time: rows of layers, marks of changes, troubles across, and how long servers took. */
export function TimelineDrawing({ window, timeline: whole }: { window: Signal<TimelineWindow>; timeline: Timeline }) {
  const { time } = useStore()
  const own = words.value.timeline
  const box = useRef<HTMLDivElement>(null)
  const [width, measure] = useState(0)
  const [pointed, point] = useState<number>()
  const [picked, pick] = useState<ChangeMark>()
  const pressed = useRef(0)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const sizes = new ResizeObserver(([entry]) => entry && measure(Math.round(entry.contentRect.width)))
    sizes.observe(element)
    const leave = steerTimeline(element, window, time)
    return () => {
      sizes.disconnect()
      leave()
    }
  }, [window, time])
  const view = window.value
  const perMs = width / windowLengthMs(view)
  const marks = marksIn(whole.marks, windowLengthMs(view))
  // The same marks are the same picture, however it is moved.
  const timeline = useMemo(() => ({ ...whole, marks }), [whole, marks.length])
  const height = latencyTop + timeline.latency.length * latencyHeight + 4
  const picture = useMemo(
    () => <Picture timeline={timeline} perMs={perMs} picked={picked} />,
    [timeline, perMs, picked, words.value],
  )
  const changes = useMemo(() => changesApart(timeline, perMs), [timeline, perMs])
  const momentAt = (left: number) => view.from + left / perMs
  const over = pointed === undefined ? undefined : changeNear(changes, momentAt(pointed), perMs)
  const click = ({ offsetX, clientX }: MouseEvent) => {
    // Whoever has dragged the picture meant nothing in it.
    if (Math.abs(clientX - pressed.current) > 4) return
    const change = changeNear(changes, momentAt(offsetX), perMs)
    const trouble = change ? undefined : troubleAt(timeline, momentAt(offsetX), time())
    if (trouble === undefined) pick(change)
    else go('timeline', trouble)
  }
  const walk = (event: KeyboardEvent) => {
    const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : undefined
    if (by === undefined) return
    event.preventDefault()
    const next = nextChange(changes, { picked, middle: (view.from + view.to) / 2, by })
    pick(next)
    if (next && (next.at < view.from || next.at > view.to))
      window.value = panned(view, (next.at - (view.from + view.to) / 2) / windowLengthMs(view), time())
  }
  return (
    <div class="chart">
      <Names timeline={timeline} height={height} />
      {/* One stop for the Tab key; what is drawn stands below as text. */}
      <div
        ref={box}
        class={over ? 'chart-box is-over-change' : 'chart-box'}
        tabIndex={0}
        role="slider"
        aria-label={own.chart}
        aria-description={own.keys}
        aria-valuemin={-longestMs / day}
        aria-valuemax={0}
        aria-valuenow={Math.round((view.to - time()) / day)}
        aria-valuetext={rangeText(view.from, view.to)}
        onPointerDown={({ clientX }) => {
          pressed.current = clientX
        }}
        onClick={click}
        onKeyDown={walk}
        onPointerMove={({ offsetX }) => point(offsetX)}
        onPointerLeave={() => point(undefined)}
      >
        <svg width={width} height={height} aria-hidden="true">
          <Hatch />
          <Ticks window={view} perMs={perMs} width={width} height={height} />
          <g transform={`translate(${((timeline.from - view.from) * perMs).toFixed(2)} 0)`}>{picture}</g>
          {timeline.latency.map(({ host, points }, index) => (
            <text key={host} class="host" x={2} y={latencyTop + index * latencyHeight + 9}>
              {own.latencyOf(
                host,
                answerTime(Math.min(...points.map(({ least }) => least))),
                answerTime(Math.max(...points.map(({ most }) => most))),
              )}
            </text>
          ))}
          {pointed !== undefined && <line class="pointer" x1={pointed} x2={pointed} y1={axisHeight - 4} y2={height} />}
        </svg>
      </div>
      <p class="readout" aria-hidden="true">
        {pointed === undefined || width === 0 ? '' : readout(momentAt(pointed), timeline)}
      </p>
      <PickedChange change={picked} />
    </div>
  )
}

function Names({ timeline, height }: { timeline: Timeline; height: number }) {
  const { timeline: own } = words.value
  return (
    <div class="chart-names" aria-hidden="true" style={{ height: `${height}px` }}>
      {timelineRows.map((layer, index) => (
        <span key={layer} style={{ top: `${rowTop(index) + rowHeight / 2}px` }}>
          {rowName(layer)}
        </span>
      ))}
      <span style={{ top: `${marksTop}px` }}>{own.marks}</span>
      {timeline.latency.length > 0 && <span style={{ top: `${latencyTop + latencyHeight / 2}px` }}>{own.latency}</span>}
    </div>
  )
}

/** Room for one label, in the type that this reader has chosen. */
const spread = () => 5.4 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
const edge = 24

/** At the edges a label leans inwards. */
function anchorOf(left: number, width: number): 'start' | 'middle' | 'end' {
  return left < edge ? 'start' : left > width - edge ? 'end' : 'middle'
}

const lean = { start: 0, middle: 0.5, end: 1 }

/** As many as there are whose labels leave room between them. */
function ticksApart(window: TimelineWindow, perMs: number, width: number): readonly Tick[] {
  const letter = 0.4 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const placeOf = ({ at, label }: Tick) => {
    const left = (at - window.from) * perMs
    const wide = labelWidth(label)
    const from = left - wide * lean[anchorOf(left, width)]
    return { from, to: from + wide }
  }
  for (let count = Math.max(2, Math.round(width / spread())); ; count -= 1) {
    const ticks = ticksOf(window, count)
    const places = ticks.map(placeOf)
    const touches = places.some(({ to }, index) => to + letter > (places[index + 1]?.from ?? Number.POSITIVE_INFINITY))
    if (count === 1 || !touches) return ticks
  }
}

function Ticks({
  window,
  perMs,
  width,
  height,
}: {
  window: TimelineWindow
  perMs: number
  width: number
  height: number
}) {
  return (
    <>
      {ticksApart(window, perMs, width).map(({ at, label, bold }) => {
        const left = (at - window.from) * perMs
        return (
          <g key={at} class={bold ? 'tick-at is-bold' : 'tick-at'} transform={`translate(${left.toFixed(1)} 0)`}>
            <line y1={axisHeight - 4} y2={height} />
            <text y={12} text-anchor={anchorOf(left, width)}>
              {label}
            </text>
          </g>
        )
      })}
    </>
  )
}

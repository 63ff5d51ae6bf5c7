import type { Signal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { layers } from '../../core/layer.ts'
import { type Band, conditions, type Timeline } from '../../core/timeline.ts'
import { words } from '../words/words.ts'
import { fullMoment, range } from '../words/write.ts'
import { Hatch } from './hatch.tsx'
import { LatencyLine } from './latency-line.tsx'
import { markShapes } from './mark-glyph.ts'
import { scaleOf, ticksOf } from './scale.ts'
import { conditionAt, pathOf } from './shape.ts'
import { steer } from './steer.ts'
import { longest, type Window } from './window.ts'

const day = 86_400_000
const axis = 22
const row = { height: 14, gap: 10 }
const marksHeight = 22
const latencyHeight = 46

/** Everything over one axis of time: rows of layers, marks of changes, troubles across, and how long servers took. */
export function Chart({ window, timeline }: { window: Signal<Window>; timeline: Timeline }) {
  const { timeline: own, layers: names, marks } = words.value
  const box = useRef<HTMLDivElement>(null)
  const [width, measure] = useState(0)
  const [pointed, point] = useState<number>()
  useEffect(() => {
    const element = box.current
    if (!element) return
    const sizes = new ResizeObserver(([entry]) => entry && measure(Math.round(entry.contentRect.width)))
    sizes.observe(element)
    const leave = steer(element, window)
    return () => {
      sizes.disconnect()
      leave()
    }
  }, [window])
  const view = window.value
  const x = scaleOf(view, width)
  const rows = layers.map((layer, index) => ({
    layer,
    bands: timeline.rows.find((one) => one.layer === layer)?.bands ?? [],
    top: axis + index * (row.height + row.gap) + row.gap / 2,
  }))
  const rowsEnd = axis + layers.length * (row.height + row.gap)
  const marksTop = rowsEnd + marksHeight / 2 + 2
  const latencyTop = rowsEnd + marksHeight + 6
  const height = latencyTop + timeline.latency.length * latencyHeight + 4
  const at = pointed === undefined ? undefined : view.from + (pointed / Math.max(1, width)) * (view.to - view.from)
  return (
    <div class="chart">
      <div class="chart-names" aria-hidden="true" style={{ height: `${height}px` }}>
        {rows.map(({ layer, top }) => (
          <span key={layer} style={{ top: `${top + row.height / 2}px` }}>
            {names[layer]}
          </span>
        ))}
        <span style={{ top: `${marksTop}px` }}>{own.marks}</span>
        {timeline.latency.length > 0 && (
          <span style={{ top: `${latencyTop + latencyHeight / 2}px` }}>{own.latency}</span>
        )}
      </div>
      {/* One stop for the Tab key; what is drawn stands below as text. */}
      <div
        ref={box}
        class="chart-box"
        tabIndex={0}
        role="slider"
        aria-label={own.chart}
        aria-description={own.keys}
        aria-valuemin={-longest / day}
        aria-valuemax={0}
        aria-valuenow={Math.round((view.to - Date.now()) / day)}
        aria-valuetext={range(view.from, view.to)}
        onPointerMove={(event) => point(event.offsetX)}
        onPointerLeave={() => point(undefined)}
      >
        <svg width={width} height={height} viewBox={`0 0 ${Math.max(1, width)} ${height}`} aria-hidden="true">
          <Hatch />
          {ticksOf(view, Math.max(2, Math.round(width / 70))).map(({ at: tick, label, bold }) => (
            <g key={tick} class={bold ? 'tick is-bold' : 'tick'} transform={`translate(${x(tick).toFixed(1)} 0)`}>
              <line y1={axis - 4} y2={height} />
              <text y={12} text-anchor={anchorAt(x(tick), width)}>
                {label}
              </text>
            </g>
          ))}
          {timeline.marks
            .filter(({ what }) => what === 'episode')
            .map(({ at: from, until = view.to, id }) => (
              <rect
                key={`${id} ${from}`}
                class="trouble"
                x={Math.max(-1, x(from))}
                y={axis}
                width={Math.max(2, Math.min(width + 1, x(until)) - Math.max(-1, x(from)))}
                height={rowsEnd - axis}
              />
            ))}
          {rows.map(({ layer, bands, top }) => (
            <Row key={layer} bands={bands} x={x} width={width} top={top} />
          ))}
          {timeline.marks.map(({ at: when, what, line, count }) =>
            what === 'episode' ? null : (
              <g
                key={`${what} ${when}`}
                class={`mark is-${what}`}
                transform={`translate(${x(when).toFixed(1)} ${marksTop})`}
              >
                <path d={markShapes[what]} />
                {count > 1 && <text x={7}>{count}</text>}
                <title>{`${fullMoment(when)} · ${marks[what]}: ${line}`}</title>
              </g>
            ),
          )}
          {timeline.latency.map((series, index) => (
            <LatencyLine
              key={series.host}
              series={series}
              x={x}
              width={width}
              top={latencyTop + index * latencyHeight}
              height={latencyHeight - 8}
            />
          ))}
          {pointed !== undefined && <line class="pointer" x1={pointed} x2={pointed} y1={axis - 4} y2={height} />}
        </svg>
      </div>
      <p class="readout" aria-hidden="true">
        {at === undefined ? '' : readout(at, rows)}
      </p>
    </div>
  )
}

/** At the edges a label leans inwards. */
function anchorAt(left: number, width: number): 'start' | 'middle' | 'end' {
  const room = 24
  return left < room ? 'start' : left > width - room ? 'end' : 'middle'
}

function Row({
  bands,
  x,
  width,
  top,
}: {
  bands: readonly Band[]
  x: (at: number) => number
  width: number
  top: number
}) {
  return (
    <g>
      {conditions.map((is) => {
        const path = pathOf(bands, is, x, width, { top, height: row.height })
        return path === '' ? null : <path key={is} class={`band is-${is.replace(' ', '-')}`} d={path} />
      })}
    </g>
  )
}

function readout(at: number, rows: readonly { layer: (typeof layers)[number]; bands: readonly Band[] }[]): string {
  const { layers: names, conditions: told } = words.value
  const troubles = rows.flatMap(({ layer, bands }) => {
    const is = conditionAt(bands, at)
    return is === 'bad' || is === 'unknown' ? [`${names[layer]}: ${told[is]}`] : []
  })
  const calm = told[conditionAt(rows.find(({ layer }) => layer === 'path')?.bands ?? [], at)]
  return [fullMoment(at), troubles.length > 0 ? troubles.join(', ') : calm].join(' · ')
}

import { type Band, conditions, type Timeline, timelineRows } from '../../core/timeline.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { translatedOrEnglish } from '../words/translated.ts'
import { fullMoment } from '../words/write.ts'
import { type ChangeMark, changesApart, isLine, isSameChange } from './changes.ts'
import { LatencyLine } from './latency-line.tsx'
import { markShapes } from './mark-glyph.ts'
import { axisHeight, latencyHeight, latencyTop, marksTop, rowHeight, rowsEnd, rowTop } from './places.ts'
import { heights, pathOf } from './shape.ts'

/** Of a night that is narrower, the lines of the hatching would be scraps. */
const hatchedPx = 10

/**
 * What is drawn of the past, with `timeline.from` at the left and wider than what is seen. It does not depend on where
 * the window stands: to move the picture is to move this as a whole.
 */
export function Picture({
  timeline,
  perMs,
  picked,
}: {
  timeline: Timeline
  perMs: number
  picked: ChangeMark | undefined
}) {
  const { time } = useStore()
  const now = Math.min(timeline.to, time())
  const x = (at: number) => (at - timeline.from) * perMs
  const width = x(timeline.to)
  return (
    <>
      {timeline.marks
        .filter(({ what }) => what === 'episode')
        .map((trouble) => (
          <rect
            key={`${trouble.id} ${trouble.at}`}
            class="trouble"
            x={x(trouble.at)}
            y={axisHeight}
            width={Math.max(2, x(trouble.until ?? now) - x(trouble.at))}
            height={rowsEnd - axisHeight}
          />
        ))}
      {timelineRows.map((layer, index) => (
        <Row
          key={layer}
          bands={timeline.rows.find((one) => one.layer === layer)?.bands ?? []}
          x={x}
          width={width}
          top={rowTop(index)}
        />
      ))}
      {changesApart(timeline, perMs).map((mark) => (
        <Change key={`${mark.what} ${mark.at}`} mark={mark} left={x(mark.at)} isPicked={isSameChange(mark, picked)} />
      ))}
      {timeline.latency.map((series, index) => (
        <LatencyLine
          key={series.host}
          series={series}
          x={x}
          top={latencyTop + index * latencyHeight}
          height={latencyHeight - 8}
        />
      ))}
    </>
  )
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
  const place = { top, height: rowHeight }
  const isShort = ({ is, from, to }: Band) => is === 'asleep' && x(to) - x(from) < hatchedPx
  const drawn = bands.filter((band) => !isShort(band))
  const nights = pathOf(bands.filter(isShort), 'asleep', x, width, { ...place, share: heights.good })
  return (
    <g>
      {conditions.map((is) => {
        const path = pathOf(drawn, is, x, width, place)
        return path === '' ? null : <path key={is} class={`band is-${is.replace(' ', '-')}`} d={path} />
      })}
      {nights !== '' && <path class="band is-night" d={nights} />}
    </g>
  )
}

function Change({ mark, left, isPicked }: { mark: ChangeMark; left: number; isPicked: boolean }) {
  const { at, what, line, count } = mark
  return (
    <g class={`mark is-${what}${isPicked ? ' is-picked' : ''}`} transform={`translate(${left.toFixed(1)} ${marksTop})`}>
      {isLine(mark) && <line y1={axisHeight - marksTop} y2={-6} />}
      <path d={markShapes[what]} />
      {count > 1 && <text x={7}>{count}</text>}
      <title>{`${fullMoment(at)} · ${words.value.marks[what]}: ${translatedOrEnglish(line)}`}</title>
    </g>
  )
}

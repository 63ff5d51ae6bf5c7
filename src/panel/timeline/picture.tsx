import { layers } from '../../core/layer.ts'
import { type Band, conditions, type Mark, type Timeline } from '../../core/timeline.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { translatedOrEnglish } from '../words/translated.ts'
import { fullMoment } from '../words/write.ts'
import { LatencyLine } from './latency-line.tsx'
import { markShapes } from './mark-glyph.ts'
import { axisHeight, latencyHeight, latencyTop, marksTop, rowHeight, rowsEnd, rowTop } from './places.ts'
import { pathOf } from './shape.ts'

/** Marks of a kind that would lie on each other are one. */
const apart = 9

/**
 * What is drawn of the past, with `timeline.from` at the left and wider than what is seen. It does not depend on where
 * the window stands: to move the picture is to move this as a whole.
 */
export function Picture({ timeline, perMs }: { timeline: Timeline; perMs: number }) {
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
      {layers.map((layer, index) => (
        <Row
          key={layer}
          bands={timeline.rows.find((one) => one.layer === layer)?.bands ?? []}
          x={x}
          width={width}
          top={rowTop(index)}
        />
      ))}
      {thinned(timeline.marks, x).map((mark) => (
        <Change key={`${mark.what} ${mark.at}`} mark={mark} left={x(mark.at)} />
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
  return (
    <g>
      {conditions.map((is) => {
        const path = pathOf(bands, is, x, width, { top, height: rowHeight })
        return path === '' ? null : <path key={is} class={`band is-${is.replace(' ', '-')}`} d={path} />
      })}
    </g>
  )
}

type ChangeMark = Mark & { what: keyof typeof markShapes }

function Change({ mark: { at, what, line, count }, left }: { mark: ChangeMark; left: number }) {
  return (
    <g class={`mark is-${what}`} transform={`translate(${left.toFixed(1)} ${marksTop})`}>
      <path d={markShapes[what]} />
      {count > 1 && <text x={7}>{count}</text>}
      <title>{`${fullMoment(at)} · ${words.value.marks[what]}: ${translatedOrEnglish(line)}`}</title>
    </g>
  )
}

function thinned(marks: readonly Mark[], x: (at: number) => number): readonly ChangeMark[] {
  const last = new Map<string, number>()
  return marks.filter((mark): mark is ChangeMark => {
    if (mark.what === 'episode' || x(mark.at) - (last.get(mark.what) ?? -apart) < apart) return false
    last.set(mark.what, x(mark.at))
    return true
  })
}

import type { Timeline } from '../../core/timeline.ts'

type Series = Timeline['latency'][number]

interface Place {
  x: (at: number) => number
  top: number
  height: number
}

/** How long one server took: the mean as a line, the least and the most as a veil around it. */
export function LatencyLine({ series, x, top, height }: Place & { series: Series }) {
  const { step, points } = series
  const most = Math.max(1, ...points.map((point) => point.most))
  const caption = 13
  const y = (ms: number) => top + height - (ms / most) * (height - caption)
  // A gap is a gap: nobody knows what lay between.
  const runs = points.reduce<Series['points'][number][][]>((all, point) => {
    const run = all.at(-1)
    const last = run?.at(-1)
    if (run && last && point.at - last.at <= step * 2.5) run.push(point)
    else all.push([point])
    return all
  }, [])
  const spot = (at: number, ms: number) => `${x(at + step / 2).toFixed(1)} ${y(ms).toFixed(1)}`
  return (
    <g class="latency">
      {runs.map((run) => (
        <g key={run[0]?.at}>
          <path
            class="veil"
            d={`M${run.map(({ at, most: high }) => spot(at, high)).join('L')}L${[...run]
              .reverse()
              .map(({ at, least: low }) => spot(at, low))
              .join('L')}z`}
          />
          <path class="mean" d={`M${run.map(({ at, mean }) => spot(at, mean)).join('L')}`} />
        </g>
      ))}
    </g>
  )
}

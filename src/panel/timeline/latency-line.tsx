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
  // Of a single point there is no line: it is drawn as long as its step, and never too short to be seen.
  const alone = Math.max(1, (x(step) - x(0)) / 2)
  const spots = (run: Series['points'], of: 'least' | 'mean' | 'most') =>
    run.flatMap((point) => {
      const middle = x(point.at + step / 2)
      const places = run.length > 1 ? [middle] : [middle - alone, middle + alone]
      return places.map((place) => `${place.toFixed(1)} ${y(point[of]).toFixed(1)}`)
    })
  return (
    <g class="latency">
      {runs.map((run) => (
        <g key={run[0]?.at}>
          <path class="veil" d={`M${[...spots(run, 'most'), ...spots(run, 'least').reverse()].join('L')}z`} />
          <path class="mean" d={`M${spots(run, 'mean').join('L')}`} />
        </g>
      ))}
    </g>
  )
}

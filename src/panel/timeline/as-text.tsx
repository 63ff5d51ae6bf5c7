import type { ReadonlySignal } from '@preact/signals'
import type { Timeline } from '../../core/timeline.ts'
import { Translated } from '../frame/text.tsx'
import { Disclosure } from '../now/fold.tsx'
import { words } from '../words/language.ts'
import { translatedOrEnglish } from '../words/translated.ts'
import { answerTime, dateAndTime, durationText } from '../words/write.ts'
import { marksIn } from './changes.ts'
import { rowName } from './row-name.ts'
import type { TimelineWindow } from './timeline-window.ts'

/** More lines than these are no text any more: looking closer shows them. */
const most = 60

/** What the picture shows, as words: troubles of layers, changes, and answer times. */
export function AsText({ timeline, window }: { timeline: Timeline; window: ReadonlySignal<TimelineWindow> }) {
  const { timeline: own } = words.value
  return (
    <div class="card as-text">
      <Disclosure title={own.asText}>
        <TextTable timeline={timeline} window={window} />
      </Disclosure>
    </div>
  )
}

function TextTable({ timeline, window }: { timeline: Timeline; window: ReadonlySignal<TimelineWindow> }) {
  const { timeline: own, conditions, marks } = words.value
  const { from, to } = window.value
  const bands = timeline.rows.flatMap(({ layer, bands: all }) =>
    all
      .filter((band) => (band.is === 'bad' || band.is === 'unknown') && band.to > from && band.from < to)
      .map((band) => ({ at: band.from, what: rowName(layer), is: conditions[band.is], ms: band.to - band.from })),
  )
  const changes = marksIn(timeline.marks, to - from)
    .filter(({ at, what }) => what !== 'episode' && at >= from && at < to)
    .map(({ at, what, line }) => ({ at, what: marks[what], is: line, ms: 0 }))
  const lines = [...bands, ...changes].sort((one, other) => other.at - one.at)
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{own.from}</th>
            <th scope="col">{own.layer}</th>
            <th scope="col">{own.state}</th>
            <th scope="col">{own.lasted}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map(({ at, what, is, ms }) => (
            <tr key={`${at} ${what} ${typeof is === 'string' ? is : translatedOrEnglish(is)}`}>
              <td>{dateAndTime(at)}</td>
              <td>{what}</td>
              <td>{typeof is === 'string' ? is : <Translated>{is}</Translated>}</td>
              <td>{ms > 0 && durationText(ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {timeline.latency.map(({ host, points }) => (
          <li key={host}>
            {own.latencyOf(
              host,
              answerTime(Math.min(...points.map(({ least }) => least))),
              answerTime(Math.max(...points.map((point) => point.most))),
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

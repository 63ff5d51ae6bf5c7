import type { ReadonlySignal } from '@preact/signals'
import type { Incident } from '../../api/schema/history.ts'
import { LoadingState } from '../frame/empty.tsx'
import { Translated } from '../frame/text.tsx'
import { hrefOf, route } from '../route.ts'
import { words } from '../words/language.ts'
import { dateAndTime, durationText } from '../words/write.ts'
import type { TimelineWindow } from './timeline-window.ts'

/** The troubles of the window as a table: it says in words what the picture shows. */
export function IncidentTable({
  incidents,
  window,
}: {
  incidents: readonly Incident[] | undefined
  window: ReadonlySignal<TimelineWindow>
}) {
  const { timeline: own } = words.value
  const { from, to } = window.value
  const seen = incidents?.filter(({ openedAt, closedAt }) => openedAt <= to && (closedAt ?? to) >= from)
  return (
    <section class="card incidents" aria-labelledby="incidents">
      <h2 id="incidents" class="quiet">
        {own.incidents}
      </h2>
      {!seen ? (
        <LoadingState words={own.loading} lines={2} />
      ) : seen.length === 0 ? (
        <p class="caption">{own.noIncidents}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{own.from}</th>
              <th scope="col">{own.cause}</th>
              <th scope="col">{own.lasted}</th>
            </tr>
          </thead>
          <tbody>
            {seen.map(({ id, openedAt, closedAt, cause }) => (
              <tr key={id}>
                <td>
                  <time dateTime={new Date(openedAt).toISOString()}>{dateAndTime(openedAt)}</time>
                </td>
                <td>
                  <a href={hrefOf('timeline', id)} aria-current={route.value.what === id ? 'true' : undefined}>
                    {cause ? <Translated>{cause.title}</Translated> : own.unnamed}
                  </a>
                </td>
                <td>{closedAt === undefined ? own.still : durationText(closedAt - openedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

import { useEffect } from 'preact/hooks'
import type { Incident, IncidentWhole } from '../../api/schema/history.ts'
import { atItsTime } from '../../core/quantities.ts'
import { CopyButton } from '../frame/copy-button.tsx'
import { LoadingState } from '../frame/empty.tsx'
import { ForeignText, Translated } from '../frame/text.tsx'
import { hrefOf } from '../route.ts'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { translatedOrEnglish } from '../words/translated.ts'
import { dateAndTime, durationText, fullMoment } from '../words/write.ts'

/** All that is remembered of one trouble; the address of this is its permalink. */
export function IncidentStory({ id, onFound }: { id: string; onFound: (incident: Incident) => void }) {
  const { ask, chapter } = useStore()
  const { timeline: own, errors, treatment, now, messages } = words.value
  const [awaited] = useAnswer(() => ask.incident({ id }), `${id} ${chapter.value}`)
  const incident = latestAnswer(awaited)
  // The picture follows the permalink once, and is free again then.
  useEffect(() => {
    if (incident) onFound(incident)
  }, [incident?.id])
  if (awaited.is === 'wrong')
    return (
      <section class="card">
        <p>
          <Translated>{awaited.error.sentence}</Translated>
        </p>
      </section>
    )
  if (!incident)
    return (
      <section class="card">
        <LoadingState words={own.loading} />
      </section>
    )
  const { openedAt, closedAt, end, cause, hosts, findings, changes, treatments } = incident
  const events = [
    ...changes.map(({ at, line }) => ({ at, line: <Translated>{line}</Translated> })),
    ...treatments.map(({ startedAt, label, outcome }) => ({
      at: startedAt,
      line: (
        <>
          <Translated>{label}</Translated>: {treatment[outcome]}
        </>
      ),
    })),
    ...(closedAt !== undefined && (end === 'sent' || end === 'ignored')
      ? [{ at: closedAt, line: end === 'sent' ? own.hasLeft : own.leftAlone }]
      : []),
  ].sort((one, other) => one.at - other.at)
  const line = inOneLine(incident)
  const found = findings.find((finding) => finding.evidence.length > 0)
  const evidence = found?.evidence.map((one) => atItsTime(one, found.at, dateAndTime)) ?? []
  return (
    <section class="card story" aria-labelledby="story">
      <h2 id="story">{cause ? <Translated>{cause.title}</Translated> : own.unnamed}</h2>
      <p class="plain">
        {fullMoment(openedAt)}
        {' · '}
        {closedAt === undefined ? own.still : durationText(closedAt - openedAt)}
        {' · '}
        {messages(incident.messages, String(incident.messages))}
        {hosts.map((host) => (
          <span key={host}>
            {' · '}
            <ForeignText>{host}</ForeignText>
          </span>
        ))}
      </p>
      {evidence.length > 0 && (
        <>
          <h3>{now.speaksFor}</h3>
          <ul class="evidence is-for">
            {evidence.map((line) => (
              <li key={line}>
                <Translated>{line}</Translated>
              </li>
            ))}
          </ul>
        </>
      )}
      {events.length > 0 && (
        <>
          <h3>{own.happened}</h3>
          <ul class="events">
            {events.map(({ at, line }) => (
              <li key={at}>
                <time dateTime={new Date(at).toISOString()}>{dateAndTime(at)}</time>
                <span>{line}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {line !== undefined && (
        <>
          <h3>{own.share}</h3>
          <p class="plain in-one-line">{line}</p>
          <CopyButton text={() => line} of={own.share} />
        </>
      )}
      <a class="more" href={hrefOf('timeline')}>
        {errors.close}
      </a>
    </section>
  )
}

/** What was wrong, what helped and how long it took: nobody's name, address, server or message is in it. */
function inOneLine({ cause, closedAt, end, openedAt, treatments }: IncidentWhole): string | undefined {
  if (closedAt === undefined || end !== 'sent') return undefined
  const { timeline } = words.value
  const helped = treatments.filter(({ outcome }) => outcome === 'cured').map(({ label }) => translatedOrEnglish(label))
  const title = cause ? translatedOrEnglish(cause.title) : `${timeline.unnamed}.`
  return timeline.inOneLine(title, durationText(closedAt - openedAt), [...new Set(helped)].join(', '))
}

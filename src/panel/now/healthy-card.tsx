import { ForeignText } from '../frame/text.tsx'
import { go } from '../route.ts'
import { useStore } from '../store.ts'
import { Strip } from '../timeline/strip.tsx'
import { words } from '../words/language.ts'
import { agoText, dateAndTime, durationText } from '../words/write.ts'

/** When all is well: that somebody looks, at what, and how the day was. */
export function HealthyCard() {
  const { state, headline, now } = useStore()
  const own = words.value.healthy
  const told = headline.value
  // Beside what is left alone, all may be well.
  if ((told?.is !== 'clear' && (told?.is !== 'aside' || told.cause)) || !state.value) return null
  const { clients, diagnosis, lastLeft, lastEpisode } = state.value
  const accounts = clients.flatMap((client) => client.accounts).filter(({ enabled }) => enabled)
  const sender = accounts.length > 1 ? accounts.find(({ id }) => id === lastLeft?.account) : undefined
  return (
    <section class="card healthy" aria-label={own.title}>
      <dl class="facts">
        {lastLeft && (
          <>
            <dt>{own.lastLeft}</dt>
            <dd>
              <time dateTime={new Date(lastLeft.at).toISOString()}>{dateAndTime(lastLeft.at)}</time>
              {sender && ' · '}
              {sender && <ForeignText>{sender.name}</ForeignText>}
            </dd>
          </>
        )}
        {accounts.length > 0 && (
          <>
            <dt>{own.watched}</dt>
            <dd>
              {accounts.map(({ id, name }) => (
                <span key={id}>
                  <ForeignText>{name}</ForeignText>
                </span>
              ))}
            </dd>
          </>
        )}
        {diagnosis && (
          <>
            <dt>{own.checked}</dt>
            <dd>{agoText(now.value - diagnosis.at)}</dd>
          </>
        )}
        {lastEpisode?.closedAt !== undefined && lastEpisode.end !== 'ignored' && (
          <>
            <dt>{own.lastTrouble}</dt>
            <dd>
              {own.over(dateAndTime(lastEpisode.closedAt), durationText(lastEpisode.closedAt - lastEpisode.openedAt))}
            </dd>
          </>
        )}
      </dl>
      <Strip by="hour" onPick={() => go('timeline')} />
    </section>
  )
}

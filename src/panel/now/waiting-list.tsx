import type { Aside } from '../../core/episode.ts'
import type { ClientState } from '../../core/state.ts'
import { Glyph } from '../frame/glyph.tsx'
import { ForeignText } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { durationText, sizeText, timeOfDay } from '../words/write.ts'
import { MessageActs } from './message-acts.tsx'

/** More than these are counted, not listed. */
const most = 50

/** What waits in the outboxes: the only place where subjects are shown, and only while they wait. */
export function WaitingList() {
  const { state, now: time } = useStore()
  const { now, messages } = words.value
  const { waiting = [], clients = [] } = state.value ?? {}
  if (waiting.length === 0) return null
  const apps = new Map(clients.map((one) => [one.client, one]))
  const owners = ownersOf(clients)
  const oldest = [...waiting].sort((one, other) => one.since - other.since)
  return (
    <section class="card outbox" aria-labelledby="outbox">
      <h2 id="outbox" class="quiet">
        {now.outbox}
      </h2>
      <ul>
        {oldest.slice(0, most).map(({ id, client, account, since, size: bytes, subject, stuck, aside }) => (
          <li key={id} class={aside && 'is-aside'}>
            <Glyph name="envelope" />
            <p title={subject}>
              <ForeignText>{subject || now.noSubject}</ForeignText>
              <small>
                {owners.has(account) && <ForeignText>{owners.get(account)}</ForeignText>}
                {owners.has(account) && ' · '}
                {[apps.get(client)?.name, bytes > 0 && sizeText(bytes), stuck && now.stuckTag, aside && asideTag(aside)]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </p>
            <time dateTime={new Date(since).toISOString()}>{durationText(time.value - since)}</time>
            <MessageActs message={id} subject={subject} isAside={aside !== undefined} app={apps.get(client)} />
          </li>
        ))}
      </ul>
      {oldest.length > most && <p class="caption">+ {messages(oldest.length - most, String(oldest.length - most))}</p>}
    </section>
  )
}

function asideTag({ until }: Aside): string {
  const { now } = words.value
  return until === undefined ? now.asideTag : now.asideTagUntil(timeOfDay(until))
}

/** Whose a message is, where it may be more than one person's: with one account, everybody knows. */
function ownersOf(clients: readonly ClientState[]): ReadonlyMap<string, string> {
  const all = clients.flatMap(({ accounts }) => accounts.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
  return new Map(all.length > 1 ? all : [])
}

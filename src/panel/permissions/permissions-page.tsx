import { useEffect, useState } from 'preact/hooks'
import type { RequestOf, ResponseOf } from '../../api/schema/table.ts'
import type { englishPanelWords } from '../../words/panel/en.ts'
import { LoadingState } from '../frame/empty.tsx'
import { Glyph } from '../frame/glyph.tsx'
import { Translated } from '../frame/text.tsx'
import { hrefOf } from '../route.ts'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { Restart } from './restart.tsx'
import { TryNotification } from './try-notification.tsx'

type Permissions = ResponseOf<'permissions'>
type Pane = RequestOf<'openPane'>['pane']
type Grant = Permissions['accessibility']

/** Macs tell nobody when a permission changes: it is looked at again as long as this page is open. */
const again = 2_000

type Name = keyof typeof englishPanelWords.permissions.names

const rows: readonly { name: Name; pane: Pane; of: (permissions: Permissions) => Grant }[] = [
  { name: 'fullDiskAccess', pane: 'full-disk-access', of: ({ fullDiskAccess }) => fullDiskAccess },
  { name: 'automation', pane: 'automation', of: automationOf },
  { name: 'notifications', pane: 'notifications', of: ({ notifications }) => notifications },
  { name: 'localNetwork', pane: 'local-network', of: ({ localNetwork }) => localNetwork },
  { name: 'accessibility', pane: 'accessibility', of: ({ accessibility }) => accessibility },
]

/**
 * Of several apps, what needs a hand comes first. One that is closed, or is not there, cannot be told of: that spoils
 * nothing where another is allowed. Menus matter only with Accessibility.
 */
function automationOf({ automation, systemEvents = 'unknown', accessibility }: Permissions): Grant {
  const grants = [...Object.values(automation), accessibility === 'granted' ? systemEvents : 'unknown']
  return (['refused', 'not-asked', 'granted'] as const).find((grant) => grants.includes(grant)) ?? 'unknown'
}

/** The first run in three steps, and the place to look at later. */
export function PermissionsPage() {
  const { ask } = useStore()
  const { permissions: own, now } = words.value
  const [awaited, look] = useAnswer(() => ask.permissions(), 0)
  useEffect(() => {
    const timer = setInterval(look, again)
    addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', look)
    }
  }, [])
  const granted = latestAnswer(awaited)
  const needed = rows.slice(0, 2).every(({ of }) => granted && of(granted) === 'granted')
  return (
    <>
      <header class="intro">
        <h1>{own.title}</h1>
        <p>{own.intro}</p>
      </header>
      <ol class="three">
        <li class="card is-done">
          <h2>{own.watched}</h2>
          <p class="plain">{own.watchedMore}</p>
        </li>
        <li class={needed ? 'card is-done' : 'card'}>
          <h2>{own.allow}</h2>
          <p class="plain">{own.allowMore}</p>
          {granted ? (
            <ul class="grants">
              {rows.map(({ name, pane, of }) => (
                <Row key={name} name={name} pane={pane} grant={of(granted)} look={look} />
              ))}
            </ul>
          ) : awaited.is === 'wrong' ? (
            <p class="caption">
              <Translated>{awaited.error.sentence}</Translated>
            </p>
          ) : (
            <LoadingState words={now.loading} lines={4} />
          )}
        </li>
        <li class={needed ? 'card is-done' : 'card'}>
          <h2>{own.ready}</h2>
          <p class="plain">{needed ? own.readyMore : own.readyNot}</p>
          <a class="button main" href={hrefOf('now')}>
            {own.done}
          </a>
        </li>
      </ol>
    </>
  )
}

interface RowProps {
  name: Name
  pane: Pane
  grant: Grant
  look: () => void
}

function Row({ name, pane, grant, look }: RowProps) {
  const { about, ask, attempt } = useStore()
  const { permissions: own } = words.value
  const { name: title, gives, without } = own.names[name]
  const isGranted = grant === 'granted'
  return (
    <li class={`grant is-${grant}`}>
      <span class="tick" aria-hidden="true">
        {isGranted ? <Glyph name="check" /> : grant === 'refused' ? <Glyph name="cross" /> : <Glyph name="minus" />}
      </span>
      <div>
        <h3>
          {title} <small>{own[grant]}</small>
        </h3>
        <p>{gives}</p>
        {!isGranted && (
          <>
            <p>{without}</p>
            {name === 'automation' && grant !== 'refused' ? (
              <AskButton title={title} />
            ) : (
              <button
                type="button"
                class="button small"
                onClick={() => void attempt(ask.openPane({ pane }))}
                aria-label={`${own.open}: ${title}`}
              >
                {own.open}
              </button>
            )}
            {about.value?.app && name === 'fullDiskAccess' && <Restart />}
            {about.value?.app && name === 'notifications' && <TryNotification look={look} />}
          </>
        )}
      </div>
    </li>
  )
}

/** The list in System Settings shows only who has asked: macOS is made to ask, after it was said what it will ask. */
function AskButton({ title }: { title: string }) {
  const { ask, attempt } = useStore()
  const { permissions: own } = words.value
  const [isAsking, setAsking] = useState(false)
  const click = async () => {
    setAsking(true)
    await attempt(ask.askToAutomate({}))
    setAsking(false)
  }
  return (
    <>
      <p>{own.asks}</p>
      <button
        type="button"
        class="button small"
        disabled={isAsking}
        onClick={() => void click()}
        aria-label={`${own.ask}: ${title}`}
      >
        {isAsking ? own.asking : own.ask}
      </button>
    </>
  )
}

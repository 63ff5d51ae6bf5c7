import type { SettingsAsTheyStand } from '../../api/schema/settings.ts'
import { Empty, Loading } from '../frame/empty.tsx'
import { Glyph, type GlyphName } from '../frame/glyph.tsx'
import { Told } from '../frame/text.tsx'
import { hrefOf, type Page } from '../route.ts'
import { useStore } from '../store.ts'
import { shown, useAnswer } from '../use-answer.ts'
import { words } from '../words/words.ts'
import { hourOfDay, span } from '../words/write.ts'
import { Choice } from './choice.tsx'
import { IgnoreList } from './ignore-list.tsx'
import { LoginSwitch } from './login-switch.tsx'
import { PauseRow } from './pause-row.tsx'
import { Switch } from './switch.tsx'
import { useDraft } from './use-draft.ts'

type Settings = SettingsAsTheyStand['settings']

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const choices = {
  patience: [90_000, 3 * minute, 5 * minute, 10 * minute, 30 * minute],
  mains: [5 * minute, 15 * minute, 30 * minute, hour],
  battery: [15 * minute, hour, 3 * hour, 6 * hour],
  retention: [30 * day, 90 * day, 180 * day, 400 * day, 1_100 * day],
}
const languages: readonly Settings['language'][] = ['system', 'en', 'de']
const hours = Array.from({ length: 24 }, (_, index) => index)

export function SettingsPage() {
  const { ask, settings } = useStore()
  const { now } = words.value
  // All are saved together: what another window has changed must not be put back from here.
  const [awaited, again] = useAnswer(() => ask.settings(), settings.value)
  if (awaited.is === 'wrong')
    return (
      <Empty title={<Told>{awaited.error.sentence}</Told>}>
        <button type="button" class="button" onClick={again}>
          {now.tryAgain}
        </button>
        <Beside />
      </Empty>
    )
  const found = shown(awaited)
  return found ? <Form {...found} /> : <Loading words={now.loading} lines={6} />
}

function Form({ settings, locked, warnings }: SettingsAsTheyStand) {
  const { settings: own, pages, name } = words.value
  const { isSaved, save } = useDraft(settings)
  const { patience, interval, notifications, quietHours, retention, ignore, language } = settings
  const isLocked = (name: string) => locked.includes(name)
  return (
    <>
      <div class="title-row">
        <h1>{pages.settings}</h1>
        <p class="saved" role="status">
          {isSaved ? own.saved : ''}
        </p>
      </div>
      {warnings.map((warning) => (
        <p class="remark" key={warning}>
          <Told>{warning}</Told>
        </p>
      ))}
      <section class="card form" aria-labelledby="watching">
        <h2 id="watching" class="quiet">
          {own.watching}
        </h2>
        <PauseRow />
        <Choice
          label={own.patience}
          more={own.patienceMore}
          value={patience}
          among={choices.patience}
          tell={span}
          locked={isLocked('patience')}
          choose={(value) => save(() => ({ patience: value }))}
        />
        <Choice
          label={own.mains}
          value={interval.mains}
          among={choices.mains}
          tell={span}
          locked={isLocked('interval.mains')}
          choose={(mains) => save((now) => ({ interval: { ...now.interval, mains } }))}
        />
        <Choice
          label={own.battery}
          value={interval.battery}
          among={choices.battery}
          tell={span}
          locked={isLocked('interval.battery')}
          choose={(battery) => save((now) => ({ interval: { ...now.interval, battery } }))}
        />
        <IgnoreList value={ignore} locked={isLocked('ignore')} choose={(list) => save(() => ({ ignore: list }))} />
      </section>
      <section class="card form" aria-labelledby="quiet">
        <h2 id="quiet" class="quiet">
          {own.notify}
        </h2>
        <Switch
          label={own.notifications}
          more={own.notificationsMore}
          isOn={notifications}
          locked={isLocked('notifications')}
          turn={(on) => save(() => ({ notifications: on }))}
        />
        <Choice
          label={own.quietFrom}
          value={quietHours.from}
          among={hours}
          tell={hourOfDay}
          locked={isLocked('quietHours.from')}
          choose={(from) => save((now) => ({ quietHours: { ...now.quietHours, from } }))}
        />
        <Choice
          label={own.quietTo}
          value={quietHours.to}
          among={hours}
          tell={hourOfDay}
          locked={isLocked('quietHours.to')}
          choose={(to) => save((now) => ({ quietHours: { ...now.quietHours, to } }))}
        />
      </section>
      <section class="card form" aria-labelledby="history">
        <h2 id="history" class="quiet">
          {own.history}
        </h2>
        <Choice
          label={own.retention}
          value={retention}
          among={choices.retention}
          tell={span}
          locked={isLocked('retention')}
          choose={(value) => save(() => ({ retention: value }))}
        />
      </section>
      <section class="card form" aria-labelledby="app">
        <h2 id="app" class="quiet">
          {name}
        </h2>
        <Choice
          label={own.language}
          value={language}
          among={languages}
          tell={(name) => own.languages[name]}
          locked={isLocked('language')}
          choose={(name) => save(() => ({ language: name }))}
        />
        <LoginSwitch />
      </section>
      <Beside />
    </>
  )
}

const beside: readonly { page: Page; glyph: GlyphName }[] = [
  { page: 'permissions', glyph: 'shield' },
  { page: 'about', glyph: 'info' },
]

function Beside() {
  const { pages, settings } = words.value
  return (
    <nav class="card links" aria-label={settings.more}>
      {beside.map(({ page, glyph }) => (
        <a key={page} href={hrefOf(page)}>
          <Glyph name={glyph} />
          {pages[page]}
          <Glyph name="chevron" />
        </a>
      ))}
    </nav>
  )
}

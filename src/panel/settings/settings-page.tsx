import type { SettingsAsTheyStand } from '../../api/schema/settings.ts'
import {
  type SettingGroup,
  type SettingKey,
  type Settings,
  settingIn,
  settingKeys,
  settingsTable,
} from '../../core/settings.ts'
import { EmptyState, LoadingState } from '../frame/empty.tsx'
import { Glyph, type GlyphName } from '../frame/glyph.tsx'
import { Translated } from '../frame/text.tsx'
import { hrefOf, type PageBeside } from '../route.ts'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { LoginSwitch } from './login-switch.tsx'
import { PauseRow } from './pause-row.tsx'
import { SettingField } from './setting-field.tsx'
import { useDraft } from './use-draft.ts'

/** The keys of each part of the page, in the order of the table. */
const groups = Object.entries(Object.groupBy(settingKeys, (key) => settingsTable[key].group))

export function SettingsPage() {
  const { ask, settings } = useStore()
  const { now } = words.value
  // All are saved together: what another window has changed must not be put back from here.
  const [awaited, again] = useAnswer(() => ask.settings(), settings.value)
  if (awaited.is === 'wrong')
    return (
      <EmptyState title={<Translated>{awaited.error.sentence}</Translated>}>
        <button type="button" class="button" onClick={again}>
          {now.tryAgain}
        </button>
        <Beside />
      </EmptyState>
    )
  const found = latestAnswer(awaited)
  return found ? <Form {...found} /> : <LoadingState words={now.loading} lines={6} />
}

function Form({ settings, locked, warnings }: SettingsAsTheyStand) {
  const { settings: own, pages } = words.value
  const { isSaved, save } = useDraft(settings)
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
          <Translated>{warning}</Translated>
        </p>
      ))}
      {groups.flatMap(([group, all]) => {
        // What only an organisation sets is shown where it has.
        const keys = group === 'organisation' ? all.filter((key) => locked.includes(key) || isSet(settings, key)) : all
        return keys.length === 0 ? (
          []
        ) : (
          <section key={group} class="card form" aria-labelledby={group}>
            <h2 id={group} class="quiet">
              {own.groups[group as SettingGroup]}
            </h2>
            {group === 'watching' && <PauseRow />}
            {keys.map((key) => (
              <SettingField key={key} name={key} settings={settings} isLocked={locked.includes(key)} save={save} />
            ))}
            {group === 'app' && <LoginSwitch />}
          </section>
        )
      })}
      <Beside />
    </>
  )
}

function isSet(settings: Settings, key: SettingKey): boolean {
  return JSON.stringify(settingIn(settings, key)) !== JSON.stringify(settingsTable[key].default)
}

const glyphs: Readonly<Record<PageBeside, GlyphName>> = { rescue: 'box', permissions: 'shield', about: 'info' }
const beside = Object.entries(glyphs) as [PageBeside, GlyphName][]

function Beside() {
  const { pages, settings } = words.value
  return (
    <nav class="card links" aria-label={settings.more}>
      {beside.map(([page, glyph]) => (
        <a key={page} href={hrefOf(page)}>
          <Glyph name={glyph} />
          {pages[page]}
          <Glyph name="chevron" />
        </a>
      ))}
    </nav>
  )
}

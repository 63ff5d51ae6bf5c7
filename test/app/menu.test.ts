import { describe, expect, test } from 'vitest'
import type { OfferShown } from '../../src/api/schema/treatment.ts'
import { type AppWords, appWordsIn } from '../../src/app/app-words.ts'
import { type MenuEntry, menuBar, menuFor } from '../../src/app/menu.ts'
import { asCommand, foreignName, say } from '../../src/core/sentence.ts'
import type { State } from '../../src/core/state.ts'
import { calm, offer, stuck } from './shell-double.ts'

const noon = new Date(2026, 4, 5, 12, 30)
const words = appWordsIn(['en-GB'])
const menuIn = (spoken: AppWords, openAtLogin?: boolean) =>
  menuFor({ state: stuck, offers: [offer()], now: noon, ...(openAtLogin !== undefined && { openAtLogin }) }, spoken)
const menu = (state: State, offers: readonly OfferShown[] = [], now = noon) =>
  menuFor({ state, offers, openAtLogin: false, now }, words)
const entry = (entries: readonly MenuEntry[], label: string) => entries.find((one) => one.label === label)

describe('the menu behind the icon', () => {
  test('has every command, each by name', () => {
    const commands = menu(calm).flatMap(({ command }) => command ?? [])
    expect(commands).toEqual([
      { do: 'show', page: 'now' },
      { do: 'check' },
      { do: 'pause', until: noon.getTime() + 3_600_000 },
      { do: 'pause', until: new Date(2026, 4, 6, 6).getTime() },
      { do: 'show', page: 'timeline' },
      { do: 'show', page: 'settings' },
      { do: 'copy report' },
      { do: 'open at login', on: true },
      { do: 'quit' },
    ])
    expect(entry(menu(calm), 'Settings…')?.accelerator).toBe('Command+,')
    expect(entry(menu(calm), 'Quit Outbox Doctor')?.accelerator).toBe('Command+Q')
  })

  test('has a quiet line for a newer version, and none without one', () => {
    const newer = menuFor({ state: calm, offers: [], now: noon, newer: '1.3.0' }, words)
    expect(newer.filter((one) => !menu(calm).some(({ label }) => label === one.label))).toEqual([
      { label: 'Version 1.3.0 is there…', command: { do: 'show', page: 'about' } },
    ])
  })

  test('says first how things stand', () => {
    expect(menu(stuck).slice(0, 2)).toEqual([
      { label: '2 messages are stuck', enabled: false },
      { label: 'This network blocks mail altogether.', enabled: false },
    ])
  })

  test('names no cause of what was just mended, nor offers to mend it once more', () => {
    const entries = menu({ ...stuck, headline: { is: 'fixed', count: 1, app: 'Mail' } }, [offer()])
    expect(entries[1]).toEqual({ type: 'separator' })
    expect(entry(entries, 'Use another port')).toBeUndefined()
  })

  test('tells what a fix will do before it can be clicked', () => {
    const fix = entry(menu(stuck, [offer()]), 'Use another port')
    expect(fix?.command).toBeUndefined()
    expect(fix?.submenu).toEqual([
      { label: 'Mail is closed and opened again.', enabled: false },
      { type: 'separator' },
      { label: 'Do this now', command: { do: 'treat', account: 'a', remedy: 'r' } },
    ])
  })

  test('leaves commands to the panel', () => {
    const promise = [say('Undo sets the old values again.'), asCommand('networksetup -getmtu en0')]
    const fix = entry(menu(stuck, [offer({ promise })]), 'Use another port')
    expect(fix?.submenu?.map(({ label }) => label)).toEqual([
      'Undo sets the old values again.',
      undefined,
      'Do this now',
    ])
  })

  test('leaves guides, and what needs a permission or a password, to the panel', () => {
    const { promise: _, ...guide } = offer({ label: foreignName('Change the port'), kind: 'guide' })
    const needy = offer({
      label: foreignName('Needs'),
      needs: [{ permission: 'automation', why: foreignName('To ask Mail.') }],
    })
    const secret = offer({ label: foreignName('Ask'), wantsPassword: true })
    const entries = menu(stuck, [guide, needy, secret])
    expect(entry(entries, 'Change the port…')?.command).toEqual({ do: 'show', page: 'now' })
    expect(entry(entries, 'Needs…')?.command).toEqual({ do: 'show', page: 'now' })
    expect(entry(entries, 'Ask…')?.command).toEqual({ do: 'show', page: 'now' })
  })

  test('says why a fix must wait', () => {
    const fix = entry(
      menu(stuck, [offer({ blocked: foreignName('Not as long as mail may have left.') })]),
      'Use another port',
    )
    expect(fix?.submenu).toEqual([{ label: 'Not as long as mail may have left.', enabled: false }])
  })

  test('offers to go on where it was paused, and no second check while one is under way', () => {
    expect(entry(menu({ ...calm, pausedUntil: 5 }), 'Watch again')?.command).toEqual({ do: 'resume' })
    const examining = { account: 'a', why: 'asked', asked: 1, found: 0 } as const
    expect(entry(menu({ ...calm, examining }), 'Check now')?.enabled).toBe(false)
  })

  test('makes it quiet about what is stuck, and takes that back', () => {
    const known = { ...stuck, episodes: stuck.episodes.map((one) => ({ ...one, muted: true as const })) }
    const command = { do: 'mute', episodes: ['e'] }
    expect(entry(menu(stuck), 'Be quiet until this changes')?.command).toEqual({ ...command, on: true })
    expect(entry(menu(known), 'Tell me again about this')?.command).toEqual({ ...command, on: false })
    expect(entry(menu(calm), 'Be quiet until this changes')).toBeUndefined()
  })

  test('leaves alone what is stuck, for an hour too, and takes that back', () => {
    const messages = ['m1', 'm2']
    expect(entry(menu(stuck), 'Ignore these messages')?.command).toEqual({ do: 'put aside', messages, how: 'ignore' })
    expect(entry(menu(stuck), 'Remind me in an hour')?.command).toEqual({ do: 'put aside', messages, how: 'remind' })
    const [first] = stuck.waiting
    const alone: State = { ...calm, waiting: first ? [{ ...first, stuck: false, aside: {} }] : [] }
    expect(menu(alone)[0]?.label).toBe('One message waits; you asked to leave it alone')
    expect(entry(menu(alone), 'Watch it again')?.command).toEqual({ do: 'put aside', messages: ['m1'], how: 'watch' })
    expect(entry(menu(alone), 'Remind me in an hour')).toBeUndefined()
  })

  test('tomorrow is the next day of the calendar, also late in the evening and at the end of a month', () => {
    const late = menu(calm, [], new Date(2026, 4, 31, 23, 59))
    expect(entry(late, 'Pause until tomorrow')?.command).toEqual({
      do: 'pause',
      until: new Date(2026, 5, 1, 6).getTime(),
    })
  })

  test('says the engine’s sentences in German where German is spoken', () => {
    const german = menuIn(appWordsIn(['de']))
    expect(german.slice(0, 2).map(({ label }) => label)).toEqual([
      '2 Nachrichten stecken fest',
      'Dieses Netzwerk sperrt Mail ganz und gar.',
    ])
    expect(entry(german, 'Einen anderen Port verwenden')?.submenu?.[0]?.label).toBe('Mail is closed and opened again.')
  })

  test('cannot be opened at login where there is no app', () => {
    expect(entry(menuIn(words), 'Open at login')).toMatchObject({ enabled: false, checked: false })
    expect(entry(menuIn(words, true), 'Open at login')).toMatchObject({ enabled: true, checked: true })
  })

  test('the menu bar lets one copy and paste', () => {
    expect(menuBar(words).map(({ role }) => role)).toContain('editMenu')
  })
})

test('speaks the first language of the person that it knows', () => {
  expect(appWordsIn(['fr-FR', 'de-AT', 'en']).stateSentence(stuck)).toBe('2 Nachrichten stecken fest')
  expect(appWordsIn(['fr']).check).toBe('Check now')
  expect(appWordsIn([]).stateSentence({ ...stuck, waiting: stuck.waiting.slice(0, 1) })).toBe('One message is stuck')
})

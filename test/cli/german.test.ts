import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { commandNames } from '../../src/cli/commands/index.ts'
import { widthOf } from '../../src/cli/layout.ts'
import { environmentLanguage, terminalLocale } from '../../src/cli/locale.ts'
import { runCommandLine } from '../../src/cli/program.ts'
import { stateChanges } from '../../src/cli/state-diff.ts'
import { terminalOn } from '../../src/cli/terminal.ts'
import { memoryLog } from '../../src/core/log.ts'
import { render } from '../../src/core/render.ts'
import type { State } from '../../src/core/state.ts'
import { openHistory } from '../../src/history/history.ts'
import { settingsPlaces } from '../../src/storage/settings-places.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { ownFolder } from '../history/folder.ts'
import { account, recordOf } from '../history/records.ts'
import { outboxDoctor } from './run.ts'

const german = { LANG: 'de_DE.UTF-8' }
const inGerman = (line: string, columns?: number) => outboxDoctor(line.split(' '), '', german, columns)
const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

describe('the language', () => {
  test.each([
    [{ LANG: 'de_DE.UTF-8' }, 'de'],
    [{ LANG: 'de' }, 'de'],
    [{ LANG: 'de_AT@euro' }, 'de'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'de_CH.UTF-8' }, 'de'],
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'de_DE.UTF-8', LC_ALL: 'C.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: '', LC_MESSAGES: '' }, 'de'],
    [{ LANG: 'POSIX' }, 'en'],
    [{ LANG: 'C' }, 'en'],
    [{ LANG: 'fr_FR.UTF-8' }, 'en'],
    [{ LANG: 'deu' }, 'en'],
    [{ LC_CTYPE: 'de_DE.UTF-8' }, 'en'],
    [{}, 'en'],
  ])('of the environment %j is %s', (env, language) => {
    expect(environmentLanguage(env)).toBe(language)
  })

  afterEach(() => {
    vi.unstubAllEnvs()
  })

  test.each([
    ['{ "language": "de" }', 'C.UTF-8', 'de'],
    ['{ "language": "en" }', 'de_DE.UTF-8', 'en-GB'],
    ['{ "language": "system" }', 'de_DE.UTF-8', 'de'],
    ['{ "patience": "3m" }', 'de_DE.UTF-8', 'de'],
    ['{ "language": "xx" }', 'de_DE.UTF-8', 'de'],
    ['nothing that could be read', 'C.UTF-8', 'en-GB'],
  ])('that was set in %s wins over %s: %s', async (settings, LANG, tag) => {
    const home = ownFolder()
    vi.stubEnv('HOME', home)
    vi.stubEnv('XDG_STATE_HOME', home)
    const { file } = settingsPlaces()
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, settings)
    expect((await terminalLocale({ LANG })).tag).toBe(tag)
  })
})

describe('in German', () => {
  test('check tells what is wrong', async () => {
    const { status, out, errors } = await inGerman('check --scene hotel-wifi-blocks-587')
    expect({ status, errors }).toEqual({ status: 1, errors: '' })
    expect(out).toMatch(/^Das Hotel-WLAN sperrt Port 587/)
    expect(out).toMatch(/^✗ gestört/m)
    expect(out).toMatch(/^✓ gut/m)
    expect(out).toMatch(/^Deine Mail kann nicht hinaus, und das ist der Grund:$/m)
    expect(out).toMatch(/^Warum wir das glauben:$/m)
    expect(englishIn(out)).toEqual([])
  })

  test('status, accounts and fix', async () => {
    const status = await inGerman('status --scene outlook-works-offline')
    expect(flat(status.out)).toMatch(/Nachricht(en)? warte[nt], (die älteste )?schon \d/)
    const accounts = await inGerman('accounts --scene outlook-works-offline')
    expect(flat(accounts.out)).toMatch(/sendet über \S+, empfängt über \S+/)
    const { out } = await inGerman('fix --dry-run --scene outlook-works-offline')
    expect(out).toMatch(/^Was sich tun lässt:$/m)
    expect(out).toMatch(/^ +Outbox Doctor macht es$/m)
    expect(englishIn(out.slice(out.indexOf('Was sich tun lässt:')))).toEqual([])
    const done = await inGerman('fix go-online --yes --then-undo --scene outlook-works-offline')
    expect(flat(done.out)).toMatch(/… Zuerst wird nachgesehen\. … Es wird ausgeführt\./)
    expect(done.out).toMatch(/^Das hat geholfen\./m)
    expect(done.out).toMatch(/^Es ist widerrufen\./m)
  })

  test('watch, from its first lines on', async () => {
    const { signal, abort } = abortable()
    let out = ''
    const locale = await terminalLocale(german)
    const seen = (text: string) => {
      out += text
      if (out.includes('Nachricht wartet')) abort()
    }
    const status = await runCommandLine(['watch', '--scene', 'outlook-works-offline', '--speed', '20'], {
      terminal: terminalOn({ write: seen }, {}, locale),
      note: () => {},
      input: Readable.from([]),
      signal,
      interrupt: abort,
      log: memoryLog(systemClock),
    })
    expect(status).toBe(130)
    expect(flat(out)).toMatch(/^Outlook arbeitet offline \d\d:\d\d Beobachtet: Outlook \(1 Account\)\./)
    expect(flat(out)).toMatch(/Eine Nachricht wartet (im Postausgang von|schon \d+ Minuten in) Outlook/)
    expect(englishIn(out)).toEqual([])
  })

  test('what changes between two looks', async () => {
    const locale = await terminalLocale(german)
    const at = Date.UTC(2026, 10, 21, 9)
    const minute = 60_000
    const calm: State = {
      status: 'clear',
      since: at,
      online: true,
      clients: [{ client: 'apple-mail', name: 'Apple Mail', accounts: [] }],
      waiting: [],
      episodes: [],
      unseen: [],
    }
    const one = { id: 'm', client: 'apple-mail', account: 'a', since: at - 2 * minute, size: 0, stuck: true } as const
    const episode = { id: 'e', client: 'apple-mail', accounts: ['a'], messages: ['m'], openedAt: at } as const
    const stuck: State = { ...calm, status: 'stuck', waiting: [one], episodes: [episode] }
    const two = { ...stuck, waiting: [one, { ...one, id: 'n' }], episodes: [{ ...episode, messages: ['m', 'n'] }] }
    const freed: State = { ...calm, lastEpisode: { ...episode, closedAt: at + 125 * minute, end: 'sent' } }
    const arrived = { ...calm, waiting: [{ ...one, stuck: false, size: 2_100_000 }] }
    const lines = (before: State, after: State) =>
      stateChanges(before, after, at).map(({ line }) => render(line, locale))
    expect(lines(calm, arrived)).toEqual(['Eine Nachricht wartet im Postausgang von Apple Mail (2,1 MB).'])
    expect(lines(arrived, calm)).toEqual(['Eine Nachricht ist nicht mehr im Postausgang.'])
    expect(lines(calm, stuck)).toEqual(['Eine Nachricht wartet schon 2 Minuten in Apple Mail: Etwas hält sie auf.'])
    expect(lines(calm, two)).toEqual(['2 Nachrichten warten schon 2 Minuten in Apple Mail: Etwas hält sie auf.'])
    expect(lines(stuck, freed)).toEqual([
      expect.stringMatching(/^1 Nachricht ging um \d\d:\d\d hinaus\. Es hat 2 Stunden 5 Minuten gedauert\.$/),
      'Deiner Mail steht nichts im Weg.',
    ])
    expect(lines(calm, { ...calm, online: false, status: 'offline' })).toEqual(['Dieser Mac ist offline.'])
  })

  test('episodes and history', async () => {
    expect((await inGerman('episodes')).out).toBe('Keine Mail saß in den letzten 30 Tagen fest.\n')
    expect((await inGerman('history --since 1h')).out).toBe('Es wurde in der letzten Stunde nichts geprüft.\n')
    const path = join(ownFolder(), 'history.sqlite')
    const history = openHistory(path)
    const openedAt = Date.now() - 3_600_000
    const episode = { id: 'e', client: 'outlook', accounts: ['a'], messages: ['m', 'n'], openedAt } as const
    history.episodes.turn(openedAt, 'closed', { ...episode, closedAt: openedAt + 540_000, end: 'sent' }, [account])
    history.record(recordOf({ at: openedAt }))
    history.close()
    expect(flat((await inGerman(`episodes --database ${path}`)).out)).toMatch(
      /^\d\d\.\d\d\.\d{4}, \d\d:\d\d 2 Nachrichten in Outlook \(smtp\.example\.net\), 9 Minuten lang\. Keine Ursache wurde gefunden\.$/,
    )
    expect((await inGerman(`history --database ${path}`)).out).toMatch(/smtp\.example\.net: Nichts im Weg\./)
  })

  test('causes, explain and scenes', async () => {
    const { out } = await inGerman('causes')
    expect(out).toMatch(/^Das Netzwerk will, dass du dich erst anmeldest\.\n {2}captive-portal, hält Mail auf$/m)
    expect(englishIn(out.replaceAll(/^ {2}\S+, /gm, ''))).toEqual([])
    expect((await inGerman('explain -3253')).out).toMatch(/^Es kann sein:\n {2}• Das VPN/m)
    expect((await inGerman('explain the sky is blue')).errors).toBe(
      'Darüber ist nichts bekannt; es hilft, die ganze Meldung einzusetzen.\n',
    )
    expect((await inGerman('scenes')).out).toMatch(/Das Hotel-WLAN sperrt Port 587/)
  })

  test.each([
    ['check --wish', 'Die Option „--wish“ gibt es nicht.'],
    ['check --sceen a', 'Die Option „--sceen“ gibt es nicht. Meintest du --scene?'],
    ['stauts', 'Den Befehl „stauts“ gibt es nicht. Meintest du status? outbox-doctor --help nennt die Befehle.'],
    ['check --account', 'Zu „--account <file>“ fehlt die Angabe.'],
    ['check a b', 'Zu viele Angaben für „check“. Erwartet: 1 Angabe; gekommen: 2.'],
    ['export-stuck', 'Es fehlt die Angabe „folder“.'],
    ['serve --port 1.5', 'Zu „--port <number>“ passt „1.5“ nicht. Es muss eine ganze Zahl sein.'],
    ['check --account a.json --scene b', '--account und --scene gehen nicht zusammen.'],
    ['check --account nowhere.json', 'Die Datei nowhere.json lässt sich nicht lesen: es gibt sie nicht.'],
    ['history --since yesterday', '--since braucht eine Zeitspanne wie 30m, 24h oder 7d.'],
  ])('%s is wrong', async (line, sentence) => {
    expect(await inGerman(line)).toEqual({ status: 2, out: '', errors: `${sentence}\n` })
  })

  test.each([
    ['a.json', { email: 'anna' }, 'In a.json: email muss eine E-Mail-Adresse sein.'],
    ['a.json', { email: 'x'.repeat(400) }, 'In a.json: email darf höchstens 320 Zeichen lang sein.'],
    ['a.json', { email: 'a@b.example', client: 'x' }, /^In a\.json: client muss .* oder .* sein\.$/m],
  ])('a wrong field of an account file (%#)', async (name, content, sentence) => {
    const file = join(ownFolder(), name)
    writeFileSync(file, JSON.stringify(content))
    const { errors } = await inGerman(`check --account ${file}`)
    if (typeof sentence === 'string') expect(errors).toBe(`${sentence}\n`)
    else expect(errors).toMatch(sentence)
  })

  test.each(['causes --json', 'scenes --json', 'status --json --scene outlook-works-offline'])(
    'what %s prints is not',
    async (line) => {
      const timeless = (text: string) => text.replaceAll(/"(at|since|openedAt)": "[^"]*"/g, '')
      const { out } = await inGerman(line)
      expect(timeless(out)).toBe(timeless((await outboxDoctor(line.split(' '))).out))
    },
  )
})

describe.each([40, 80, 120])('at %i columns', (columns) => {
  test.each(['', ...commandNames])('the help of %s fits, and loses no letter', async (name) => {
    const { out } = await inGerman(`${name} --help`.trim(), columns)
    expect(widest(out)).toBeLessThanOrEqual(columns)
    expect(out).toMatch(/^Aufruf: outbox-doctor/)
    expect(englishIn(out)).toEqual([])
    const wide = await inGerman(`${name} --help`.trim(), 100)
    expect(out.replaceAll(/\s/g, '')).toBe(wide.out.replaceAll(/\s/g, ''))
  })

  test('so do findings, causes and offers', async () => {
    for (const line of ['check --scene hotel-wifi-blocks-587', 'fix --scene outlook-works-offline', 'causes', 'scenes'])
      expect(widest((await inGerman(line, columns)).out), line).toBeLessThanOrEqual(columns)
  })
})

test('findings stand in a column, however long the German words before them are', async () => {
  const { out } = await inGerman('check --scene hotel-wifi-blocks-587')
  const findings = out.split('\n').filter((line) => /^[✓✗·?–] /.test(line))
  expect(findings.length).toBeGreaterThan(5)
  expect(
    findings.filter((line) => !/^[✓✗·?–] (gut|gestört|Hinweis|unbekannt|nicht gefragt) *(?<=^.{17})\S/.test(line)),
  ).toEqual([])
})

function abortable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort(new Error('Seen enough.')) }
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map(widthOf))
}

/** Lines with a word that no German sentence has; the names of commands, options and what they take are the same in both. */
function englishIn(text: string): string[] {
  const names = /--[\w-]+|[<[][\w.:[\]-]+[>\]]|^ {2}(help|[a-z-]+) /gm
  return text
    .split('\n')
    .filter((line) => /\b(the|and|with|what|where|when|your|is|of|not)\b/i.test(line.replaceAll(names, '')))
}

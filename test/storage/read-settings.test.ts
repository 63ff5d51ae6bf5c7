import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { defaultSettings, type Settings } from '../../src/core/settings.ts'
import { readSettings, settingsDocument } from '../../src/storage/read-settings.ts'

const from = (...documents: unknown[]) =>
  readSettings(documents.map((document, index) => ({ name: foreignName(`place ${index + 1}`), document })))

describe('settings', () => {
  test('are the defaults where nothing is set', () => {
    expect(from(undefined)).toEqual({ settings: defaultSettings, warnings: [], locked: [] })
    expect(from({})).toEqual({ settings: defaultSettings, warnings: [], locked: [] })
  })

  test('that an administrator set are locked, but only where they hold', () => {
    const document = { patience: 'soon', interval: { battery: '2h' }, quietHours: { from: 20 } }
    const sources = [
      { name: foreignName('own'), document: { interval: { mains: '30m' } } },
      { name: foreignName('theirs'), document, managed: true },
    ]
    expect(readSettings(sources).locked).toEqual(['interval.battery', 'quietHours.from'])
  })

  test('that are not an administrator’s to set are none in their place', () => {
    const document = { retention: '30d', patience: '3m' }
    const theirs = { name: foreignName('theirs'), document, managed: true }
    expect(readSettings([theirs], (key) => key !== 'retention')).toEqual({
      settings: { ...defaultSettings, patience: 180_000 },
      warnings: ['theirs: “retention” is not a known setting.'],
      locked: ['patience'],
    })
    const own = readSettings([{ name: foreignName('own'), document }], (key) => key !== 'retention')
    expect(own.settings.retention).toBe(30 * 86_400_000)
  })

  test('are read field by field', () => {
    const { settings, warnings } = from({
      patience: '3m',
      interval: { mains: '30m' },
      notifications: false,
      quietHours: { from: 23 },
      retention: '30d',
      ignore: ['anna@example.org', '@example.net', 'example.com'],
      language: 'de',
      shortcut: true,
      summary: true,
      hideIcon: true,
      updateCheck: false,
      forbiddenFixes: ['network'],
      launchAtLogin: 'never',
      organisation: 'Example GmbH',
      fleetReport: true,
      telemetry: { on: true, endpoint: 'https://collector.example.org:4318', headers: 'authorization=Bearer%20canary' },
      supportContact: 'room 4',
    })
    expect(warnings).toEqual([])
    expect(settings).toEqual({
      patience: 180_000,
      interval: { mains: 1_800_000, battery: 3_600_000 },
      notifications: false,
      quietHours: { from: 23, to: 7 },
      retention: 30 * 86_400_000,
      ignore: ['anna@example.org', '@example.net', 'example.com'],
      language: 'de',
      shortcut: true,
      summary: true,
      hideIcon: true,
      updateCheck: false,
      forbiddenFixes: ['network'],
      launchAtLogin: 'never',
      organisation: 'Example GmbH',
      fleetReport: true,
      telemetry: { on: true, endpoint: 'https://collector.example.org:4318', headers: 'authorization=Bearer%20canary' },
      supportContact: 'room 4',
    })
  })

  test.each([
    'collector.example.org',
    'ftp://example.org',
    'https://anna:canary@example.org',
    'https://example.org/?a',
  ])('that are no address to send to are passed over: %s', (endpoint) => {
    const { settings, warnings } = from({ telemetry: { on: true, endpoint } })
    expect(settings.telemetry).toEqual({ on: true, endpoint: '', headers: '' })
    expect(warnings).toEqual([
      'place 1: “telemetry.endpoint” must be an address that begins with https:// or http://; it is passed over.',
    ])
  })

  test.each(['Bearer canary', 'a=b%', 'host=example.org', 'a=b%0d%0ac:d', 'a='])(
    'that are no headers are passed over, and never repeated: %s',
    (headers) => {
      const { settings, warnings } = from({ telemetry: { headers } })
      expect(settings.telemetry.headers).toBe('')
      expect(warnings).toEqual([
        'place 1: “telemetry.headers” must be written as name=value, parted by commas; it is passed over.',
      ])
    },
  )

  test.each([
    [{ patience: 5 }, 'place 1: “patience” must be a length of time from 90s to 1d; it is passed over.'],
    [{ patience: '10s' }, 'place 1: “patience” must be a length of time from 90s to 1d; it is passed over.'],
    [
      { interval: { mains: '1s' } },
      'place 1: “interval.mains” must be a length of time from 5m to 1d; it is passed over.',
    ],
    [{ quietHours: { to: 24 } }, 'place 1: “quietHours.to” must be a whole hour from 0 to 23; it is passed over.'],
    [
      { ignore: 'example.org' },
      'place 1: “ignore” must be a list of at most 200 addresses and domains; it is passed over.',
    ],
    [{ ignore: ['a b'] }, 'Of the setting “ignore”, entry 1 must be an address or a domain; it is passed over.'],
    [{ notifications: 'no' }, 'place 1: “notifications” must be true or false; it is passed over.'],
    [{ language: 'fr' }, 'place 1: “language” must be system, en or de; it is passed over.'],
    [{ patients: '3m' }, 'place 1: “patients” is not a known setting.'],
    [{ interval: { main: '30m' } }, 'place 1: “interval.main” is not a known setting.'],
    [{ interval: '30m' }, 'place 1: “interval” is not a known setting.'],
    [[1, 2], 'place 1 holds no settings.'],
    ['text', 'place 1 holds no settings.'],
  ])('that are wrong are named and passed over: %j', (document, warning) => {
    expect(from(document)).toEqual({ settings: defaultSettings, warnings: [warning], locked: [] })
  })

  test('one wrong value costs no other', () => {
    const { settings, warnings } = from({ patience: 'soon', retention: '30d', ignore: ['good.example', 7] })
    expect(warnings).toHaveLength(2)
    expect(settings).toMatchObject({ retention: 30 * 86_400_000, ignore: ['good.example'] })
  })

  test('of the administrator win, unless they are wrong', () => {
    const own = { patience: '3m', retention: '30d' }
    const { settings, warnings } = from(own, { patience: '5m', retention: 'for ever' })
    expect(settings).toMatchObject({ patience: 300_000, retention: 30 * 86_400_000 })
    expect(rendered(warnings)).toEqual([expect.stringMatching(/^place 2: “retention”/)])
  })

  test('that are written down are read as they were', () => {
    const settings: Settings = {
      ...defaultSettings,
      patience: 95_000,
      notifications: false,
      ignore: ['example.org'],
      language: 'de',
    }
    expect(from(JSON.parse(JSON.stringify(settingsDocument(settings))))).toEqual({ settings, warnings: [], locked: [] })
  })

  test('of any shape never throw, and what they give is sound', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.record({ patience: fc.jsonValue(), interval: fc.jsonValue(), ignore: fc.jsonValue() }),
        (any, named) => {
          for (const document of [any, named]) {
            const { settings } = from(document)
            expect(settings.patience).toBeGreaterThanOrEqual(90_000)
            expect(settings.interval.mains).toBeGreaterThanOrEqual(300_000)
            expect(settings.ignore.every((entry) => typeof entry === 'string')).toBe(true)
          }
        },
      ),
    )
  })
})

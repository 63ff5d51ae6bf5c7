import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { build, buildBinary } from 'plist'
import { describe, expect, test } from 'vitest'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { defaultSettings, type SettingKey, settingIn, settingKeys } from '../../src/core/settings.ts'
import { flatKey, organisationIn } from '../../src/storage/managed-value.ts'
import { originOf, readSettings, settingsDocument } from '../../src/storage/read-settings.ts'
import { loadSettings, settingsSources } from '../../src/storage/settings-file.ts'
import { managedPlaces } from '../../src/storage/settings-places.ts'
import { ownFolder } from '../history/folder.ts'

/** What a profile that sets a domain brings along, as it lies in the managed file. */
const profile = {
  PayloadDisplayName: 'Outbox Doctor',
  PayloadIdentifier: 'org.example.outbox-doctor.settings',
  PayloadOrganization: 'Example GmbH',
  PayloadType: 'app.outbox-doctor',
  PayloadUUID: '3E5C2C6B-6C8E-4E40-9C2C-0B6C6E1F2A11',
  PayloadVersion: 1,
  _manualProfile: true,
}

const managed = (document: unknown) => readSettings([{ name: foreignName('theirs'), document, managed: true }])

describe('what a profile says of itself', () => {
  test.each([
    ['XML', (value: object) => build(value as never)],
    ['binary', (value: object) => buildBinary(value as never)],
  ])('is no setting and no slip of the pen, in %s', async (_, written) => {
    const file = join(ownFolder(), 'managed.plist')
    writeFileSync(file, written({ ...profile, patience: '10m', notifications: false }))
    const { warnings, locked, settings } = await loadSettings({ managed: file })
    expect([warnings, locked]).toEqual([[], ['patience', 'notifications']])
    expect([settings.patience, settings.notifications]).toEqual([600_000, false])
  })

  test('is a slip of the pen in one’s own file', () => {
    const { warnings } = readSettings([{ name: foreignName('own'), document: { PayloadUUID: 'x' } }])
    expect(warnings).toHaveLength(1)
  })

  test('tells who it is from', () => {
    expect(organisationIn(profile)).toBe('Example GmbH')
    for (const document of [undefined, {}, { PayloadOrganization: ' ' }, { PayloadOrganization: 7 }])
      expect(organisationIn(document)).toBeUndefined()
  })
})

describe('what tools make of a value', () => {
  test.each<[string, SettingKey, unknown, unknown]>([
    ['Intune’s text', 'notifications', 'false', false],
    ['Intune’s text', 'summary', ' True ', true],
    ['Jamf’s number', 'notifications', 0, false],
    ['Jamf’s number', 'summary', 1, true],
    ['an hour as text', 'quietHours.from', '20', 20],
    ['a list as text', 'ignore', 'anna@example.org, @example.net', ['anna@example.org', '@example.net']],
    ['capitals', 'language', 'DE', 'de'],
    ['capitals', 'patience', '10M', 600_000],
    ['names as text', 'forbiddenFixes', 'network, switch-port', ['network', 'switch-port']],
    ['a number', 'supportContact', 4711, '4711'],
  ])('%s is taken for what was meant, with a note: %s %j', (_, key, given, meant) => {
    const { settings, warnings, locked } = managed({ [flatKey(key)]: given })
    expect(settingIn(settings, key)).toEqual(meant)
    expect(locked).toEqual([key])
    expect(rendered(warnings)).toEqual([
      `theirs: “${key}” is not written as its kind asks for; what was meant is taken.`,
    ])
  })

  test.each<[SettingKey, unknown]>([
    ['notifications', 'perhaps'],
    ['notifications', 2],
    ['quietHours.to', '24'],
    ['patience', 600],
    ['language', 1],
  ])('but nothing is guessed: %s %j', (key, given) => {
    const { settings, warnings, locked } = managed({ [flatKey(key)]: given })
    expect([settings, locked]).toEqual([defaultSettings, []])
    expect(rendered(warnings)).toEqual([expect.stringMatching(/it is passed over\.$/)])
  })

  test('is not undone in one’s own file', () => {
    const own = readSettings([{ name: foreignName('own'), document: { notifications: 'false' } }])
    expect([own.settings, own.warnings.length]).toEqual([defaultSettings, 1])
  })

  test('never gives what one’s own file could not hold, whatever was written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settingKeys), fc.jsonValue(), (key, given) => {
        const { settings } = managed({ [flatKey(key)]: given })
        const document = JSON.parse(JSON.stringify(settingsDocument(settings)))
        expect(readSettings([{ name: foreignName('own'), document }])).toEqual({ settings, warnings: [], locked: [] })
      }),
    )
  })
})

test('what an organisation says of itself is one harmless line, by its own key before its profile’s', () => {
  const own = managed({ ...profile, organisation: 'IT\n\u202eExample', supportContact: ' room 4 ' })
  expect([own.lockedBy, own.settings.organisation, own.settings.supportContact]).toEqual([
    'IT Example',
    'IT Example',
    'room 4',
  ])
  expect(managed(profile).lockedBy).toBe('Example GmbH')
  expect(managed({ organisation: 'x'.repeat(81) }).warnings).toHaveLength(1)
  expect(readSettings([{ name: foreignName('own'), document: { organisation: 'Me' } }])).not.toHaveProperty('lockedBy')
})

test('a name that can be none of a fix costs no other', () => {
  const { settings, warnings } = managed({ forbiddenFixes: ['network', 'Switch Port', 7] })
  expect(settings.forbiddenFixes).toEqual(['network'])
  expect(rendered(warnings)).toEqual([
    'Of the setting “forbiddenFixes”, entry 2 must be the name of a fix; it is passed over.',
    'Of the setting “forbiddenFixes”, entry 3 must be the name of a fix; it is passed over.',
  ])
})

test('one of a group can be forced without the other', () => {
  const { settings, warnings, locked } = managed({ intervalMains: '30m', quietHoursFrom: 20 })
  expect([warnings, locked]).toEqual([[], ['interval.mains', 'quietHours.from']])
  expect([settings.interval, settings.quietHours]).toEqual([
    { mains: 1_800_000, battery: 3_600_000 },
    { from: 20, to: 7 },
  ])
})

test('what is set for a user wins over what is set for the Mac, and that over one’s own', async () => {
  const folder = ownFolder()
  const { managed: device = '', managedForUser = '' } = managedPlaces('anna')
  const places = {
    file: join(folder, 'own.json'),
    managed: join(folder, device),
    managedForUser: join(folder, managedForUser),
  }
  mkdirSync(dirname(places.managedForUser), { recursive: true })
  writeFileSync(places.file, JSON.stringify({ patience: '2m', retention: '30d', summary: true }))
  writeFileSync(places.managed, build({ ...profile, patience: '5m', retention: '90d' }))
  writeFileSync(places.managedForUser, buildBinary({ ...profile, patience: '10m' }))
  const { settings, warnings, locked } = await loadSettings(places)
  expect([warnings, locked]).toEqual([[], ['patience', 'retention']])
  expect(settings).toMatchObject({ patience: 600_000, retention: 90 * 86_400_000, summary: true })
  const { sources } = await settingsSources(places)
  const origins = (['patience', 'retention', 'summary', 'shortcut'] as const).map(
    (key) => originOf(sources, key)?.place,
  )
  expect(origins).toEqual(['user', 'device', 'file', undefined])
})

test('a value that does not hold is nobody’s', () => {
  const sources = [
    { name: foreignName('own'), document: { patience: '3m' } },
    { name: foreignName('theirs'), document: { patience: 'soon' }, managed: true },
  ]
  expect(originOf(sources, 'patience')).toBe(sources[0])
})

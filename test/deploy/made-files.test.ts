import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'plist'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { madeFiles } from '../../deploy/made-files.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { defaultSettings, type SettingKey, settingKeys, settingsTable } from '../../src/core/settings.ts'
import { flatKey } from '../../src/storage/managed-value.ts'
import { readSettings, settingsDocument } from '../../src/storage/read-settings.ts'
import { loadSettings } from '../../src/storage/settings-file.ts'
import { profileShape } from './payload-shapes.ts'

const folder = join(import.meta.dirname, '../../deploy')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const profiles = Object.keys(madeFiles).filter((name) => name.endsWith('.mobileconfig'))
const manageable = settingKeys.filter((key: SettingKey) => settingsTable[key].manageable)

test.each(Object.entries(madeFiles))('%s is what npm run deploy makes of the table', (name, make) => {
  expect(read(name)).toBe(make())
})

test('nothing lies there that nobody made or explains', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.\w+$/.test(name) && !name.endsWith('.ts') && name !== 'README.md',
  )
  expect(files.sort()).toEqual(Object.keys(madeFiles).sort())
  for (const name of files) expect(read('README.md')).toContain(`\`${name}\``)
})

describe('profiles', () => {
  const parsed = profiles.map((name) => profileShape.parse(parse(read(name))))

  test('have the keys and kinds that Apple publishes, each its own identifiers', () => {
    const all = parsed.flatMap((profile) => [profile, ...profile.PayloadContent])
    for (const key of ['PayloadIdentifier', 'PayloadUUID'] as const)
      expect(new Set(all.map((one) => one[key])).size).toBe(2 * profiles.length)
  })

  test('give rights to nobody but this app, proven by its team, and ask no app without a proof', () => {
    const content = parsed.flatMap((profile) => profile.PayloadContent)
    const privacy = content.find((one) => one.PayloadType === 'com.apple.TCC.configuration-profile-policy')
    if (privacy?.PayloadType !== 'com.apple.TCC.configuration-profile-policy') throw new Error('It is not there.')
    const { SystemPolicyAllFiles: files, AppleEvents: events } = privacy.Services
    for (const { Identifier, CodeRequirement } of [...files, ...events]) {
      expect(Identifier).toBe('app.outbox-doctor')
      expect(CodeRequirement).toMatch(/^identifier "app\.outbox-doctor" and anchor apple generic and .*"TEAMID"$/)
    }
    for (const { AEReceiverIdentifier: asked, AEReceiverCodeRequirement: proof } of events)
      expect(proof).toMatch(new RegExp(`^identifier "${asked}" and anchor apple`))
  })

  test('that set settings are understood as they are, and lock what they name', async () => {
    const { warnings, locked, settings } = await loadSettings({ managed: join(folder, 'settings.mobileconfig') })
    expect([warnings, locked]).toEqual([[], ['notifications', 'retention']])
    expect(settings.retention).toBe(90 * 86_400_000)
  })

  test('for other things set none', async () => {
    const { warnings, locked } = await loadSettings({ managed: join(folder, 'privacy.mobileconfig') })
    expect([warnings, locked]).toEqual([[], []])
  })
})

describe('forms for administrators', () => {
  const jamf = z
    .object({ properties: z.record(z.string(), z.looseObject({ type: z.string(), default: z.unknown() })) })
    .parse(JSON.parse(read('jamf.schema.json'))).properties
  const subkey = z.looseObject({ pfm_name: z.string(), pfm_type: z.string(), pfm_default: z.unknown() })
  const manifest = z
    .object({ pfm_subkeys: z.array(subkey) })
    .parse(parse(read('app.outbox-doctor.manifest.plist')))
    .pfm_subkeys.filter(({ pfm_name }) => !pfm_name.startsWith('Payload'))

  test('name what may be set, with the same kinds and defaults', () => {
    expect(Object.keys(jamf)).toEqual(manageable.map(flatKey))
    expect(manifest.map(({ pfm_name, pfm_type, pfm_default }) => [pfm_name, pfm_type, pfm_default])).toEqual(
      Object.entries(jamf).map(([name, property]) => [name, property.type, property.default]),
    )
  })

  test('offer defaults that, set, change nothing and lock everything', () => {
    const document = Object.fromEntries(Object.entries(jamf).map(([name, property]) => [name, property.default]))
    expect(readSettings([{ name: foreignName('theirs'), document, managed: true }])).toEqual({
      settings: defaultSettings,
      warnings: [],
      locked: manageable,
    })
  })
})

describe('the schema of settings.json', () => {
  const schema = z.fromJSONSchema(JSON.parse(read('settings.schema.json')))

  test('takes what is written there', () => {
    const written = JSON.parse(JSON.stringify(settingsDocument({ ...defaultSettings, ignore: ['example.org'] })))
    expect(schema.safeParse(written).success).toBe(true)
    expect(schema.safeParse({}).success).toBe(true)
  })

  test.each([
    [{ patients: '3m' }],
    [{ patience: 3 }],
    [{ patience: '3 minutes' }],
    [{ interval: { main: '30m' } }],
    [{ quietHours: { to: 24 } }],
    [{ notifications: 'no' }],
    [{ language: 'fr' }],
    [{ ignore: 'example.org' }],
  ])('refuses what is not understood there either: %j', (document) => {
    expect(schema.safeParse(document).success).toBe(false)
    expect(readSettings([{ name: foreignName('own'), document }]).warnings).toHaveLength(1)
  })
})

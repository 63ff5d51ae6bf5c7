import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, buildBinary } from 'plist'
import { describe, expect, test } from 'vitest'
import { rendered } from '../../src/core/rendered.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import { changeSettings, loadSettings } from '../../src/storage/settings-file.ts'
import { ownFolder } from '../history/folder.ts'

describe('the settings file', () => {
  test('need not be there', async () => {
    expect(await loadSettings({ file: join(ownFolder(), 'settings.json') })).toEqual({
      settings: defaultSettings,
      warnings: [],
      locked: [],
    })
  })

  test('is written whole, for its owner only, and read back', async () => {
    const file = join(ownFolder(), 'deep/settings.json')
    const settings = { ...defaultSettings, ignore: ['example.org'] }
    await changeSettings(defaultSettings, { file })
    await changeSettings(settings, { file })
    expect(await loadSettings({ file })).toEqual({ settings, warnings: [], locked: [] })
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(readdirSync(join(file, '..'))).toEqual(['settings.json'])
  })

  test('holds what its owner has changed, and never makes an administrator’s values theirs', async () => {
    const folder = ownFolder()
    const places = { file: join(folder, 'settings.json'), managed: join(folder, 'managed.plist') }
    writeFileSync(places.file, '{"interval": {"mains": "30m"}, "of": "another version"}')
    writeFileSync(places.managed, build({ retention: '90d', notifications: false }))
    const { settings } = await loadSettings(places)
    const wanted = { ...settings, interval: { ...settings.interval, battery: 7_200_000 }, notifications: true }
    await changeSettings(wanted, places)
    expect(JSON.parse(readFileSync(places.file, 'utf8'))).toEqual({
      interval: { mains: '30m', battery: '2h' },
      of: 'another version',
    })
    // Once the profile is gone, all is as it comes, but for what was changed.
    const { settings: afterwards, locked } = await loadSettings({ file: places.file })
    expect(afterwards).toEqual({ ...defaultSettings, interval: { mains: 1_800_000, battery: 7_200_000 } })
    expect(locked).toEqual([])
  })

  test('that is broken is replaced by what is changed', async () => {
    const file = join(ownFolder(), 'settings.json')
    writeFileSync(file, '[1, 2')
    await changeSettings({ ...defaultSettings, summary: true }, { file })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ summary: true })
  })

  test.each([
    ['is no JSON', (file: string) => writeFileSync(file, '{"patience": ')],
    ['is a folder', (file: string) => mkdirSync(file)],
    ['is huge', (file: string) => writeFileSync(file, ' '.repeat(300_000))],
    ['is a pipe', (file: string) => execFileSync('mkfifo', [file])],
    ['is a link to itself', (file: string) => symlinkSync(file, file)],
  ])('that %s is named, and the defaults hold', async (_, make) => {
    const file = join(ownFolder(), 'settings.json')
    make(file)
    const { settings, warnings } = await loadSettings({ file })
    expect(settings).toEqual(defaultSettings)
    expect(rendered(warnings)).toEqual([expect.stringMatching(/^The file settings\.json cannot be read/)])
  })

  test.each([
    ['XML', (value: { patience: string }) => build(value)],
    ['binary', (value: { patience: string }) => buildBinary(value)],
  ])('yields to an administrator’s settings in %s', async (_, written) => {
    const folder = ownFolder()
    const [file, managed] = [join(folder, 'settings.json'), join(folder, 'managed.plist')]
    writeFileSync(file, '\uFEFF{"patience": "2m", "retention": "30d"}')
    writeFileSync(managed, written({ patience: '10m' }))
    const { settings, warnings, locked } = await loadSettings({ file, managed })
    expect([warnings, locked]).toEqual([[], ['patience']])
    expect(settings).toMatchObject({ patience: 600_000, retention: 30 * 86_400_000 })
  })

  test('lives on beside broken settings of the administrator', async () => {
    const managed = join(ownFolder(), 'managed.plist')
    writeFileSync(managed, 'bplist00 and then rubbish')
    expect((await loadSettings({ managed })).warnings).toEqual(['The settings of your administrator cannot be read.'])
    expect(readFileSync(managed, 'utf8')).toContain('rubbish')
  })
})

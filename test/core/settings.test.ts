import { expect, test } from 'vitest'
import { requests } from '../../src/api/schema/table.ts'
import { foreignName } from '../../src/core/sentence.ts'
import {
  defaultSettings,
  isSameForWatch,
  type SettingRow,
  settingIn,
  settingKeys,
  settingsTable,
  withSetting,
} from '../../src/core/settings.ts'
import { readSettings, settingsDocument } from '../../src/storage/read-settings.ts'
import { germanPanelWords } from '../../src/words/panel/de.ts'
import { englishPanelWords } from '../../src/words/panel/en.ts'

const rows = Object.entries<SettingRow>(settingsTable)

/** Something else that may be chosen, and something that may not. */
function values(row: SettingRow): { good: unknown; bad: unknown } {
  switch (row.kind) {
    case 'length':
      return { good: row.max, bad: row.min - 1 }
    case 'hour':
      return { good: 13, bad: 24 }
    case 'switch':
      return { good: !row.default, bad: 'yes' }
    case 'addresses':
      return { good: ['@example.net'], bad: ['a'.repeat(row.maxLength + 1)] }
    case 'names':
      return { good: ['retry-send', 'network'], bad: ['a'.repeat(row.maxLength + 1)] }
    case 'text':
      return { good: 'Example GmbH, room 4', bad: 'a'.repeat(row.maxLength + 1) }
    case 'url':
      return { good: 'https://collector.example.org', bad: `https://${'a'.repeat(row.maxLength)}` }
    case 'headers':
      return { good: 'authorization=Bearer%20canary', bad: 'a'.repeat(row.maxLength + 1) }
    case 'choice':
      return { good: row.choices.at(-1), bad: 'tlh' }
  }
}

test.each(rows)('one row makes all of “%s”: default, range, file, what a panel may send, and words', (key, row) => {
  const name = key as keyof typeof settingsTable
  const { good, bad } = values(row)
  expect(settingIn(defaultSettings, name)).toEqual(row.default)
  const changed = withSetting(defaultSettings, name, good as never)
  expect(changed).not.toEqual(defaultSettings)
  const { request } = requests.setSettings
  expect(request.safeParse(changed).data).toEqual(changed)
  expect(request.safeParse(withSetting(defaultSettings, name, bad as never)).success).toBe(false)
  const written = JSON.parse(JSON.stringify(settingsDocument(changed)))
  expect(readSettings([{ name: foreignName('a file'), document: written }])).toEqual({
    settings: changed,
    warnings: [],
    locked: [],
  })
  expect(isSameForWatch(defaultSettings, changed)).toBe(row.isForWatch !== true)
  for (const { settings } of [englishPanelWords, germanPanelWords]) expect(settings.rows[name].label).not.toBe('')
})

test.each(rows.filter(([, { kind }]) => kind === 'length'))(
  'what the page offers for “%s” is in its range',
  (_, row) => {
    if (row.kind !== 'length') throw new Error('It is no length.')
    expect(row.choices).toContain(row.default)
    expect(row.choices.filter((one) => one < row.min || one > row.max)).toEqual([])
  },
)

test('nothing else is a setting', () => {
  const { request } = requests.setSettings
  expect(request.safeParse({ ...defaultSettings, more: 1 }).success).toBe(false)
  expect(request.safeParse({ ...defaultSettings, interval: { ...defaultSettings.interval, more: 1 } }).success).toBe(
    false,
  )
  expect(settingKeys).toHaveLength(rows.length)
})

import { defaultSettings, type SettingKey, type SettingRow, settingKeys, settingsTable } from '../src/core/settings.ts'
import { flatKey } from '../src/storage/managed-value.ts'
import { lengthOf, writtenSetting } from '../src/storage/read-settings.ts'
import { englishPanelWords } from '../src/words/panel/en.ts'

/** A setting as an administrator meets it: a flat name, and a value of a kind that profiles know. */
export interface DescribedSetting {
  key: SettingKey
  /** As a profile names it. */
  name: string
  title: string
  /** What it does, and what may stand there. */
  description: string
  row: SettingRow
  /** As it is written in a file. */
  usual: string | number | boolean | readonly string[]
}

/** `90s`, `15m`, `12h`, `400d`. */
export const lengthPattern = '^[0-9]{1,6}[smhd]$'

/** What an administrator may set, in the order of the table. */
export const describedSettings: readonly DescribedSetting[] = settingKeys
  .filter((key) => settingsTable[key].manageable)
  .map((key) => {
    const row: SettingRow = settingsTable[key]
    const words: { label: string; more?: string } = englishPanelWords.settings.rows[key]
    return {
      key,
      name: flatKey(key),
      title: words.label,
      description: [words.more, rangeOf(row)].filter(Boolean).join(' '),
      row,
      usual: writtenSetting(defaultSettings, key) as DescribedSetting['usual'],
    }
  })

function rangeOf(row: SettingRow): string {
  switch (row.kind) {
    case 'length':
      return `A length of time from ${lengthOf(row.min)} to ${lengthOf(row.max)}: a whole number and s, m, h or d.`
    case 'hour':
      return 'A whole hour from 0 to 23.'
    case 'switch':
      return ''
    case 'addresses':
      return `At most ${row.maxEntries} addresses or domains.`
    case 'names':
      return `At most ${row.maxEntries} names, each as fixes.md has it.`
    case 'text':
      return `At most ${row.maxLength} characters.`
    case 'url':
      return `A web address of at most ${row.maxLength} characters.`
    case 'headers':
      return `name=value, parted by commas, each value written as in a web address (a space as %20); at most ${row.maxLength} characters.`
    case 'choice':
      return `One of ${row.choices.join(', ')}.`
  }
}

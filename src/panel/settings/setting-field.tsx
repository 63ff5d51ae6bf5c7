import {
  type SettingKey,
  type SettingRow,
  type Settings,
  type SettingValue,
  settingIn,
  settingsTable,
} from '../../core/settings.ts'
import { languageName } from '../../words/language.ts'
import { words } from '../words/language.ts'
import { durationText, hourOfDay } from '../words/write.ts'
import { AddressList } from './address-list.tsx'
import { Choice } from './choice.tsx'
import { Switch } from './switch.tsx'
import { ToldSetting } from './told-setting.tsx'

const hours = Array.from({ length: 24 }, (_, index) => index)

/** One row of the table of settings, as its kind is shown. */
export function SettingField<K extends SettingKey>({
  name,
  settings,
  isLocked,
  save,
}: {
  name: K
  settings: Settings
  isLocked: boolean
  save: (key: K, value: SettingValue<K>) => void
}) {
  const row: SettingRow = settingsTable[name]
  const own: { label: string; more?: string; choices?: Readonly<Record<string, string>> } =
    words.value.settings.rows[name]
  const { label, more } = own
  const value = settingIn(settings, name)
  const common = { label, locked: isLocked, ...(more !== undefined && { more }) }
  const choose = (chosen: unknown) => save(name, chosen as SettingValue<K>)
  switch (row.kind) {
    case 'length':
      return <Choice {...common} value={value as number} among={row.choices} tell={durationText} choose={choose} />
    case 'hour':
      return <Choice {...common} value={value as number} among={hours} tell={hourOfDay} choose={choose} />
    case 'switch':
      return <Switch {...common} isOn={value as boolean} turn={choose} />
    case 'addresses':
      return <AddressList {...common} value={value as readonly string[]} choose={choose} />
    case 'names':
      return <ToldSetting label={label} locked={isLocked} value={(value as readonly string[]).join(', ')} />
    case 'text':
    case 'url':
    case 'headers':
      return <ToldSetting label={label} locked={isLocked} value={value as string} />
    case 'choice':
      return (
        <Choice
          {...common}
          value={value as string}
          among={row.choices}
          tell={(one) => own.choices?.[one] ?? languageName(one)}
          choose={choose}
        />
      )
  }
}

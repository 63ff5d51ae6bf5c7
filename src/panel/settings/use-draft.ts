import { useRef, useState } from 'preact/hooks'
import { type SettingKey, type Settings, type SettingValue, withSetting } from '../../core/settings.ts'
import { useStore } from '../store.ts'

/**
 * All settings are saved together, one change after another. Each is made to what was put in last, which may not be
 * told yet: the second of two quick changes must not put the first one back.
 */
export function useDraft(settings: Settings) {
  const { ask, attempt } = useStore()
  const [isSaved, say] = useState(false)
  const draft = useRef({ newest: settings, told: settings, last: Promise.resolve(), left: 0 }).current
  if (draft.told !== settings && draft.left === 0) draft.newest = settings
  draft.told = settings
  const save = <K extends SettingKey>(key: K, value: SettingValue<K>) => {
    draft.newest = withSetting(draft.newest, key, value)
    draft.left += 1
    draft.last = draft.last.then(async () => {
      say(false)
      const saved = await attempt(ask.setSettings(draft.newest))
      draft.left -= 1
      if (draft.left === 0) draft.newest = saved?.settings ?? draft.told
      say(saved !== undefined)
    })
  }
  return { isSaved, save }
}

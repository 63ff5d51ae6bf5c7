import { join } from 'node:path'
import { isMac } from '../world/real/this-machine.ts'
import { dataFolder } from './folders.ts'

/** How the system knows this product; an administrator's profile for it is named so, too. */
const bundle = 'app.outbox-doctor'
const managedPreferences = `/Library/Managed Preferences/${bundle}.plist`

/** Where settings come from. */
export interface SettingsPlaces {
  file?: string
  /** What an administrator has set; it wins. */
  managed?: string
}

export function settingsPlaces(): Required<Pick<SettingsPlaces, 'file'>> & SettingsPlaces {
  return { file: join(dataFolder(), 'settings.json'), ...(isMac() && { managed: managedPreferences }) }
}

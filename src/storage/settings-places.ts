import { userInfo } from 'node:os'
import { join } from 'node:path'
import { isMac } from '../world/real/this-machine.ts'
import { dataFolder } from './folders.ts'

/** How the system knows this product; an administrator's profile for it is named so, too. */
export const preferenceDomain = 'app.outbox-doctor'
const managedFolder = '/Library/Managed Preferences'

/** Where settings come from. */
export interface SettingsPlaces {
  file?: string
  /** What an administrator has set for this Mac; it wins over the user's own. */
  managed?: string
  /** The same for this user alone; it wins over both. */
  managedForUser?: string
}

export function settingsPlaces(): Required<Pick<SettingsPlaces, 'file'>> & SettingsPlaces {
  return { file: join(dataFolder(), 'settings.json'), ...(isMac() && managedPlaces(userInfo().username)) }
}

/** Where macOS puts what profiles set for a domain: for the Mac, and by a user's short name. */
export function managedPlaces(shortName: string): SettingsPlaces {
  const name = `${preferenceDomain}.plist`
  return { managed: join(managedFolder, name), managedForUser: join(managedFolder, shortName, name) }
}

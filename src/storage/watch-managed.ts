import { dirname } from 'node:path'
import type { Files } from '../core/mac-powers.ts'
import type { SettingsPlaces } from './settings-places.ts'

/**
 * Calls back soon after what an administrator has set may be different; ends with the function returned. macOS tells
 * nobody of it, so that its folders are listened to, in which profiles of other programs come and go as well: whoever is
 * called compares.
 */
export function watchManaged(
  { managed, managedForUser }: SettingsPlaces,
  files: Pick<Files, 'watch'>,
  changed: () => void,
): () => void {
  const folders = [managed, managedForUser].flatMap((path) => (path === undefined ? [] : [dirname(path)]))
  return folders.length === 0 ? () => {} : files.watch([...new Set(folders)], changed)
}

import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

/** What is said below a setting that is not the person's to change. */
export function useLockedWords(): string {
  const { settings } = useStore()
  return words.value.settings.managed(settings.value?.lockedBy)
}

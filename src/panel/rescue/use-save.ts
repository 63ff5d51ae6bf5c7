import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { chosenFilters, chosenFormats, chosenPaths, chosenTarget, splitMegabytes } from './order.ts'

/** Begins to save what is chosen, or goes on with it. */
export function useSave(): () => Promise<void> {
  const { ask, attempt } = useStore()
  return async () => {
    const megabytes = Number(splitMegabytes.value)
    await attempt(
      ask.saveRescue({
        paths: chosenPaths.value,
        target: chosenTarget.value ?? '',
        formats: chosenFormats.value,
        filters: chosenFilters.value,
        ...(chosenFormats.value.includes('mbox') &&
          megabytes >= 1 && { splitBytes: Math.round(megabytes * 1_000_000) }),
        language: words.value.locale,
      }),
    )
  }
}

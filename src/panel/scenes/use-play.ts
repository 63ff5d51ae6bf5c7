import { go } from '../route.ts'
import { useStore } from '../store.ts'

/** Begins a story, and the panel with it. */
export function usePlay(): (name: string) => Promise<void> {
  const { ask, attempt, beginAnew } = useStore()
  return async (name) => {
    if ((await attempt(ask.playScene({ name }))) === undefined) return
    go('now')
    await beginAnew()
  }
}

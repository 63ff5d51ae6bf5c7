import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

/** Above every page, for as long as nothing can be written down. */
export function ForgetsNotice() {
  const { about } = useStore()
  return about.value?.forgets ? <aside class="forgets">{words.value.forgets}</aside> : null
}

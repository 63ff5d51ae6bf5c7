import type { WaysToSee } from '../../api/schema/unseen.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

/** Brings a mail app to the front that shows its outbox to its owner alone. */
export function OpenClientButton({ app: { client, name }, main }: { app: WaysToSee['look'][number]; main: boolean }) {
  const { ask, attempt } = useStore()
  return (
    <button
      type="button"
      class={main ? 'button main' : 'button'}
      onClick={() => void attempt(ask.openClient({ client }))}
    >
      {words.value.now.openApp(name)}
    </button>
  )
}

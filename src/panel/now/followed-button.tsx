import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

/** After the steps: a person has followed them, and wants to know whether it helped. */
export function FollowedButton({ remedy, account, main }: { remedy: string; account: string; main: boolean }) {
  const { ask, attempt, isTreating } = useStore()
  const check = async () => {
    if (!isTreating.value) await attempt(ask.treat({ account, remedy }))
  }
  return (
    <button
      type="button"
      class={main ? 'button main' : 'button'}
      aria-disabled={isTreating.value}
      onClick={() => void check()}
    >
      {words.value.remedy.followed}
    </button>
  )
}

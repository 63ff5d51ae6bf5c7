import { useRef, useState } from 'preact/hooks'
import type { OfferShown } from '../../api/schema/treatment.ts'
import { PasswordField, takenFrom } from '../frame/password-field.tsx'
import { Translated } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

/** For a remedy that signs in: the password goes to the agent for this once, and is forgotten here. */
export function TreatWithPassword({ offer, account, main }: { offer: OfferShown; account: string; main?: boolean }) {
  const { ask, attempt, isTreating } = useStore()
  const { remedy } = words.value
  const { opens, replacesKept = false } = offer
  const [keep, setKeep] = useState(replacesKept)
  const field = useRef<HTMLInputElement>(null)
  const treat = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isTreating.value || offer.blocked !== undefined) return
    const password = takenFrom(field)
    if (password === '') return
    await attempt(ask.treat({ account, remedy: offer.remedy, password, ...(keep && { keep }) }))
  }
  return (
    <form class="password" onSubmit={(event) => void treat(event)}>
      {opens && (
        <button
          type="button"
          class="button"
          onClick={() => void attempt(ask.openGuide({ account, remedy: offer.remedy }))}
        >
          <Translated>{opens.words}</Translated>
        </button>
      )}
      <PasswordField field={field} more={keep ? remedy.passwordTried : remedy.passwordOnce} />
      <label class="keep">
        <input type="checkbox" checked={keep} onChange={({ currentTarget }) => setKeep(currentTarget.checked)} />{' '}
        {remedy.keepPassword}
      </label>
      <button
        type="submit"
        class={main ? 'button main' : 'button'}
        aria-disabled={isTreating.value || offer.blocked !== undefined}
      >
        <Translated>{offer.label}</Translated>
      </button>
    </form>
  )
}

import { useEffect, useRef, useState } from 'preact/hooks'
import { PasswordField, takenFrom } from '../frame/password-field.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

/** A password for sign-in checks: given, or taken away again. It goes to the agent and is forgotten here. */
export function Password({ account, isKept, again }: { account: string; isKept: boolean; again: () => void }) {
  const { ask, attempt } = useStore()
  const { accounts: own, errors } = words.value
  const [isAsked, show] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [isAsked])
  const keep = async (event: SubmitEvent) => {
    event.preventDefault()
    const password = takenFrom(field)
    if (password === '' || !(await attempt(ask.keepPassword({ account, password })))) return
    show(false)
    again()
  }
  const forget = async () => {
    if (await attempt(ask.forgetPassword({ account }))) again()
  }
  if (!isAsked)
    return (
      <div class="row">
        <button type="button" class="button small" onClick={() => show(true)}>
          {isKept ? own.otherPassword : own.givePassword}
        </button>
        {isKept && (
          <button type="button" class="button small" onClick={() => void forget()}>
            {own.forgetPassword}
          </button>
        )}
      </div>
    )
  return (
    <form class="password" onSubmit={(event) => void keep(event)}>
      <PasswordField field={field} more={own.passwordMore} />
      <div class="row">
        <button type="submit" class="button small">
          {own.keepPassword}
        </button>
        <button type="button" class="button small" onClick={() => show(false)}>
          {errors.close}
        </button>
      </div>
    </form>
  )
}

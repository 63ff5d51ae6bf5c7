import type { RefObject } from 'preact'
import { useId } from 'preact/hooks'
import { words } from '../words/language.ts'

/** A field for a password, with what becomes of it. Nobody else's program is to fill it in, or to correct its spelling. */
export function PasswordField({ field, more }: { field: RefObject<HTMLInputElement | null>; more: string }) {
  const id = useId()
  return (
    <>
      <label for={id}>{words.value.accounts.password}</label>
      <input
        id={id}
        type="password"
        autoComplete="off"
        spellcheck={false}
        aria-describedby={`${id}-more`}
        ref={field}
      />
      <small id={`${id}-more`}>{more}</small>
    </>
  )
}

/** What was typed; the field is empty afterwards. */
export function takenFrom({ current }: RefObject<HTMLInputElement | null>): string {
  const password = current?.value ?? ''
  if (current) current.value = ''
  return password
}

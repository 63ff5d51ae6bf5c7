import { useId } from 'preact/hooks'
import { useLockedWords } from './locked-words.ts'

/** One setting that is on or off. */
export function Switch({
  label,
  more,
  isOn,
  turn,
  locked = false,
}: {
  label: string
  more?: string | undefined
  isOn: boolean
  turn: (on: boolean) => void
  locked?: boolean
}) {
  const id = useId()
  const lockedWords = useLockedWords()
  const hint = locked ? lockedWords : more
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        disabled={locked}
        checked={isOn}
        aria-describedby={hint ? `${id}-more` : undefined}
        onChange={(event) => {
          turn(event.currentTarget.checked)
          // It shows what holds, not what was wished: whoever turns it may be refused.
          event.currentTarget.checked = isOn
        }}
      />
      {hint && <small id={`${id}-more`}>{hint}</small>}
    </div>
  )
}

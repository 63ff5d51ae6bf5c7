import { useId } from 'preact/hooks'
import { useLockedWords } from './locked-words.ts'

/** One setting with a handful of sensible values; a value from elsewhere stands among them. */
export function Choice<T extends string | number>({
  label,
  more,
  value,
  among,
  tell,
  choose,
  locked = false,
}: {
  label: string
  more?: string
  value: T
  among: readonly T[]
  tell: (value: T) => string
  choose: (value: T) => void
  locked?: boolean
}) {
  const id = useId()
  const lockedWords = useLockedWords()
  const all = among.includes(value) ? among : [value, ...among]
  const hint = locked ? lockedWords : more
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <select
        id={id}
        disabled={locked}
        value={String(value)}
        aria-describedby={hint ? `${id}-more` : undefined}
        onChange={(event) => {
          const chosen = all[event.currentTarget.selectedIndex]
          if (chosen !== undefined) choose(chosen)
        }}
      >
        {all.map((one) => (
          <option key={one} value={String(one)}>
            {tell(one)}
          </option>
        ))}
      </select>
      {hint && <small id={`${id}-more`}>{hint}</small>}
    </div>
  )
}

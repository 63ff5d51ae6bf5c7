import { useId } from 'preact/hooks'
import { useLockedWords } from './locked-words.ts'

/** One setting that is a list of addresses or domains, one on each line. */
export function AddressList({
  label,
  more,
  value,
  locked,
  choose,
}: {
  label: string
  more?: string
  value: readonly string[]
  locked: boolean
  choose: (list: readonly string[]) => void
}) {
  const id = useId()
  const lockedWords = useLockedWords()
  const hint = locked ? lockedWords : more
  return (
    <div class="choice is-tall">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        disabled={locked}
        aria-describedby={hint ? `${id}-more` : undefined}
        spellcheck={false}
        defaultValue={value.join('\n')}
        onChange={(event) => choose(event.currentTarget.value.split(/[\s,;]+/).filter(Boolean))}
      />
      {hint && <small id={`${id}-more`}>{hint}</small>}
    </div>
  )
}

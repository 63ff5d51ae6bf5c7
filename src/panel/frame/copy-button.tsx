import { useState } from 'preact/hooks'
import { words } from '../words/language.ts'

/** Copies a text, and says so for a moment in the same place. */
export function CopyButton({ text, label, of }: { text: () => string; label?: string; of?: string }) {
  const { remedy } = words.value
  const [said, say] = useState<'copied' | 'cannotCopy'>()
  const copy = () => {
    navigator.clipboard.writeText(text()).then(
      () => say('copied'),
      () => say('cannotCopy'),
    )
  }
  const name = label ?? remedy.copy
  return (
    <button type="button" class="button small" onClick={copy} onBlur={() => say(undefined)}>
      {/* The widest of the words keeps the place, so that nothing moves. */}
      <span aria-live="polite">{said ? remedy[said] : name}</span>
      {of && <span class="hidden"> {of}</span>}
    </button>
  )
}

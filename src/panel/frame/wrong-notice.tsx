import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { Glyph } from './glyph.tsx'
import { Translated } from './text.tsx'

/** What went wrong last, over the foot of the page, until it is closed. */
export function WrongNotice() {
  const { wrong } = useStore()
  const { errors } = words.value
  return (
    <div class="notices" role="alert">
      {wrong.value && (
        <div class="notice">
          <p>
            <strong>{errors.failed}</strong> <Translated>{wrong.value.sentence}</Translated>
          </p>
          <button
            type="button"
            class="round"
            aria-label={errors.close}
            onClick={() => {
              wrong.value = undefined
            }}
          >
            <Glyph name="cross" />
          </button>
        </div>
      )}
    </div>
  )
}

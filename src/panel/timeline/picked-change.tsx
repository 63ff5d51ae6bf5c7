import { Translated } from '../frame/text.tsx'
import { words } from '../words/language.ts'
import { dateAndTime } from '../words/write.ts'
import { ChangeGlyph } from './change-glyph.tsx'
import type { ChangeMark } from './changes.ts'

/** What the change is that somebody clicked on, or went to by the keyboard. */
export function PickedChange({ change }: { change: ChangeMark | undefined }) {
  return (
    <p class="picked" role="status">
      {change && (
        <>
          <ChangeGlyph what={change.what} />
          <time dateTime={new Date(change.at).toISOString()}>{dateAndTime(change.at)}</time>
          <span>
            {words.value.marks[change.what]}: <Translated>{change.line}</Translated>
            {change.count > 1 && ` (${words.value.timeline.ofSeveral(String(change.count))})`}
          </span>
        </>
      )}
    </p>
  )
}

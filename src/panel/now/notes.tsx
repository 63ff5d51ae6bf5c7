import { CopyButton } from '../frame/copy-button.tsx'
import { Loading } from '../frame/empty.tsx'
import { Told } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { shown, useAnswer } from '../use-answer.ts'
import { toldPlainly } from '../words/told.ts'
import { words } from '../words/words.ts'

/** A ready text for somebody who can help, to be read before it is copied. */
export function Notes({ remedy, account }: { remedy: string; account: string }) {
  const { ask } = useStore()
  const { remedy: own, now } = words.value
  const [awaited] = useAnswer(() => ask.notes({ account, remedy }), `${account} ${remedy}`)
  if (awaited.is === 'wrong')
    return (
      <p class="caption">
        <Told>{awaited.error.sentence}</Told>
      </p>
    )
  const notes = shown(awaited)
  if (!notes) return <Loading words={now.loading} />
  return (
    <>
      {notes.map((note) => {
        const subject = toldPlainly(note.subject)
        const text = toldPlainly(note.text)
        return (
          <article class="note" key={note.to} dir="auto">
            <p class="caption">{own.noteFor[note.to]}</p>
            <h4>{subject}</h4>
            <textarea readOnly rows={9} aria-label={`${own.noteFor[note.to]} ${subject}`} value={text} />
            <CopyButton label={own.copyText} text={() => `${subject}\n\n${text}`} of={subject} />
          </article>
        )
      })}
    </>
  )
}

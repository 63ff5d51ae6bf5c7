import { CopyButton } from '../frame/copy-button.tsx'
import { LoadingState } from '../frame/empty.tsx'
import { SupportLine } from '../frame/support-line.tsx'
import { Translated } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { translatedOrEnglish } from '../words/translated.ts'

/** A ready text for somebody who can help, to be read before it is copied. */
export function Notes({ remedy, account }: { remedy: string; account: string }) {
  const { ask } = useStore()
  const { remedy: own, now } = words.value
  const [awaited] = useAnswer(() => ask.notes({ account, remedy }), `${account} ${remedy}`)
  if (awaited.is === 'wrong')
    return (
      <p class="caption">
        <Translated>{awaited.error.sentence}</Translated>
      </p>
    )
  const notes = latestAnswer(awaited)
  if (!notes) return <LoadingState words={now.loading} />
  return (
    <>
      {notes.map((note) => {
        const subject = translatedOrEnglish(note.subject)
        const text = translatedOrEnglish(note.text)
        return (
          <article class="note" key={note.to} dir="auto">
            <p class="caption">{own.noteFor[note.to]}</p>
            {note.to === 'admin' && <SupportLine />}
            <h3>{subject}</h3>
            <textarea readOnly rows={9} aria-label={`${own.noteFor[note.to]} ${subject}`} value={text} />
            <CopyButton label={own.copyText} text={() => `${subject}\n\n${text}`} of={subject} />
          </article>
        )
      })}
    </>
  )
}

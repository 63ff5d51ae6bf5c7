import { CopyButton } from '../frame/copy-button.tsx'
import { Loading } from '../frame/empty.tsx'
import { useStore } from '../store.ts'
import { shown, useAnswer } from '../use-answer.ts'
import { words } from '../words/words.ts'

/** A ready text for somebody who can help, to be read before it is copied. */
export function Notes({ remedy, account }: { remedy: string; account: string }) {
  const { ask } = useStore()
  const { remedy: own, now } = words.value
  const [awaited] = useAnswer(() => ask.notes({ account, remedy }), `${account} ${remedy}`)
  if (awaited.is === 'wrong') return <p class="caption">{awaited.error.sentence}</p>
  const notes = shown(awaited)
  if (!notes) return <Loading words={now.loading} />
  return (
    <>
      {notes.map(({ to, subject, text }) => (
        <article class="note" key={to} lang="en" dir="auto">
          <h4>{subject}</h4>
          <textarea readOnly rows={9} aria-label={subject} value={text} />
          <CopyButton label={own.copyText} text={() => `${subject}\n\n${text}`} of={subject} />
        </article>
      ))}
    </>
  )
}

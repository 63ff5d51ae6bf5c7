import { useState } from 'preact/hooks'
import type { UpdateShown } from '../../api/schema/updates.ts'
import { Translated } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { fullMoment } from '../words/write.ts'

/** Whether there is a newer version; nothing where nobody could be asked. */
export function UpdateCard() {
  const { ask, attempt, chapter } = useStore()
  const { about: own } = words.value
  const [asked] = useAnswer(() => ask.update(), chapter.value)
  const [looked, put] = useState<UpdateShown>()
  const [isLooking, look] = useState(false)
  const known = looked ?? latestAnswer(asked)
  if (!known?.isAsked) return null
  const { newer, told, askedAt } = known
  const lookNow = async () => {
    look(true)
    put((await attempt(ask.lookForUpdate())) ?? looked)
    look(false)
  }
  return (
    <section class="card" aria-labelledby="update">
      <h2 id="update">{own.update}</h2>
      <p class="plain" role="status">
        {isLooking ? own.updateLooking : told ? <Translated>{told}</Translated> : own.updateNever}
      </p>
      {newer && newer.notes.length > 0 && (
        <ul class="evidence" lang="en">
          {newer.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div class="row">
        {newer && (
          <button type="button" class="button" onClick={() => void attempt(ask.takeUpdate())}>
            {own.updateOpen}
          </button>
        )}
        <button type="button" class="button small" disabled={isLooking} onClick={() => void lookNow()}>
          {own.updateLook}
        </button>
      </div>
      {askedAt !== undefined && <p class="caption">{own.updateAsked(fullMoment(askedAt))}</p>}
    </section>
  )
}

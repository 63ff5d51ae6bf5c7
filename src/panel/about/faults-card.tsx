import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { translatedOrEnglish } from '../words/translated.ts'
import { fullMoment } from '../words/write.ts'

/** What went wrong in this program itself, the newest first; nothing where nothing did. */
export function FaultsCard() {
  const { ask, chapter } = useStore()
  const { about: own } = words.value
  const [asked] = useAnswer(() => ask.ownFaults(), chapter.value)
  const faults = latestAnswer(asked)?.faults ?? []
  if (faults.length === 0) return null
  return (
    <section class="card" aria-labelledby="own-faults">
      <h2 id="own-faults">{own.faults}</h2>
      <p class="plain">{own.faultsMore}</p>
      <ul class="evidence">
        {faults.map(({ at, told, trace }) => (
          <li key={`${at} ${trace}`}>
            {`${fullMoment(at)}: ${translatedOrEnglish(told)} `}
            <span class="caption" lang="en">
              {trace}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

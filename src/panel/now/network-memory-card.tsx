import { useEffect, useState } from 'preact/hooks'
import type { RecalledTrouble } from '../../core/network-memory.ts'
import { isCommand } from '../../core/sentence.ts'
import { Translated } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { translatedOrEnglish } from '../words/translated.ts'
import { dayOnly } from '../words/write.ts'

/**
 * In a network that held mail up before: what it did, at once, while it is checked whether it does so again. What helped
 * then may be chosen already; it is done when the check has found the same, and not otherwise.
 */
export function NetworkMemoryCard() {
  const { state, offers, ask, attempt, isTreating } = useStore()
  const { now, remedy: own } = words.value
  const [wish, setWish] = useState<RecalledTrouble>()
  const { recalled, diagnosis } = state.value ?? {}
  const isOver = recalled === undefined
  const offered = offers.value
  useEffect(() => {
    if (!wish || !isOver || !state.value) return
    const { account, fix, cause } = wish
    const isSame = diagnosis?.account === account && diagnosis.causes[0]?.id === cause.id
    // What can be done about it is still being found out.
    if (isSame && offered === undefined) return
    setWish(undefined)
    const offer = isSame ? offered?.find(({ remedy }) => remedy === fix?.remedy) : undefined
    const mayBe = offer && offer.blocked === undefined && !offer.needs?.length && !offer.wantsPassword
    if (mayBe && !isTreating.value) void attempt(ask.treat({ account, remedy: offer.remedy }))
  }, [wish, isOver, offered, diagnosis])
  if (!recalled) return null
  const { at, port, cause, fix } = recalled
  const date = dayOnly(at)
  const line =
    port === undefined
      ? now.networkBeforeBy(date, translatedOrEnglish(cause.title))
      : now.networkBefore(date, String(port))
  return (
    <section class="card network-memory" aria-label={line}>
      <h2>{line}</h2>
      <p class="plain">{now.networkChecking}</p>
      {fix && (
        <>
          <button
            type="button"
            class="button main"
            aria-disabled={wish !== undefined}
            onClick={() => setWish(wish ?? recalled)}
          >
            <Translated>{fix.label}</Translated>
          </button>
          <ul class="promise" aria-label={own.wholly}>
            {fix.promise
              .filter((step) => !isCommand(step))
              .map((step) => (
                <li key={step.key}>
                  <Translated>{step}</Translated>
                </li>
              ))}
          </ul>
        </>
      )}
      <p class="caption" role="status">
        {wish ? now.networkWished : ''}
      </p>
    </section>
  )
}

import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { Disclosure } from './fold.tsx'
import { PromisedSteps } from './promise.tsx'
import { TreatAction } from './remedies.tsx'

/** All mail has left, and somebody misses an answer: quietly, what shows whether mail arrives. */
export function NeverArrives() {
  const { state, offers, isTreating } = useStore()
  const { status, diagnosis, waiting = [] } = state.value ?? {}
  if (status !== 'clear' || diagnosis?.status !== 'clear' || waiting.length > 0 || isTreating.value) return null
  const offer = offers.value?.find(({ cause }) => cause === undefined)
  if (!offer) return null
  return (
    <section class="card" aria-labelledby="never-arrives">
      <Disclosure title={<span id="never-arrives">{words.value.now.neverArrives}</span>}>
        <p class="plain">{words.value.now.neverArrivesMore}</p>
        <PromisedSteps offer={offer} />
        <TreatAction offer={offer} account={diagnosis.account} />
      </Disclosure>
    </section>
  )
}

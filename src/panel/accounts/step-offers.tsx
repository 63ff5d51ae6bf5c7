import type { OfferShown } from '../../api/schema/treatment.ts'
import { Translated } from '../frame/text.tsx'
import { Disclosure } from '../now/fold.tsx'
import { GuideSteps } from '../now/guide-steps.tsx'
import { PromisedSteps } from '../now/promise.tsx'
import { go } from '../route.ts'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'

/** What helps where the mail app and its server differ. `at`: of the comparison that found it. */
export function StepOffers({ account, at }: { account: string; at: number }) {
  const { ask } = useStore()
  const [awaited] = useAnswer(() => ask.offersOutOfStep({ account }), `${account} ${at}`)
  return (
    <ul class="ways">
      {(latestAnswer(awaited) ?? []).map((offer) => (
        <li key={offer.remedy}>
          <Disclosure title={<Translated>{offer.label}</Translated>}>
            {offer.kind === 'guide' ? (
              <GuideSteps remedy={offer.remedy} account={account} main={false} />
            ) : (
              <>
                <PromisedSteps offer={offer} />
                <StepButton offer={offer} account={account} />
              </>
            )}
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}

/** What comes of it is told where every treatment is. */
function StepButton({ offer, account }: { offer: OfferShown; account: string }) {
  const { ask, attempt, isTreating } = useStore()
  const isHindered = () => isTreating.value || offer.blocked !== undefined
  const treat = () => {
    if (isHindered()) return
    void attempt(ask.treat({ account, remedy: offer.remedy }))
    go('now')
  }
  return (
    <button type="button" class="button" aria-disabled={isHindered()} onClick={treat}>
      <Translated>{offer.label}</Translated>
    </button>
  )
}

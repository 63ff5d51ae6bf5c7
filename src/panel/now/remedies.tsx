import { useState } from 'preact/hooks'
import type { OfferShown } from '../../api/schema/treatment.ts'
import { Translated } from '../frame/text.tsx'
import { RescueFirst } from '../rescue/rescue-first.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { Disclosure } from './fold.tsx'
import { GuideSteps } from './guide-steps.tsx'
import { Notes } from './notes.tsx'
import { Blocked, PromisedSteps, PromiseInShort } from './promise.tsx'
import { TreatWithPassword } from './treat-with-password.tsx'

/** The first remedy as a button with what it will do; the others below. */
export function Remedies({ account }: { account: string }) {
  const { offers } = useStore()
  const known = offers.value
  // The place of the button is kept until it is known what stands on it.
  if (!known) return <div class="remedy is-coming" aria-hidden="true" />
  return <OfferedRemedies offers={known} account={account} />
}

export function OfferedRemedies({ offers: known, account }: { offers: readonly OfferShown[]; account: string }) {
  const { remedy } = words.value
  const first = known.find(({ blocked }) => blocked === undefined) ?? known[0]
  if (!first) return null
  const others = known.filter((offer) => offer !== first)
  return (
    <>
      <FirstRemedy offer={first} account={account} />
      {others.length > 0 && (
        <Disclosure title={remedy.otherWays}>
          <ul class="ways">
            {others.map((offer) => (
              <li key={`${offer.remedy} ${offer.cause?.id}`}>
                <OtherRemedy offer={offer} account={account} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}

function FirstRemedy({ offer, account }: { offer: OfferShown; account: string }) {
  if (offer.kind === 'act' || offer.kind === 'admin')
    return (
      <div class="remedy">
        <TreatAction offer={offer} account={account} main />
        <PromiseInShort offer={offer} />
      </div>
    )
  if (offer.kind === 'note' && !offer.forbidden) return <FirstNote offer={offer} account={account} />
  return (
    <div class="remedy">
      <h3>
        <Translated>{offer.label}</Translated>
      </h3>
      {offer.forbidden ? (
        <Blocked offer={offer} />
      ) : (
        <>
          <GuideSteps remedy={offer.remedy} account={account} main />
          <RescueFirst offer={offer} />
        </>
      )}
    </div>
  )
}

/** The text is long: whoever wants to write asks for it. */
function FirstNote({ offer, account }: { offer: OfferShown; account: string }) {
  const [isOpen, show] = useState(false)
  return (
    <div class="remedy">
      <button type="button" class="button main" aria-expanded={isOpen} onClick={() => show(!isOpen)}>
        <Translated>{offer.label}</Translated>
      </button>
      {isOpen && <Notes remedy={offer.remedy} account={account} />}
    </div>
  )
}

function OtherRemedy({ offer, account }: { offer: OfferShown; account: string }) {
  const acts = offer.kind === 'act' || offer.kind === 'admin'
  return (
    <Disclosure title={<Translated>{offer.label}</Translated>}>
      {acts ? (
        <>
          <PromisedSteps offer={offer} />
          <TreatAction offer={offer} account={account} />
        </>
      ) : (
        <Instructions offer={offer} account={account} />
      )}
    </Disclosure>
  )
}

function Instructions({ offer, account }: { offer: OfferShown; account: string }) {
  if (offer.forbidden) return <Blocked offer={offer} />
  return offer.kind === 'note' ? (
    <Notes remedy={offer.remedy} account={account} />
  ) : (
    <>
      <RescueFirst offer={offer} />
      <GuideSteps remedy={offer.remedy} account={account} main={false} />
    </>
  )
}

export function TreatAction(shown: { offer: OfferShown; account: string; main?: boolean }) {
  return shown.offer.wantsPassword ? <TreatWithPassword {...shown} /> : <TreatButton {...shown} />
}

function TreatButton({ offer, account, main }: { offer: OfferShown; account: string; main?: boolean }) {
  const { ask, attempt, isTreating } = useStore()
  const treat = async () => {
    if (isTreating.value || offer.blocked !== undefined) return
    await attempt(ask.treat({ account, remedy: offer.remedy }))
  }
  return (
    <button
      type="button"
      class={main ? 'button main' : 'button'}
      aria-disabled={isTreating.value || offer.blocked !== undefined}
      onClick={() => void treat()}
    >
      <Translated>{offer.label}</Translated>
    </button>
  )
}

import type { OfferShown } from '../../api/schema/treatment.ts'
import { render } from '../../core/render.ts'
import { isCommand, type Sentence } from '../../core/sentence.ts'
import { Translated } from '../frame/text.tsx'
import { RescueFirst } from '../rescue/rescue-first.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { Disclosure } from './fold.tsx'
import { GuideSteps } from './guide-steps.tsx'
import { Notes } from './notes.tsx'
import { TreatWithPassword } from './treat-with-password.tsx'

/** The first remedy as a button with what it will do; the others below. */
export function Remedies({ account }: { account: string }) {
  const { offers } = useStore()
  const { remedy } = words.value
  const known = offers.value
  // The place of the button is kept until it is known what stands on it.
  if (!known) return <div class="remedy is-coming" aria-hidden="true" />
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
        <PromisedSteps offer={offer} />
      </div>
    )
  return (
    <div class="remedy">
      <h3>
        <Translated>{offer.label}</Translated>
      </h3>
      <Instructions offer={offer} account={account} main />
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

function Instructions({ offer, account, main = false }: { offer: OfferShown; account: string; main?: boolean }) {
  if (offer.forbidden && offer.blocked)
    return (
      <p class="blocked">
        <Translated>{offer.blocked}</Translated>
      </p>
    )
  return offer.kind === 'note' ? (
    <Notes remedy={offer.remedy} account={account} />
  ) : (
    <>
      <RescueFirst offer={offer} />
      <GuideSteps remedy={offer.remedy} account={account} main={main} />
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

/** Before the click: every step, and whether there is a way back. */
export function PromisedSteps({ offer }: { offer: OfferShown }) {
  const { remedy } = words.value
  const { promise = [], touches, undoable, kind, needs = [], blocked } = offer
  const commands = promise.filter((line) => isCommand(line))
  const remarks = [
    touches && remedy.changes[touches],
    touches !== 'nothing' && (undoable ? remedy.undoable : remedy.notUndoable),
    kind === 'admin' && remedy.admin,
    needs.length > 0 && remedy.needs,
  ].filter((remark) => typeof remark === 'string')
  return (
    <div class="promise">
      {blocked !== undefined && (
        <p class="blocked">
          <Translated>{blocked}</Translated>
        </p>
      )}
      <PromisedLines label={remedy.willDo} lines={promise.filter((line) => !isCommand(line))} />
      <p class="caption">{remarks.join(' ')}</p>
      <RescueFirst offer={offer} />
      {/* Commands are for the careful; everybody else reads the sentences. */}
      {commands.length > 0 && (
        <Disclosure title={remedy.exactly}>
          <PromisedLines label={remedy.exactly} lines={commands} />
        </Disclosure>
      )}
    </div>
  )
}

function PromisedLines({ label, lines }: { label: string; lines: readonly Sentence[] }) {
  if (lines.length === 0) return null
  return (
    <ul aria-label={label}>
      {lines.map((line) => (
        <li key={render(line)} class={isCommand(line) ? 'is-command' : ''}>
          <Translated>{line}</Translated>
        </li>
      ))}
    </ul>
  )
}

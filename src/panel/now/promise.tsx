import type { OfferShown } from '../../api/schema/treatment.ts'
import { render } from '../../core/render.ts'
import { isCommand, type Sentence } from '../../core/sentence.ts'
import { Translated } from '../frame/text.tsx'
import { RescueFirst } from '../rescue/rescue-first.tsx'
import { words } from '../words/language.ts'
import { Disclosure } from './fold.tsx'

/** Before the click, in three lines: what it does first, and whether there is a way back. Everything else folds away. */
export function PromiseInShort({ offer }: { offer: OfferShown }) {
  const { remedy } = words.value
  const { promise = [], kind } = offer
  const [change, wayBack] = remarksOf(offer)
  const [first, ...others] = promise.filter((line) => !isCommand(line))
  return (
    <div class="promise">
      <Blocked offer={offer} />
      <p class="gist">
        <span class="caption">{(kind === 'admin' ? [remedy.admin, wayBack] : [change, wayBack]).join(' ')}</span>
        {first && <Translated>{first}</Translated>}
      </p>
      {(others.length > 0 || promise.some((line) => isCommand(line))) && (
        <Disclosure title={remedy.wholly}>
          <WholePromise promise={promise} />
          <Remarks offer={offer} />
        </Disclosure>
      )}
      <RescueFirst offer={offer} />
    </div>
  )
}

/** Before the click: every step, and whether there is a way back. */
export function PromisedSteps({ offer }: { offer: OfferShown }) {
  return (
    <div class="promise">
      <Blocked offer={offer} />
      <WholePromise promise={offer.promise ?? []} />
      <Remarks offer={offer} />
      <RescueFirst offer={offer} />
    </div>
  )
}

/** Commands are for the careful; everybody else reads the sentences. */
function WholePromise({ promise }: { promise: readonly Sentence[] }) {
  const { remedy } = words.value
  const commands = promise.filter((line) => isCommand(line))
  return (
    <>
      <PromisedLines label={remedy.willDo} lines={promise.filter((line) => !isCommand(line))} />
      {commands.length > 0 && (
        <Disclosure title={remedy.exactly}>
          <PromisedLines label={remedy.exactly} lines={commands} />
        </Disclosure>
      )}
    </>
  )
}

/** Why it cannot be had now. */
export function Blocked({ offer: { blocked } }: { offer: OfferShown }) {
  if (blocked === undefined) return null
  return (
    <p class="blocked">
      <Translated>{blocked}</Translated>
    </p>
  )
}

function Remarks({ offer }: { offer: OfferShown }) {
  const { remedy } = words.value
  const { kind, needs = [] } = offer
  const remarks = [...remarksOf(offer), kind === 'admin' && remedy.admin, needs.length > 0 && remedy.needs]
  return <p class="caption">{remarks.filter(Boolean).join(' ')}</p>
}

/** What it changes, and whether there is a way back where it changes anything. */
function remarksOf({ touches, undoable }: OfferShown): readonly [string, string?] {
  const { changes, undoable: can, notUndoable } = words.value.remedy
  if (touches === undefined || touches === 'nothing') return [changes.nothing]
  return [changes[touches], undoable ? can : notUndoable]
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

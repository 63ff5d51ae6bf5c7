import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { TreatingShown, TreatmentShown, UndoneShown } from '../../api/schema/treatment.ts'
import { render } from '../../core/render.ts'
import type { Sentence } from '../../core/sentence.ts'
import { readStored, writeStored } from '../frame/stored.ts'
import { Translated } from '../frame/text.tsx'
import { hrefOf } from '../route.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { Disclosure } from './fold.tsx'
import { GuideSteps } from './guide-steps.tsx'
import { type TreatmentSays, treatmentSays } from './treatment-says.ts'

const lastPutAway = 'put-away'

/** What was read and put away last, by when it began: in the next window, too, to which the agent tells it again. */
const putAway = signal(readStored(lastPutAway))

function putAwayOne(startedAt: number) {
  putAway.value = String(startedAt)
  writeStored(lastPutAway, putAway.value)
}

/** A treatment under way, then how it ended and the way back. */
export function TreatmentCard() {
  const { treating, treatments } = useStore()
  const running = treating.value
  if (running && running.phase !== 'ended') return <Running treating={running} />
  if (running && putAway.value !== String(running.startedAt)) return <Ended treating={running} />
  const cutOff = treatments.value.find(({ interrupted }) => interrupted)
  return cutOff ? <CutOff treatment={cutOff} /> : null
}

/** Whoever pressed a button further down the page, or one that has gone since, is shown what comes of it, and goes on there. */
function useInView(startedAt: number) {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    const { activeElement: at, body } = document
    if (at === null || at === body || at.closest('.remedy, .ways, .treatment, .test-way'))
      card.current?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest' })
    // The headline above it tells of the same, and may take one line more.
    card.current?.parentElement?.scrollTo({ top: 0 })
  }, [startedAt])
  return card
}

const phases = ['looking', 'acting', 'settling', 'checking'] as const

/** Of a waiting that tells each of its looks, the last ones. */
const mostLines = 6

function Running({ treating }: { treating: TreatingShown }) {
  const { ask, attempt } = useStore()
  const { treatment } = words.value
  const { phase, label, told, cancellable } = treating
  const card = useInView(treating.startedAt)
  if (phase === 'ended') return null
  const at = phase === 'undoing' ? phases.length : phases.indexOf(phase)
  return (
    <section ref={card} tabIndex={-1} class="card treatment" aria-labelledby="treatment" data-says="under way">
      <h2 id="treatment">
        <Translated>{label}</Translated>
      </h2>
      <progress max={phases.length} value={at + 0.5} aria-label={treatment[phase]} />
      <p class="phase" role="status">
        {treatment[phase]}
      </p>
      <ul class="told evidence is-more">
        {told.slice(-mostLines).map((line) => (
          <li key={render(line)}>
            <Translated>{line}</Translated>
          </li>
        ))}
      </ul>
      {cancellable && (
        <button type="button" class="button" onClick={() => void attempt(ask.cancelTreatment())}>
          {treatment.stop}
        </button>
      )}
    </section>
  )
}

function Ended({ treating }: { treating: TreatingShown }) {
  const { treatment, errors, now } = words.value
  const { headline, state } = useStore()
  const says = treatmentSays(treating, headline.value, state.value?.waiting ?? [])
  const { lead, more, done, changed } = ending(treating, says)
  const refused = [treating.treated, treating.undone].find((one) => one?.is === 'refused')
  const isForbidden = refused?.is === 'refused' && refused.needs !== undefined
  const card = useInView(treating.startedAt)
  const putAwayHere = () => {
    putAwayOne(treating.startedAt)
    document.getElementById('page')?.focus({ preventScroll: true })
  }
  return (
    <section
      ref={card}
      tabIndex={-1}
      class="card treatment is-ended"
      aria-labelledby="treatment"
      aria-live="polite"
      data-says={says}
    >
      <h2 id="treatment">{lead}</h2>
      {more && (
        <p class="plain">
          <Translated>{more}</Translated>
        </p>
      )}
      {treating.told.length > 0 && (
        <Disclosure title={treatment.log}>
          <ul class="evidence is-more">
            {treating.told.map((line) => (
              <li key={render(line)}>
                <Translated>{line}</Translated>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {says === 'failed' && <ByHand treating={treating} />}
      {isForbidden && (
        <a class="more" href={hrefOf('permissions')}>
          {now.seePermissions}
        </a>
      )}
      {changed && <p class="plain">{changed.keepsNewer ? treatment.keepNewer : treatment.allTheSame}</p>}
      <div class="row">
        {changed && <UndoButton id={changed.id} sure />}
        {done?.undo.can && <UndoButton id={done.id} />}
        <button type="button" class="button" onClick={putAwayHere}>
          {errors.close}
        </button>
      </div>
    </section>
  )
}

/** What could not be set, or did not stay, a person puts in: the steps, with the values ready. */
function ByHand({ treating: { account, remedy, treated } }: { treating: TreatingShown }) {
  const { offers, state } = useStore()
  if (treated?.is !== 'treated' || state.value?.diagnosis?.account !== account) return null
  const guide = offers.value?.find((one) => one.remedy === `${remedy}-by-hand`)
  if (!guide || guide.forbidden) return null
  return (
    <>
      <h3>
        <Translated>{guide.label}</Translated>
      </h3>
      <GuideSteps remedy={guide.remedy} account={account} main={false} />
    </>
  )
}

interface Ending {
  lead: ComponentChildren
  more?: Sentence
  done?: TreatmentShown
  changed?: Extract<UndoneShown, { is: 'changed' }>
}

function ending({ treated, undone, label }: TreatingShown, says: TreatmentSays): Ending {
  const { treatment } = words.value
  const lead = says === 'no claim' ? <Translated>{label}</Translated> : treatment[says]
  if (undone?.is === 'changed') return { lead, more: undone.since, changed: undone }
  if (treated?.is === 'treated') {
    const { outcome, words: more } = treated.treatment
    // What it says of itself goes with its own outcome only.
    return { lead, ...(more !== undefined && says === outcome && { more }), done: treated.treatment }
  }
  if (undone?.is === 'undone') return { lead }
  const why = treated?.is === 'refused' ? treated.why : undone?.why
  return { lead, ...(why !== undefined && { more: why }) }
}

function CutOff({ treatment }: { treatment: TreatmentShown }) {
  const { ask, attempt, refreshTreatments } = useStore()
  const { treatment: own } = words.value
  const leave = async () => {
    await attempt(ask.leaveTreatment({ id: treatment.id }))
    await refreshTreatments()
  }
  return (
    <section class="card treatment is-ended" aria-labelledby="treatment">
      <h2 id="treatment">{own.cutOff}</h2>
      <p class="plain">
        <Translated>{treatment.label}</Translated>
      </p>
      {!treatment.undo.can && (
        <p class="plain">
          <Translated>{treatment.undo.why}</Translated>
        </p>
      )}
      <div class="row">
        {treatment.undo.can && <UndoButton id={treatment.id} />}
        <button type="button" class="button" onClick={() => void leave()}>
          {own.leave}
        </button>
      </div>
    </section>
  )
}

/** `sure`: the person has read what has changed since. */
function UndoButton({ id, sure = false }: { id: string; sure?: boolean }) {
  const { ask, attempt } = useStore()
  const { undo, undoAllTheSame } = words.value.treatment
  return (
    <button type="button" class="button" onClick={() => void attempt(ask.undo({ id, ...(sure && { sure }) }))}>
      {sure ? undoAllTheSame : undo}
    </button>
  )
}

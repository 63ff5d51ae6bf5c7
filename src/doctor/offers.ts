import type { Remedy, RemedyContext } from '../core/remedy.ts'
import { type Sentence, say } from '../core/sentence.ts'

/** A remedy for a cause that is present. `blocked`: why it must wait, in a sentence. */
export interface RemedyOffer {
  remedy: Remedy
  /** On its button, for this Mac. */
  label: Sentence
  /** The cause it treats, by its id; missing where none is known. */
  cause?: string
  blocked?: Sentence
  /** It may not be done here at all, whatever is found; `blocked` says why. */
  forbidden?: true
}

/** What may be done, for the first cause first, and for each cause what risks least; nothing that does not fit. */
export function offersFor(context: RemedyContext, remedies: readonly Remedy[]): readonly RemedyOffer[] {
  const offered = new Set<Remedy>()
  // What can be found out here comes before the work of somebody else.
  if (isUnexplained(context))
    return causeless(context, remedies, (remedy) => remedy.ifUnexplained === true).toSorted(
      (one, other) => Number(one.remedy.kind === 'note') - Number(other.remedy.kind === 'note'),
    )
  if (isClear(context)) return causeless(context, remedies, (remedy) => remedy.ifClear?.(context) ?? false)
  return context.diagnosis.causes.flatMap(({ id }) => {
    const fitting = remedies.filter(
      (remedy) => !offered.has(remedy) && treats(remedy, id) && fitsAccount(remedy, context),
    )
    return inOrder(fitting).map((remedy) => {
      offered.add(remedy)
      const blocked = whyForbidden(remedy, context)
      return { remedy, label: labelFor(remedy, context), cause: id, ...(blocked !== undefined && { blocked }) }
    })
  })
}

/**
 * What risks least first, as in the list; a note, and what only waits, come after the mildest click that is undone. Where
 * there is no such click, what only waits comes after the mildest that a person can do by hand.
 */
function inOrder(fitting: readonly Remedy[]): Remedy[] {
  const clicks = fitting.filter(
    (remedy) => (remedy.kind === 'act' || remedy.kind === 'admin') && !remedy.waits && remedy.undo !== undefined,
  )
  const mildest = clicks.length > 0 ? Math.min(...clicks.map(({ risk }) => risk)) : 0
  const guided = fitting.filter(({ kind }) => kind === 'guide')
  const byHand = clicks.length > 0 || guided.length === 0 ? mildest : Math.min(...guided.map(({ risk }) => risk))
  const rankOf = ({ kind, waits, risk }: Remedy) =>
    waits ? Math.max(risk, byHand) : kind === 'note' ? Math.max(risk, mildest) : risk
  return fitting.toSorted((one, other) => rankOf(one) - rankOf(other))
}

/** Those that are wanted without any cause. */
function causeless(
  context: RemedyContext,
  remedies: readonly Remedy[],
  wanted: (remedy: Remedy) => boolean,
): readonly RemedyOffer[] {
  return inOrder(remedies.filter((remedy) => fitsAccount(remedy, context) && wanted(remedy))).map((remedy) => {
    const blocked = whyForbidden(remedy, context)
    return { remedy, label: labelFor(remedy, context), ...(blocked !== undefined && { blocked }) }
  })
}

/** What helps where the mail app and its server differ, whatever else was found. */
export function offersOutOfStep(context: RemedyContext, remedies: readonly Remedy[]): readonly RemedyOffer[] {
  const { outOfStep = [] } = context
  return causeless(context, remedies, (remedy) => outOfStep.some((one) => remedy.mends?.(one) === true))
}

/** All that was asked is well, and nothing waits. */
function isClear({ diagnosis, messages }: RemedyContext): boolean {
  return (
    diagnosis.status === 'clear' && diagnosis.causes.length === 0 && !messages.some(({ state }) => state === 'waiting')
  )
}

/** Mail waits, and nothing was found that keeps it. */
function isUnexplained({ diagnosis, messages }: RemedyContext): boolean {
  return diagnosis.causes.length === 0 && messages.some(({ state }) => state === 'waiting')
}

/** The causes that were found and that this remedy treats, by their ids. */
export function treatedCauses(remedy: Remedy, { diagnosis }: RemedyContext): readonly string[] {
  return diagnosis.causes.map(({ id }) => id).filter((id) => treats(remedy, id))
}

/** Why a remedy would do harm now, where it would. */
export function whyForbidden(remedy: Remedy, context: RemedyContext): Sentence | undefined {
  const cause = remedy.forbiddenWhile?.().find((one) => context.has(one) && !context.cleared?.(one))
  return cause && say('Not as long as this holds: {cause}', { cause: cause.title })
}

function labelFor(remedy: Remedy, context: RemedyContext): Sentence {
  try {
    return remedy.labelHere?.(context) ?? remedy.label
  } catch (error) {
    context.world.log.error('offer-failed', { of: remedy, error })
    return remedy.label
  }
}

function treats(remedy: Remedy, cause: string): boolean {
  return remedy.treats().some(({ id }) => id === cause)
}

export function fitsAccount(remedy: Remedy, context: RemedyContext): boolean {
  try {
    return remedy.fits?.(context) ?? true
  } catch (error) {
    // A remedy of ours that throws for this account is not offered to it.
    context.world.log.error('offer-failed', { of: remedy, error })
    return false
  }
}

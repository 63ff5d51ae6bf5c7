import type { Consultation, Remedy } from '../core/remedy.ts'
import { render } from '../core/render.ts'
import type { Wording } from '../core/sentence.ts'

/** A remedy for a cause that is present. `blocked`: why it must wait, in a sentence. */
export interface Offer {
  remedy: Remedy
  /** The cause it treats, by its id; missing where none is known. */
  cause?: string
  blocked?: Wording
}

/** What may be done, for the first cause first, and for each cause what risks least; nothing that does not fit. */
export function offersFor(consultation: Consultation, remedies: readonly Remedy[]): readonly Offer[] {
  const offered = new Set<Remedy>()
  if (isUnexplained(consultation)) return causeless(consultation, remedies, (remedy) => remedy.ifUnexplained === true)
  if (isClear(consultation))
    return causeless(consultation, remedies, (remedy) => remedy.ifClear?.(consultation) ?? false)
  return consultation.diagnosis.causes.flatMap(({ id }) =>
    remedies
      .filter((remedy) => !offered.has(remedy) && treats(remedy, id) && fits(remedy, consultation))
      .sort((one, other) => one.risk - other.risk)
      .map((remedy) => {
        offered.add(remedy)
        const blocked = forbidden(remedy, consultation)
        return { remedy, cause: id, ...(blocked !== undefined && { blocked }) }
      }),
  )
}

/** Those that are wanted without any cause. */
function causeless(
  consultation: Consultation,
  remedies: readonly Remedy[],
  wanted: (remedy: Remedy) => boolean,
): readonly Offer[] {
  return remedies
    .filter((remedy) => fits(remedy, consultation) && wanted(remedy))
    .sort((one, other) => one.risk - other.risk)
    .map((remedy) => {
      const blocked = forbidden(remedy, consultation)
      return { remedy, ...(blocked !== undefined && { blocked }) }
    })
}

/** All that was asked is well, and nothing waits. */
function isClear({ diagnosis, messages }: Consultation): boolean {
  return (
    diagnosis.status === 'clear' && diagnosis.causes.length === 0 && !messages.some(({ state }) => state === 'waiting')
  )
}

/** Mail waits, and nothing was found that keeps it. */
function isUnexplained({ diagnosis, messages }: Consultation): boolean {
  return diagnosis.causes.length === 0 && messages.some(({ state }) => state === 'waiting')
}

/** The causes that were found and that this remedy treats, by their ids. */
export function treated(remedy: Remedy, { diagnosis }: Consultation): readonly string[] {
  return diagnosis.causes.map(({ id }) => id).filter((id) => treats(remedy, id))
}

/** Why a remedy would do harm now, where it would. */
export function forbidden(remedy: Remedy, consultation: Consultation): Wording | undefined {
  const cause = remedy.forbiddenWhile?.().find((one) => consultation.has(one) && !consultation.cleared?.(one))
  return cause && `Not as long as this holds: ${render(cause.title)}`
}

function treats(remedy: Remedy, cause: string): boolean {
  return remedy.treats().some(({ id }) => id === cause)
}

export function fits(remedy: Remedy, consultation: Consultation): boolean {
  try {
    return remedy.fits?.(consultation) ?? true
  } catch {
    // A remedy of ours that stumbles at the sight of a patient is none for him.
    return false
  }
}

import type { ExaminationProgress } from '../../agent.ts'
import type { ExaminationShown, ExaminationStep } from '../schema/examination.ts'

type Steps = readonly ExaminationStep[]

/** The steps of an examination after one more thing has happened. What is asked again begins anew. */
export function stepsAfter(steps: Steps, progress: ExaminationProgress): Steps {
  const { id, question, layer } = progress.probe
  const asked = { probe: id, question, ...(layer && { layer }) }
  return put(steps, { ...asked, ...found(progress) })
}

function found(progress: ExaminationProgress): Pick<ExaminationStep, 'state'> & Partial<ExaminationStep> {
  if (progress.is === 'asking') return { state: 'asking' }
  if (progress.is === 'so far') return { state: 'asking', ...progress.telling }
  const { finding } = progress
  const { state, ms } = finding
  if (finding.state === 'known') return { state, ms, ...finding.telling }
  return finding.state === 'unknown' ? { state, ms, line: finding.why } : { state, ms }
}

function put(steps: Steps, step: ExaminationStep): Steps {
  return steps.some(({ probe }) => probe === step.probe)
    ? steps.map((one) => (one.probe === step.probe ? step : one))
    : [...steps, step]
}

/** The examinations of this run, the newest of each account, and how they go. */
export class ExaminationLog {
  readonly #tell: (examination: ExaminationShown) => void
  readonly #newest = new Map<string, ExaminationShown>()

  constructor(tell: (examination: ExaminationShown) => void) {
    this.#tell = tell
  }

  of(account: string): ExaminationShown | undefined {
    return this.#newest.get(account)
  }

  progressed(account: string, why: ExaminationShown['why'], at: number, progress: ExaminationProgress): void {
    const last = this.#newest.get(account)
    const current = last && !last.ended ? last : { account, why, at, steps: [] }
    this.#keep({ ...current, steps: stepsAfter(current.steps, progress) })
  }

  ended(account: string, ended: ExaminationShown['ended']): void {
    const last = this.#newest.get(account)
    if (last && ended) this.#keep({ ...last, ended })
  }

  #keep(examination: ExaminationShown): void {
    this.#newest.set(examination.account, examination)
    this.#tell(examination)
  }
}

import type { PastTreatment, TreatmentProgress, TreatResult, UndoResult } from '../../agent.ts'
import { CalledOff } from '../../core/called-off.ts'
import { leavesTraces } from '../../core/remedy.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import type { Treatment } from '../../core/treatment.ts'
import { allRemedies } from '../../remedies/index.ts'
import type { Session } from '../../session/session.ts'
import type { TreatedShown, TreatingShown, TreatmentShown, UndoneShown } from '../schema/treatment.ts'
import { stepsAfter } from './examination-log.ts'
import { offerOf } from './offer-of.ts'
import { causeWithTitle, labelOf } from './titles.ts'

const hasChanged = say('The settings of this account have changed. Checking whether that helped.')
const busy = say('Another fix is under way; please wait until it has ended.')

/** The treatments of a session: the one at work is told as it goes, and those that were are shown. */
export class TreatmentRuns {
  readonly #session: Session
  readonly #tell: (treating: TreatingShown) => void
  readonly #ended: (account: string) => void
  readonly #acts: (account: string) => void
  #current: { controller: AbortController; treating: TreatingShown; over: Promise<unknown> } | undefined

  /** `acts`: something of ours changes this account from now on. */
  constructor(
    session: Session,
    tell: (treating: TreatingShown) => void,
    { ended, acts }: { ended(account: string): void; acts(account: string): void },
  ) {
    this.#session = session
    this.#tell = tell
    this.#ended = ended
    this.#acts = acts
  }

  /** What a guide says was done by hand: whether it helped is checked without being asked. */
  async noticed(account: string, remedy: string): Promise<void> {
    const isOffered = offerOf(this.#session, account, remedy) !== undefined
    if (isOffered && this.#current === undefined) await this.treat(account, remedy, undefined, [hasChanged])
  }

  async treat(account: string, remedy: string, secret?: string, told: readonly Sentence[] = []): Promise<TreatedShown> {
    const session = this.#session
    if (!(await this.#isFree())) return { is: 'refused', why: busy }
    if (!isGuide(remedy)) this.#acts(account)
    return this.#work('treating', account, remedy, async (signal, tell) => {
      if (told.length > 0) this.#told({ told })
      // Between the offer and the click something else may have been found.
      const isOffered = offerOf(session, account, remedy) !== undefined
      const done: TreatResult = isOffered
        ? await session.agent.treat({
            account,
            remedy,
            signal,
            ...(secret !== undefined && { secret }),
            onProgress(progress) {
              session.mends?.(remedy, progress.is)
              tell(progress)
            },
          })
        : { is: 'refused', why: say('What this helps against is not found any more.') }
      // Whoever has done what a guide says needs to be asked no more whether it was done.
      if (done.is === 'treated' && done.treatment.outcome === 'cured') this.#acts(account)
      const treated = this.#treated(done)
      this.#told({ treated })
      return treated
    })
  }

  async undo(id: string, sure: boolean): Promise<UndoneShown> {
    const session = this.#session
    const past = session.agent.treatments().find((one) => one.id === id)
    if (!past) return { is: 'refused', why: say('There is no fix with this number.') }
    if (!(await this.#isFree())) return { is: 'refused', why: busy }
    this.#acts(past.account)
    return this.#work('undoing', past.account, past.remedy, async (_signal, tell) => {
      const done = await session.agent.undo(id, {
        sure,
        onProgress(progress) {
          session.mends?.(past.remedy, progress.is)
          tell(progress)
        },
      })
      const undone = this.#undone(id, done)
      this.#told({ undone })
      return undone
    })
  }

  cancel(): void {
    this.#current?.controller.abort(new CalledOff('The person has had enough.'))
  }

  all(): readonly TreatmentShown[] {
    const { agent } = this.#session
    const cutOff = new Set(agent.interrupted().map(({ id }) => id))
    return agent.treatments().map((one) => shown(one, cutOff.has(one.id)))
  }

  leave(id: string): boolean {
    return this.#session.agent.leave(id)
  }

  /** Asks the one at work to stop, and waits: a treatment is never left half done. */
  async stop(): Promise<void> {
    this.cancel()
    // Whoever asked for it hears of its end; here it only has to be over.
    await this.#current?.over.catch(() => {})
  }

  /** Whoever only waits, or checks again, makes room: the person has thought of something better. */
  async #isFree(): Promise<boolean> {
    const waiting = this.#current
    if (!waiting) return true
    const remedy = allRemedies.find(({ id }) => id === waiting.treating.remedy)
    if (!remedy || leavesTraces(remedy) || !waiting.treating.cancellable) return false
    this.cancel()
    await waiting.over
    return this.#current === undefined
  }

  async #work<T>(
    doing: TreatingShown['doing'],
    account: string,
    remedy: string,
    work: (signal: AbortSignal, tell: (progress: TreatmentProgress) => void) => Promise<T>,
  ): Promise<T> {
    const controller = new AbortController()
    const treating: TreatingShown = {
      doing,
      account,
      remedy,
      label: labelOf(remedy),
      cancellable: doing === 'treating' && mayBeStopped(remedy),
      startedAt: this.#session.world.clock.now(),
      phase: doing === 'undoing' ? 'undoing' : 'looking',
      told: [],
      steps: [],
    }
    const { promise: over, resolve } = Promise.withResolvers<void>()
    this.#current = { controller, treating, over }
    this.#told({})
    try {
      return await work(controller.signal, (progress) => this.#told(this.#after(progress)))
    } finally {
      this.#told({ phase: 'ended' })
      this.#current = undefined
      resolve()
      this.#ended(account)
    }
  }

  #told(change: Partial<TreatingShown>): void {
    if (!this.#current) return
    this.#current.treating = { ...this.#current.treating, ...change }
    this.#tell(this.#current.treating)
  }

  #after(progress: TreatmentProgress): Partial<TreatingShown> {
    const { told = [], steps = [] } = this.#current?.treating ?? {}
    if (progress.is === 'told') return { told: [...told, progress.line] }
    if (progress.is === 'examining') return { steps: stepsAfter(steps, progress.progress) }
    if (progress.is !== 'settling') return { phase: progress.is }
    return { phase: 'settling', settlesAt: this.#session.world.clock.now() + progress.for }
  }

  #treated(done: TreatResult): TreatedShown {
    if (done.is === 'refused') return done
    return { is: 'treated', treatment: this.#shown(done.treatment), ...('unrecorded' in done && { unrecorded: true }) }
  }

  #undone(id: string, done: UndoResult): UndoneShown {
    if (done.is === 'changed') return { ...done, id }
    if (done.is !== 'undone') return done
    return { is: 'undone', treatment: this.#shown(done.treatment), ...('unrecorded' in done && { unrecorded: true }) }
  }

  /** As it was just told; whether it may be undone is in the books. */
  #shown(treatment: Treatment): TreatmentShown {
    const kept = this.#session.agent.treatments().find(({ id }) => id === treatment.id)
    return shown({ ...treatment, mayBeUndone: kept?.mayBeUndone ?? false }, false)
  }
}

function isGuide(remedy: string): boolean {
  return allRemedies.find(({ id }) => id === remedy)?.kind === 'guide'
}

function mayBeStopped(remedy: string): boolean {
  const found = allRemedies.find(({ id }) => id === remedy)
  // Of a guide that a person has followed, nothing is left but checking.
  return found?.kind === 'guide' || (found?.kind !== 'note' && found?.cancellable === true)
}

function shown(
  {
    before: _before,
    version: _version,
    stood: _stood,
    left: _left,
    undoBeganAt: _,
    mayBeUndone,
    ...treatment
  }: PastTreatment,
  cutOff: boolean,
): TreatmentShown {
  const label = labelOf(treatment.remedy)
  return {
    ...treatment,
    label: treatment.newerOf === undefined ? label : say('What was newer than this: {label}', { label: label }),
    causes: treatment.causes.map(causeWithTitle),
    ...(cutOff && { interrupted: true }),
    undo: mayBeUndone ? { can: true } : { can: false, why: whyNot(treatment) },
  }
}

function whyNot({ outcome, restoredAt }: Pick<Treatment, 'outcome' | 'restoredAt'>): Sentence {
  if (outcome === 'undone') return say('This has been undone already.')
  if (restoredAt !== undefined) return say('Everything was put back when it failed.')
  return say('There is nothing to put back.')
}

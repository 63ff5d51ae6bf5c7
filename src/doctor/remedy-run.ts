import { isFault } from '../core/is-fault.ts'
import type { Log } from '../core/log.ts'
import { Unknown } from '../core/probe.ts'
import { type Action, type ActOptions, Failed, Refused, type RemedyContext, type UndoState } from '../core/remedy.ts'
import { type Sentence, say, verbatim, withTexts } from '../core/sentence.ts'
import { harmless } from '../core/text.ts'
import type { Clock, Millis } from '../core/time.ts'
import type { World } from '../core/world.ts'
import type { ExaminationProgress } from './examine.ts'
import { outOfBudget, withinBudget } from './within-budget.ts'

/** What is told while a treatment runs, in the order in which it happens. */
export type TreatmentProgress =
  | { is: 'looking' | 'acting' | 'checking' | 'undoing' }
  /** A line of the remedy's own. */
  | { is: 'told'; line: Sentence }
  /** Nothing is done for so long, so that what was done can work. */
  | { is: 'settling'; for: Millis }
  | { is: 'examining'; progress: ExaminationProgress }

/** `lingers`: it was told to end, and did not. */
export type RemedyRunResult = { is: 'done' } | { is: 'failed'; why: Sentence; error: unknown } | { is: 'lingers' }

const minute = 60_000
const longest = 10 * minute
/** For letting go, once told to. */
const grace = minute
/** An outbox with large messages is read whole. */
const lookingTakes = 2 * minute

/** One remedy at work: in time, with its progress told, and cancelled only where it may be. */
export class RemedyRun {
  readonly #action: Action<unknown>
  readonly #clock: Clock
  readonly #log: Pick<Log, 'error' | 'warn'>
  readonly #onProgress: (progress: TreatmentProgress) => void
  /** Aborts when the user has had enough. */
  readonly signal: AbortSignal
  /** What it told last. */
  lastLine: Sentence | undefined
  /** Resolves when the remedy does nothing any more. */
  ended: Promise<unknown> = Promise.resolve()

  constructor(
    action: Action<unknown>,
    { clock, log }: Pick<World, 'clock' | 'log'>,
    { signal, onProgress }: { signal: AbortSignal; onProgress?: (progress: TreatmentProgress) => void },
  ) {
    this.#action = action
    this.#clock = clock
    this.#log = log
    this.signal = signal
    this.#onProgress = onProgress ?? (() => {})
  }

  /** The user has stopped it, and it may be stopped. */
  get cancelled(): boolean {
    return this.#action.cancellable && this.signal.aborted
  }

  report(progress: TreatmentProgress): void {
    if (progress.is === 'told') this.lastLine = progress.line
    try {
      this.#onProgress(progress)
    } catch (error) {
      // Whoever listens badly must not leave a treatment half done.
      this.#log.error('telling-failed', { of: this.#action, error })
    }
  }

  /** What undoing needs, as a receipt gives it back. Nothing is done yet, so that stopping is always allowed. */
  async capture(context: RemedyContext): Promise<unknown> {
    this.report({ is: 'looking' })
    let before: unknown
    const look = async ({ signal }: ActOptions) => {
      before = await this.#action.capture(context, signal)
    }
    const looked = await this.#run(look, [this.signal])
    this.signal.throwIfAborted()
    if (looked.is === 'failed') throw looked.error
    if (looked.is === 'lingers') throw new Refused(say('Looking took too long.'))
    return JSON.parse(JSON.stringify(before ?? null))
  }

  apply(context: RemedyContext, before: unknown): Promise<RemedyRunResult> {
    this.report({ is: 'acting' })
    const { cancellable } = this.#action
    return this.#run((options) => this.#action.apply(context, before, options), cancellable ? [this.signal] : [])
  }

  /** Never cancelled: half put back is worse than either. `newer`: the receipt under which what is newer is kept. */
  putBack(world: World, before: unknown, newer?: unknown): Promise<RemedyRunResult> {
    this.report({ is: 'undoing' })
    const { undo } = this.#action
    return this.#run(
      async (options) => undo?.putBack(world, before, { ...options, ...(newer !== undefined && { newer }) }),
      [],
    )
  }

  /** How it stands; nothing where that cannot be seen, or not in time. */
  async standing(world: World, before: unknown): Promise<UndoState | undefined> {
    try {
      const standing = await this.#look((signal) => this.#action.undo?.stands(world, before, signal))
      return standing === outOfBudget ? undefined : standing
    } catch (error) {
      // Whoever could not look has not seen that nothing has changed.
      if (isFault(error)) this.#log.warn('question-failed', { of: this.#action, error })
      return undefined
    }
  }

  /** Why it would do harm to put it back as things are. Throws where that could not be seen. */
  async hindrance(world: World, before: unknown): Promise<Sentence | undefined> {
    const why = await this.#look((signal) => this.#action.undo?.hinders?.(world, before, signal))
    if (why === outOfBudget) throw new Refused(say('Looking took too long.'))
    return why
  }

  #look<T>(work: (signal: AbortSignal) => Promise<T> | undefined): Promise<T | undefined | typeof outOfBudget> {
    const limit = new AbortController()
    const looking = (async () => work(limit.signal))()
    return withinBudget(this.#clock, lookingTakes, new AbortController().signal, looking).finally(() => limit.abort())
  }

  async settle(): Promise<void> {
    const { settles } = this.#action
    this.report({ is: 'settling', for: settles })
    await this.#clock.wait(settles, this.signal)
  }

  async #run(work: (options: ActOptions) => Promise<void>, signals: readonly AbortSignal[]): Promise<RemedyRunResult> {
    const limit = new AbortController()
    const tell = (line: Sentence) => this.report({ is: 'told', line: withTexts(line, (text) => harmless(text, 400)) })
    const running = (async () => work({ signal: AbortSignal.any([...signals, limit.signal]), report: tell }))()
    // What became of it is told below; this only tells that it is over.
    this.ended = running.catch(() => {})
    try {
      if (await this.#endsWithin(this.#action.timeoutMs ?? longest, running)) return { is: 'done' }
      limit.abort(new Failed(say('It took too long.')))
      return (await this.#endsWithin(grace, running)) ? { is: 'done' } : { is: 'lingers' }
    } catch (error) {
      if (isFault(error) && !signals.some(({ aborted }) => aborted))
        this.#log.error('treatment-failed', { of: this.#action, error })
      return { is: 'failed', why: failureSentence(error), error }
    }
  }

  async #endsWithin(time: Millis, work: Promise<unknown>): Promise<boolean> {
    return (await withinBudget(this.#clock, time, new AbortController().signal, work)) !== outOfBudget
  }
}

/** What went wrong, in a sentence. */
export function failureSentence(error: unknown): Sentence {
  if (error instanceof Refused || error instanceof Failed || error instanceof Unknown)
    return withTexts(error.words, (text) => harmless(text, 400))
  const text = harmless(error instanceof Error ? error.message : String(error), 400)
  return say('A fault of ours: {text}', { text: verbatim(text) })
}

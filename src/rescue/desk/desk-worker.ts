import { Worker } from 'node:worker_threads'
import { say } from '../../core/sentence.ts'
import type { TooMuch } from '../item-watch.ts'
import type { RescueProgress } from '../order.ts'
import type { PagePrinter } from '../pages/printer.ts'
import { RescueRefused } from '../refused.ts'
import { guardItems, type ItemLimits, ItemOverLimit, itemLimits } from './item-guard.ts'
import { SharedMark } from './shared-mark.ts'
import type { DeskAnswer, DeskResults, DeskTask, GivenTask, PrintedPage } from './tasks.ts'

/** The thread's own file stands beside this one, compiled or as it is. */
const entry = new URL(import.meta.url.endsWith('.ts') ? './desk-thread.ts' : './desk-thread.js', import.meta.url)

/** The thread’s own objects; bytes of mail and lists of messages are not among them. The more there may be, the later
 * what is not needed any more is cleared away: with twice as much, a rescue of 100,000 messages took half as much again. */
const resourceLimits = { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 4 }
/** A thread that waits for a disk that does not answer cannot be ended before that does. */
const endingMs = 2_000

/** Called off by whoever asked for it. */
export class DeskCalledOff extends Error {
  override name = 'DeskCalledOff'
}

/** What rescues in a thread of its own, one task after the other; it can be ended at any moment, and begins anew. */
export class DeskWorker {
  readonly #printer: PagePrinter | undefined
  readonly #limits: ItemLimits
  #thread: { readonly worker: Worker; readonly mark: SharedMark } | undefined
  #lost: ((error: Error) => void) | undefined
  #turn: Promise<unknown> = Promise.resolve()

  constructor(printer: PagePrinter | undefined, limits = itemLimits) {
    this.#printer = printer
    this.#limits = limits
  }

  /** Throws `RescueRefused`, `DeskCalledOff`, or what went wrong in the thread. `now`: for the dates of messages. */
  run<Is extends DeskTask['is']>(
    task: DeskTask & { is: Is },
    now: number,
    onProgress: (progress: RescueProgress) => void = () => {},
  ): Promise<DeskResults[Is]> {
    const work = this.#turn.then(() => this.#carryOut({ ...task, now, givenUp: [] }, onProgress))
    // Whoever gave the task hears of it; the next one only waits.
    this.#turn = work.catch(() => {})
    return work as Promise<DeskResults[Is]>
  }

  /** Ends what is under way, at once. */
  async callOff(): Promise<void> {
    this.#lost?.(new DeskCalledOff())
    await this.#end()
  }

  async #end(): Promise<void> {
    const thread = this.#thread
    this.#thread = undefined
    const late = new Promise<void>((resolve) => setTimeout(resolve, endingMs).unref())
    await Promise.race([thread?.worker.terminate(), late])
  }

  /** An item that takes too much ends the thread: the task begins anew, goes on where it was, and leaves that one out. */
  async #carryOut(task: GivenTask, onProgress: (progress: RescueProgress) => void) {
    const slow = new Set<string>()
    const givenUp = new Map<string, TooMuch>()
    for (;;) {
      try {
        return await this.#tried({ ...task, givenUp: [...givenUp] }, onProgress, (place) => slow.has(place))
      } catch (error) {
        if (!(error instanceof ItemOverLimit)) throw error
        await this.#end()
        const { place, what } = error
        if (what === 'memory' || slow.has(place)) givenUp.set(place, what)
        slow.add(place)
      }
    }
  }

  async #tried(
    task: GivenTask,
    onProgress: (progress: RescueProgress) => void,
    isSecondTry: (place: string) => boolean,
  ): Promise<unknown> {
    const thread = this.#thread ?? begun()
    const { worker, mark } = thread
    this.#thread = thread
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    this.#lost = reject
    const lost = (error?: unknown) => {
      if (this.#thread === thread) this.#thread = undefined
      reject(outOfMemory(error, mark.place) ?? (error instanceof Error ? error : new Error('The thread has ended.')))
    }
    const hear = (answer: DeskAnswer) => {
      if (answer.is === 'progress') onProgress(answer.progress)
      else if (answer.is === 'print') void this.#print(worker, answer.number, answer.html)
      else if (answer.is === 'done') resolve(answer.value)
      else reject(answer.is === 'refused' ? new RescueRefused(answer.words) : new Error(answer.message))
    }
    worker.on('message', hear).once('error', lost).once('exit', lost).ref()
    const unguard = guardItems(worker, mark, this.#limits, isSecondTry, reject)
    try {
      worker.postMessage(task)
      return await promise
    } finally {
      unguard()
      this.#lost = undefined
      worker.off('message', hear).off('error', lost).off('exit', lost).unref()
    }
  }

  async #print(worker: Worker, number: number, html: string): Promise<void> {
    const answer = (page: Omit<PrintedPage, 'is' | 'number'>) => worker.postMessage({ is: 'printed', number, ...page })
    try {
      const pdf = await this.#printer?.print(html)
      answer(pdf ? { pdf } : {})
    } catch {
      // The thread tells it as what could not be printed.
      answer({})
    }
  }
}

function begun(): { worker: Worker; mark: SharedMark } {
  const mark = new SharedMark()
  return { worker: new Worker(entry, { workerData: { mark: mark.memory }, resourceLimits }), mark }
}

function outOfMemory(error: unknown, place: string): Error | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') return undefined
  return place === ''
    ? new RescueRefused(say('There is more in it than this computer has memory for.'))
    : new ItemOverLimit(place, 'memory')
}

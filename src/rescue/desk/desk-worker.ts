import { Worker } from 'node:worker_threads'
import type { RescueProgress } from '../order.ts'
import type { PagePrinter } from '../pages/printer.ts'
import { RescueRefused } from '../refused.ts'
import type { DeskAnswer, DeskResults, DeskTask, PrintedPage } from './tasks.ts'

/** The thread's own file stands beside this one, compiled or as it is. */
const entry = new URL(import.meta.url.endsWith('.ts') ? './desk-thread.ts' : './desk-thread.js', import.meta.url)

/** Called off by whoever asked for it. */
export class DeskCalledOff extends Error {
  override name = 'DeskCalledOff'
}

/** What rescues in a thread of its own, one task after the other; it can be ended at any moment, and begins anew. */
export class DeskWorker {
  readonly #printer: PagePrinter | undefined
  #worker: Worker | undefined
  #lost: ((error: Error) => void) | undefined
  #turn: Promise<unknown> = Promise.resolve()

  constructor(printer: PagePrinter | undefined) {
    this.#printer = printer
  }

  /** Throws `RescueRefused`, `DeskCalledOff`, or what went wrong in the thread. `now`: for the dates of messages. */
  run<Is extends DeskTask['is']>(
    task: DeskTask & { is: Is },
    now: number,
    onProgress: (progress: RescueProgress) => void = () => {},
  ): Promise<DeskResults[Is]> {
    const work = this.#turn.then(() => this.#carryOut({ ...task, now }, onProgress))
    // Whoever gave the task hears of it; the next one only waits.
    this.#turn = work.catch(() => {})
    return work as Promise<DeskResults[Is]>
  }

  /** Ends what is under way, at once. */
  async callOff(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    this.#lost?.(new DeskCalledOff())
    await worker?.terminate()
  }

  async #carryOut(task: DeskTask & { now: number }, onProgress: (progress: RescueProgress) => void) {
    const worker = this.#worker ?? new Worker(entry)
    this.#worker = worker
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    this.#lost = reject
    const lost = (error?: unknown) => {
      if (this.#worker === worker) this.#worker = undefined
      reject(error instanceof Error ? error : new Error('The thread has ended.'))
    }
    const hear = (answer: DeskAnswer) => {
      if (answer.is === 'progress') onProgress(answer.progress)
      else if (answer.is === 'print') void this.#print(worker, answer.number, answer.html)
      else if (answer.is === 'done') resolve(answer.value)
      else reject(answer.is === 'refused' ? new RescueRefused(answer.words) : new Error(answer.message))
    }
    worker.on('message', hear).once('error', lost).once('exit', lost).ref()
    try {
      worker.postMessage(task)
      return await promise
    } finally {
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

import { Worker } from 'node:worker_threads'
import type { Log } from '../../../core/log.ts'
import { Unknown } from '../../../core/probe.ts'
import { say } from '../../../core/sentence.ts'
import type { Millis } from '../../../core/time.ts'
import { systemClock } from '../clock.ts'
import { untilAborted } from '../until-aborted.ts'
import { Substitute } from './substitute.ts'
import type { ThreadAnswer, ThreadTask } from './task.ts'

/** A look takes some ms, and the copy of a big store some seconds on a slow disk. */
const usualPatienceMs = 15_000
/** Lists of a few kilobytes are read in a few ms; what takes longer unfolds without end. */
const parsePatienceMs = 2_000
/** A thread that has nothing open is not kept for longer: it takes some 20 MB. */
const idleMs = 30_000
/** Many times what any store was seen to need. */
const mostMemoryMb = 512

const givenUp = say('Reading it took too long and was given up.')

/** Threads that were given up on and have not ended yet: a system call may hold one for ever. */
const stuck = new Set<Worker>()

/** The thread's own file stands beside this one, compiled or as it is. */
const entry = new URL(import.meta.url.endsWith('.ts') ? './thread-entry.ts' : './thread-entry.js', import.meta.url)

/**
 * A thread that carries out one task after the other. A task that takes too long is given up, and the thread with it: all
 * that it had open is gone then, and the next task gets a new one. While no thread can be had, the work is done here.
 */
export class ReadingThread {
  readonly #patienceMs: number
  readonly #entry: URL
  #turn: Promise<unknown> = Promise.resolve()
  #worker: Worker | undefined
  readonly #substitute: Substitute
  #open = new Set<number>()
  #idle: NodeJS.Timeout | undefined
  #log: Pick<Log, 'warn'> | undefined

  constructor(options: { patienceMs?: number; entry?: URL; elapsed?: () => Millis } = {}) {
    this.#patienceMs = options.patienceMs ?? usualPatienceMs
    this.#entry = options.entry ?? entry
    this.#substitute = new Substitute(options.elapsed ?? systemClock.elapsed)
  }

  /** From now on, our own faults are told there. */
  tellTo(log: Pick<Log, 'warn'>): void {
    this.#log = log
  }

  /** How often in a row no thread could be had, so that the work was done where it may hold up everything else. */
  get failures(): number {
    return this.#substitute.failures
  }

  /** Throws `Unknown` where it was given up, and the signal's reason once that aborts. */
  run(task: ThreadTask, signal: AbortSignal): Promise<ThreadAnswer> {
    const work = this.#turn.then(() => {
      signal.throwIfAborted()
      return this.#carryOut(task)
    })
    // Whoever gave the task hears of it; the next one only waits.
    this.#turn = work.catch(() => {})
    return untilAborted(work, signal)
  }

  async #carryOut(task: ThreadTask): Promise<ThreadAnswer> {
    clearTimeout(this.#idle)
    underWay++
    const answer = await this.#sent(task).finally(() => underWay--)
    if (answer.is === 'error') this.#log?.warn('reading-failed', answer.fault ? { fault: answer.fault } : {})
    if (task.is === 'open' && answer.is === 'done') this.#open.add(task.store)
    if (task.is === 'close') this.#open.delete(task.store)
    if (this.#open.size === 0) this.#idle = setTimeout(() => this.#end(), idleMs).unref()
    return answer
  }

  async #sent(task: ThreadTask): Promise<ThreadAnswer> {
    const worker = this.#worker ?? (await this.#started())
    if (!worker) return this.#substitute.carryOut(task)
    const { promise, resolve, reject } = Promise.withResolvers<ThreadAnswer>()
    const lost = () => reject(new Unknown(givenUp))
    const patience = task.is === 'parse' ? Math.min(parsePatienceMs, this.#patienceMs) : this.#patienceMs
    const timer = setTimeout(lost, patience)
    worker.once('message', resolve).once('error', lost).once('exit', lost).ref()
    try {
      worker.postMessage(task)
      return await promise
    } catch (error) {
      this.#log?.warn('thread-lost', { error })
      this.#end()
      throw error
    } finally {
      clearTimeout(timer)
      worker.off('message', resolve).off('error', lost).off('exit', lost).unref()
    }
  }

  /** A failure, such as too little memory, may pass: it is tried again after a while. */
  async #started(): Promise<Worker | undefined> {
    if (!this.#substitute.mayTry) return undefined
    const worker = await this.#start()
    if (!worker) {
      this.#log?.warn('thread-missing')
      this.#substitute.failed()
      return undefined
    }
    this.#substitute.end()
    // What was opened without it is not open there.
    this.#open.clear()
    return worker
  }

  /** `undefined` where the thread does not come up. */
  async #start(): Promise<Worker | undefined> {
    const { promise, resolve } = Promise.withResolvers<Worker | undefined>()
    const timer = setTimeout(resolve, usualPatienceMs, undefined)
    try {
      // Whatever a library complains about is not for the terminal. Nor is it read: that would keep this process alive.
      const streams = { stdout: true, stderr: true }
      const worker = new Worker(this.#entry, { ...streams, resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } })
      const over = (because?: unknown) => {
        resolve(undefined)
        if (because instanceof Error) this.#log?.warn('thread-lost', { error: because })
        if (this.#worker === worker) this.#end()
      }
      // An error that nobody listens for would end this process.
      worker.on('error', over).once('exit', over)
      worker.once('message', () => resolve(worker))
      this.#worker = await promise
      if (!this.#worker) void worker.terminate()
      this.#worker?.unref()
      return this.#worker
    } catch (error) {
      this.#log?.warn('thread-missing', { error })
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }

  #end() {
    const worker = this.#worker
    if (!worker) return
    this.#worker = undefined
    this.#open.clear()
    stuck.add(worker)
    worker.terminate().finally(() => stuck.delete(worker))
  }
}

process.once('exit', () => {
  // Node waits for all its threads at the end; one that hangs in a system call would keep the process for ever.
  if (stuck.size > 0) process.kill(process.pid, 'SIGKILL')
})

let underWay = 0

/** How many tasks wait for an answer of any thread. */
export function tasksUnderWay(): number {
  return underWay
}

let shared: ReadingThread | undefined

/** The one thread of this process for the stores of other programs. */
export function readingThread(): ReadingThread {
  shared ??= new ReadingThread()
  return shared
}

import { type Sentence, say } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import type { RescueFilters } from '../filters.ts'
import type { ItemLook } from '../look-into.ts'
import type { RescueProgress } from '../order.ts'
import type { PagePrinter } from '../pages/printer.ts'
import type { RescueSummary } from '../proof/write-proof.ts'
import { RescueRefused } from '../refused.ts'
import { DeskCalledOff, DeskWorker } from './desk-worker.ts'
import { HandedFiles } from './handed-files.ts'
import type { Looked, SavingTask } from './tasks.ts'

/** How far a rescue has come that somebody watches. */
export type DeskNews =
  | { readonly is: 'idle' }
  | { readonly is: 'looking'; readonly items: number }
  | ({ readonly is: 'saving' } & Omit<RescueProgress, 'stage'> & { readonly stage: RescueProgress['stage'] })
  | { readonly is: 'ended'; readonly target: string; readonly summary: RescueSummary }
  /** What is saved so far stays, and the same order goes on. */
  | { readonly is: 'stopped'; readonly target: string; readonly why: Sentence }

/** As many as a list shows; the search finds the others. */
const mostListed = 200

/** One rescue at a time, in a thread of its own, for whatever shows it. */
export class RescueDesk {
  readonly files = new HandedFiles()
  readonly #worker: DeskWorker
  readonly #tell: (news: DeskNews) => void
  #isSaving = false

  constructor(printer: PagePrinter | undefined, tell: (news: DeskNews) => void) {
    this.#worker = new DeskWorker(printer)
    this.#tell = tell
  }

  /** Throws `RescueRefused` where there is nothing to look into, and `DeskCalledOff`. */
  async look(paths: readonly string[], filters: RescueFilters, now: Instant): Promise<Looked> {
    this.#mustBeFree()
    try {
      const task = { is: 'look', paths, filters, most: mostListed } as const
      return await this.#worker.run(task, now, ({ items }) => this.#tell({ is: 'looking', items }))
    } finally {
      if (!this.#isSaving) this.#tell({ is: 'idle' })
    }
  }

  show(paths: readonly string[], source: number, id: string, now: Instant): Promise<ItemLook> {
    this.#mustBeFree()
    return this.#worker.run({ is: 'show', paths, source, id }, now)
  }

  /** Begins; what comes of it is told. */
  save(task: SavingTask, now: Instant): void {
    this.#mustBeFree()
    this.#isSaving = true
    this.#tell({ is: 'saving', stage: 'looking', items: 0, doneBytes: 0 })
    void this.#saved(task, now).then((news) => {
      this.#isSaving = false
      this.#tell(news)
    })
  }

  async callOff(): Promise<void> {
    await this.#worker.callOff()
  }

  async close(): Promise<void> {
    await this.callOff()
    this.files.remove()
  }

  async #saved(task: SavingTask, now: Instant): Promise<DeskNews> {
    const { target } = task
    try {
      const end = await this.#worker.run({ is: 'save', ...task }, now, (progress) =>
        this.#tell({ is: 'saving', ...progress }),
      )
      if (end.is === 'finished') return { is: 'ended', target, summary: end.summary }
      return { is: 'stopped', target, why: end.why }
    } catch (error) {
      if (error instanceof RescueRefused) return { is: 'stopped', target, why: error.words }
      if (error instanceof DeskCalledOff)
        return { is: 'stopped', target, why: say('It was stopped. What is saved so far stays, and it can go on.') }
      return { is: 'stopped', target, why: say('It ended by a fault of Outbox Doctor. What is saved so far stays.') }
    }
  }

  #mustBeFree(): void {
    if (this.#isSaving) throw new RescueRefused(say('Mail is being saved just now.'))
  }
}

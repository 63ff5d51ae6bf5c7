import { closeSync, existsSync, fsyncSync, openSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Sentence } from '../core/sentence.ts'
import { DiskRows } from './disk-rows.ts'
import { atLineEnds } from './message/lines.ts'
import type { RescueFormat, WrittenFile } from './outputs/output.ts'
import { readRange, readStart } from './read-range.ts'
import type { ExpectedParts, MarkedFlags } from './source.ts'

export const journalName = '.outbox-doctor-rescue.jsonl'

/** What became of one item. */
export interface JournalEntry {
  readonly source: number
  readonly id: string
  /** `sealed`: written as it is, and nobody but its reader can open it. */
  readonly state: 'written' | 'sealed' | 'skipped'
  /** Why it was skipped. */
  readonly why?: Sentence
  readonly notes?: readonly Sentence[]
  /** What it was to be, and is not. */
  readonly lacks?: readonly Sentence[]
  readonly files?: Partial<Record<RescueFormat, WrittenFile>>
  readonly original?: boolean
  /** It was not whole any more in the source. */
  readonly damaged?: boolean
  readonly expected?: ExpectedParts
  readonly facts: ItemFacts
}

/** For the list of what was saved. */
export interface ItemFacts {
  readonly folder: readonly string[]
  readonly at?: number
  readonly rawDate?: string
  readonly from?: string
  readonly to?: string
  readonly cc?: string
  readonly bcc?: string
  readonly subject?: string
  readonly messageId?: string
  readonly bytes: number
  readonly attachments?: number
  readonly flags?: MarkedFlags
}

/** What a rescue has done so far, a line for each item, in the target itself: a later run goes on from it. */
export class RescueJournal {
  readonly #file: number
  readonly #path: string

  /** Only this run has written to it, so it has one entry for each item. */
  readonly isFresh: boolean

  private constructor(path: string, isFresh: boolean) {
    this.#path = path
    this.isFresh = isFresh
    this.#file = openSync(path, 'a', 0o600)
  }

  /** `order`: what tells two rescues apart. `undefined`: the journal that is there is of another one. */
  static async open(target: string, order: string): Promise<RescueJournal | undefined> {
    const path = join(target, journalName)
    const isFresh = !existsSync(path)
    if (isFresh) writeFileSync(path, headLine(order), { mode: 0o600, flag: 'wx' })
    // A line that was cut by a crash never happened.
    truncateSync(path, await wholeLength(path))
    const first = readStart(path, headLine(order).length).bytes
    if (statSync(path).size === 0) writeFileSync(path, headLine(order))
    else if (Buffer.from(first).toString() !== headLine(order)) return undefined
    return new RescueJournal(path, isFresh)
  }

  /** The last word on each item, in the order in which they were written. */
  async *entries(): AsyncGenerator<JournalEntry> {
    if (this.isFresh) {
      yield* this.#all()
      return
    }
    const last = new DiskRows<number>()
    try {
      let number = 0
      for await (const entry of this.#all()) last.add(number++, { key: itemKey(entry) })
      number = 0
      for await (const entry of this.#all()) if (last.get(itemKey(entry)) === number++) yield entry
    } finally {
      last.close()
    }
  }

  add(entry: JournalEntry): void {
    const bytes = Buffer.from(`${JSON.stringify(entry)}\n`)
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done)
  }

  settle(): void {
    fsyncSync(this.#file)
  }

  close(): void {
    fsyncSync(this.#file)
    closeSync(this.#file)
  }

  async *#all(): AsyncGenerator<JournalEntry> {
    let isFirst = true
    for await (const lines of atLineEnds(readRange(this.#path, 0, statSync(this.#path).size))) {
      for (const line of lines.toString('utf8').split('\n')) {
        if (!isFirst && line !== '') yield JSON.parse(line) as JournalEntry
        isFirst = false
      }
    }
  }
}

/** One item's name among all sources. */
export function itemKey({ source, id }: { source: number; id: string }): string {
  return `${source}\u0000${id}`
}

function headLine(order: string): string {
  return `${JSON.stringify({ schema: 1, order })}\n`
}

async function wholeLength(path: string): Promise<number> {
  const { size } = statSync(path)
  let length = 0
  for await (const lines of atLineEnds(readRange(path, 0, size))) if (lines.at(-1) === 0x0a) length += lines.length
  return length
}

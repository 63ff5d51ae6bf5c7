import { createHash } from 'node:crypto'
import { stringify } from 'csv-stringify/sync'
import { joinSentences, type Sentence, say, withoutRepeats } from '../../core/sentence.ts'
import type { JournalEntry } from '../journal.ts'
import { rescueFormats } from '../outputs/output.ts'
import type { MarkedFlags } from '../source.ts'
import { withoutFormula } from '../without-formula.ts'

export type InWords = (words: Sentence) => string

const columns = [
  ...['folder', 'date', 'date_as_written', 'from', 'to', 'cc', 'bcc', 'subject', 'bytes', 'attachments', 'flags'],
  ...['message_id', 'state', 'remark', ...rescueFormats, 'sha256'],
]

/** The first line of `manifest.csv`, with the mark that tells spreadsheets it is UTF-8. */
export const manifestHead = `\uFEFF${stringify([columns], { record_delimiter: 'windows' })}`

/** One row of `manifest.csv` (RFC 4180): what became of an item, and where it is. `hasFailed`: by the reading back. */
export function manifestRow(entry: JournalEntry, hasFailed: boolean, inWords: InWords): string {
  const { facts, files = {}, state, why, notes = [], original } = entry
  const rebuilt = original === false ? [say('It was put together again from what the store keeps.')] : []
  const remark = joinSentences([...(why ? [why] : []), ...rebuilt, ...notes, ...lackingIn(entry)])
  const row = [
    facts.folder.join('/'),
    facts.at === undefined ? '' : new Date(facts.at).toISOString(),
    facts.rawDate,
    ...[facts.from, facts.to, facts.cc, facts.bcc, facts.subject],
    ...[facts.bytes, facts.attachments, flagWords(facts.flags)],
    facts.messageId,
    hasFailed ? 'failed' : state,
    inWords(remark),
    ...rescueFormats.map((format) => files[format]?.file),
    (files.eml ?? files.maildir ?? files.mbox)?.sha256,
  ]
  return stringify([row.map((cell) => (typeof cell === 'string' ? withoutFormula(cell) : (cell ?? '')))], {
    record_delimiter: 'windows',
  })
}

/** What the formats could not take up of an item. */
export function lackingIn({ files = {}, lacks = [] }: JournalEntry): Sentence[] {
  return withoutRepeats([...lacks, ...Object.values(files).flatMap((file) => file.lacks ?? [])])
}

function flagWords(flags: MarkedFlags = {}): string {
  return Object.entries(flags)
    .filter(([, isSet]) => isSet)
    .map(([name]) => name)
    .join(' ')
}

/** Counts of what is in the list, and the sha256 of it. */
export class ManifestTotals {
  written = 0
  sealed = 0
  skipped = 0
  failed = 0
  /** Items of which a format could not take up all. */
  partly = 0
  /** Of those that are written, the ones that were not whole any more. */
  damaged = 0
  readonly reasons = new Map<string, number>()
  readonly files = new Map<string, { messages: number; bytes: number }>()
  readonly #hash = createHash('sha256').update(manifestHead)

  add(entry: JournalEntry, row: string, hasFailed: boolean, inWords: InWords, unread?: Sentence): void {
    this.#hash.update(row)
    if (hasFailed) this.failed += 1
    else this[entry.state] += 1
    const lacking = lackingIn(entry)
    if (lacking.length > 0) this.partly += 1
    if (entry.damaged) this.damaged += 1
    for (const reason of [...(entry.why ? [entry.why] : []), ...(unread ? [unread] : []), ...lacking]) {
      const why = inWords(reason)
      this.reasons.set(why, (this.reasons.get(why) ?? 0) + 1)
    }
    for (const [format, { bytes }] of Object.entries(entry.files ?? {})) {
      const known = this.files.get(format) ?? { messages: 0, bytes: 0 }
      this.files.set(format, { messages: known.messages + 1, bytes: known.bytes + bytes })
    }
  }

  sha256(): string {
    return this.#hash.copy().digest('hex')
  }
}

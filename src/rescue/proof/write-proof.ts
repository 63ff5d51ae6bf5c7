import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { itemKey, type RescueJournal } from '../journal.ts'
import { placeFile, syncFolder } from '../outputs/place-file.ts'
import type { Survey } from '../survey.ts'
import { type InWords, ManifestTotals, manifestHead, manifestRow } from './manifest.ts'
import type { ReadBack } from './read-back.ts'

const manifestName = 'manifest.csv'
const summaryName = 'summary.json'
const checksumsName = 'checksums.sha256'

/** What a rescue has come to; `summary.json`, too. */
export interface RescueSummary {
  /** Everything that was wanted is here, and was read again as it was written. */
  readonly complete: boolean
  /** found = leftOut + written + sealed + skipped, and nothing has failed. */
  readonly accounted: boolean
  readonly found: number
  /** By the filters. */
  readonly leftOut: number
  readonly written: number
  readonly sealed: number
  readonly skipped: number
  readonly failed: number
  /** Of those written: a format could not take up all of them, which is among the reasons. */
  readonly partly: number
  /** Of the written ones, those that were not whole any more in the source. */
  readonly damaged: number
  readonly reasons: readonly { readonly why: string; readonly count: number }[]
  readonly formats: Readonly<Record<string, { readonly messages: number; readonly bytes: number }>>
  /** sha256 of `manifest.csv`. */
  readonly manifest: string
}

/** Whether a rescue into this folder has come to its end before. */
export function hasProof(target: string): boolean {
  return existsSync(join(target, summaryName))
}

/** Writes `manifest.csv`, `summary.json` and `checksums.sha256`; what is there already stays as it is. */
export async function writeProof(
  target: string,
  journal: RescueJournal,
  survey: Survey,
  { failed, unread, files }: ReadBack,
  inWords: InWords,
): Promise<RescueSummary> {
  const totals = new ManifestTotals()
  let number = -1
  const list = new ProofFile(target, manifestName)
  list.add(manifestHead)
  for await (const entry of journal.entries()) {
    number += 1
    // A run that went through without a break has written of what is wanted, and of nothing else.
    if (!journal.isFresh && !survey.wanted.get(itemKey(entry))) continue
    const hasFailed = failed.has(number)
    const row = manifestRow(entry, hasFailed, inWords)
    totals.add(entry, row, hasFailed, inWords, unread.get(number))
    list.add(row)
  }
  const { written, sealed, skipped } = totals
  const leftOut = survey.found - survey.wanted.size
  const accounted = totals.failed === 0 && survey.found === leftOut + written + sealed + skipped
  const summary: RescueSummary = {
    complete: accounted && skipped === 0 && totals.partly === 0 && totals.damaged === 0,
    accounted,
    ...{ found: survey.found, leftOut, written, sealed, skipped },
    ...{ failed: totals.failed, partly: totals.partly, damaged: totals.damaged },
    reasons: [...totals.reasons].map(([why, count]) => ({ why, count })),
    formats: Object.fromEntries(totals.files),
    manifest: totals.sha256(),
  }
  const told = new ProofFile(target, summaryName)
  told.add(`${JSON.stringify({ schema: 1, ...summary }, undefined, 2)}\n`)
  const sums = new ProofFile(target, checksumsName)
  for (const { file, sha256 } of files.inOrder()) sums.add(`${sha256}  ${file}\n`)
  for (const file of [list, told]) sums.add(`${file.sha256()}  ${file.name}\n`)
  // The summary comes last: it says that all is there.
  for (const file of [list, sums, told]) file.finish()
  syncFolder(target)
  return summary
}

class ProofFile {
  readonly name: string
  readonly #path: string
  readonly #file: number
  readonly #hash = createHash('sha256')

  constructor(target: string, name: string) {
    this.name = name
    this.#path = join(target, name)
    this.#file = openSync(`${this.#path}.part`, 'w', 0o600)
  }

  add(text: string): void {
    const bytes = Buffer.from(text)
    this.#hash.update(bytes)
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done)
  }

  sha256(): string {
    return this.#hash.copy().digest('hex')
  }

  finish(): void {
    fsyncSync(this.#file)
    closeSync(this.#file)
    if (!placeFile(`${this.#path}.part`, this.#path)) unlinkSync(`${this.#path}.part`)
  }
}

import { type Sentence, say, verbatim } from '../core/sentence.ts'
import { breathing } from './breath.ts'
import { DiskRows } from './disk-rows.ts'
import { diskIsFull, isDiskFull } from './full-disk.ts'
import { itemKey, type RescueJournal } from './journal.ts'
import type { RescueContext, RescueOrder } from './order.ts'
import { type Outputs, outputsFor } from './outputs/index.ts'
import { readBack } from './proof/read-back.ts'
import { hasProof, type RescueSummary, writeProof } from './proof/write-proof.ts'
import { RescueRefused } from './refused.ts'
import { type Survey, surveyOf } from './survey.ts'
import { mustHaveRoom, openTarget } from './target.ts'
import { type DoneItem, writeItems } from './write-items.ts'

export type RescueEnd =
  | { readonly is: 'finished'; readonly summary: RescueSummary }
  /** Everything so far is safe, and the same call goes on. */
  | { readonly is: 'stopped'; readonly why: Sentence }

/**
 * Saves mail: looks at all of it, writes what is wanted, newest first, reads every file again, and writes down what
 * became of each item. Run again, it goes on where it was interrupted, at whatever moment that was, and comes to the
 * same bytes. Throws `RescueRefused` where it cannot begin, and the signal's reason where it is called off.
 */
export async function runRescue(order: RescueOrder, context: RescueContext): Promise<RescueEnd> {
  const journal = await openTarget(order)
  const { target, splitBytes, inWords } = order
  const options = { target, splitBytes, inWords, printer: context.printer }
  const outputs = await outputsFor(order.formats, options)
  const done = new DiskRows<DoneItem>()
  let survey: Survey | undefined
  try {
    survey = await surveyOf(order, context)
    const isFinished = hasProof(order.target)
    await findDone(done, journal, outputs, isFinished)
    let [isOpen, openBytes] = [false, 0]
    for (const item of survey.wanted.inOrder()) {
      if (done.get(itemKey(item))?.isWhole) continue
      isOpen = true
      openBytes += item.bytes
    }
    if (isOpen && isFinished)
      throw new RescueRefused(
        say(
          'The rescue in {folder} is finished, and there is new mail since, or a file of it has gone: give a new folder.',
          {
            folder: verbatim(order.target),
          },
        ),
      )
    mustHaveRoom(order, openBytes, context)
    const why = await writeItems({ order, context, survey, journal, outputs, done })
    if (why) return { is: 'stopped', why }
    for (const [, output] of outputs.all) output.finish()
    journal.settle()
    return { is: 'finished', summary: await proof(order, context, survey, journal) }
  } catch (error) {
    // Of the journal, of what is open, or of the proof: the next run goes on all the same.
    if (!isDiskFull(error)) throw error
    return { is: 'stopped', why: diskIsFull }
  } finally {
    for (const [, output] of outputs.all) output.close()
    journal.close()
    survey?.wanted.close()
    done.close()
  }
}

/**
 * The files that an earlier run has written for each item, as far as they are still there. What it skipped is tried
 * again, until the rescue is finished: access may have been given since.
 */
async function findDone(
  done: DiskRows<DoneItem>,
  journal: RescueJournal,
  outputs: Outputs,
  isFinished: boolean,
): Promise<void> {
  for await (const entry of journal.entries()) {
    const there = outputs.all.flatMap(([format, output]) => {
      const file = entry.files?.[format]
      return file !== undefined && output.stillThere(file) ? [[format, file] as const] : []
    })
    // The same formats were asked for: what was written then has a file in each that takes it.
    const isWhole = entry.state !== 'skipped' && there.length === Object.keys(entry.files ?? {}).length
    const key = itemKey(entry)
    if (isWhole || (entry.state === 'skipped' && isFinished)) done.add({ isWhole: true }, { key })
    else if (there.length > 0) done.add({ isWhole: false, files: Object.fromEntries(there) }, { key })
  }
}

async function proof(order: RescueOrder, context: RescueContext, survey: Survey, journal: RescueJournal) {
  const breath = breathing(context.signal)
  const allBytes = survey.wantedBytes * order.formats.length
  let [items, doneBytes] = [0, 0]
  const breathed = async (bytes: number) => {
    items += 1
    doneBytes += bytes
    context.onProgress({ stage: 'checking', items, doneBytes, allBytes })
    await breath()
  }
  const read = await readBack(order.target, journal, breathed, context.watch)
  try {
    context.watch?.off()
    // One that is finished stays as it is.
    if (order.formats.includes('html') && !hasProof(order.target)) {
      const { writeHtmlIndex } = await import('./outputs/html-index.ts')
      const index = await writeHtmlIndex(order.target, journal, order.inWords)
      for (const [file, sha256] of index) read.files.add({ file, sha256 })
    }
    return await writeProof(order.target, journal, survey, read, order.inWords)
  } finally {
    read.files.close()
  }
}

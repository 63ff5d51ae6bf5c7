/** The thread that looks into sources and saves them, so that whoever shows it stays quick, and may end it at any time. */
import { parentPort, workerData } from 'node:worker_threads'
import { render } from '../../core/render.ts'
import { say } from '../../core/sentence.ts'
import { freeBytesAt } from '../free-bytes.ts'
import { itemKey } from '../journal.ts'
import type { RescueContext, RescueProgress } from '../order.ts'
import { RescueRefused } from '../refused.ts'
import { runRescue } from '../rescue.ts'
import type { MailSource } from '../source.ts'
import { openMailSource } from '../sources/open-source.ts'
import { surveyOf } from '../survey.ts'
import { type GivenUp, SharedMark } from './shared-mark.ts'
import type { DeskAnswer, DeskResults, GivenTask, PrintedPage } from './tasks.ts'

/** Nobody reads more often than this how far it has come. */
const oftenMs = 100
const beatMs = 100

const answer = (one: DeskAnswer) => parentPort?.postMessage(one)
const printing = new Map<number, { resolve(pdf: Uint8Array): void; reject(error: Error): void }>()
const mark = new SharedMark((workerData as { mark: SharedArrayBuffer }).mark)
setInterval(() => mark.beat(), beatMs).unref()
let opened: { key: string; sources: MailSource[] } | undefined

parentPort?.on('message', async (message: GivenTask | PrintedPage) => {
  if (message.is === 'printed') {
    const waiting = printing.get(message.number)
    printing.delete(message.number)
    if (message.pdf) waiting?.resolve(message.pdf)
    else waiting?.reject(new Error('It was not printed.'))
    return
  }
  try {
    const value = await carriedOut(message)
    mark.place = ''
    answer({ is: 'done', value })
  } catch (error) {
    mark.place = ''
    if (error instanceof RescueRefused) answer({ is: 'refused', words: error.words })
    else answer({ is: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})

async function carriedOut(task: GivenTask): Promise<DeskResults[keyof DeskResults]> {
  const sources = sourcesAt(task.paths)
  const context = surroundings(task.now, task.givenUp)
  switch (task.is) {
    case 'look': {
      const order = { sources, target: '', formats: ['eml'] as const, filters: task.filters, inWords: render }
      const { wanted, emptyFolders: _, ...rest } = await surveyOf(order, context, task.most)
      wanted.close()
      return { ...rest, wanted: wanted.size }
    }
    case 'show': {
      const over = context.watch?.at('showing', itemKey(task))
      if (over) throw new RescueRefused(tooMuchToShow[over])
      const content = await sources[task.source]?.content(task.id, context.signal)
      if (!content) throw new Error('There is no such source.')
      return (await import('../look-into.ts')).lookInto(content)
    }
    case 'save': {
      const { target, formats, filters, splitBytes, locale, canPrint } = task
      const inWords = (words: Parameters<typeof render>[0]) => render(words, locale)
      const order = { sources, target, formats, filters, inWords, ...(splitBytes !== undefined && { splitBytes }) }
      return runRescue(order, { ...context, ...(canPrint && { printer: { print } }) })
    }
  }
}

const tooMuchToShow = {
  time: say('It takes too long to be shown. It can be saved all the same.'),
  memory: say('It takes too much memory to be shown. It can be saved all the same.'),
}

function surroundings(now: number, givenUp: GivenUp): RescueContext {
  let last = 0
  const onProgress = (progress: RescueProgress) => {
    if (performance.now() - last < oftenMs) return
    last = performance.now()
    answer({ is: 'progress', progress })
  }
  // Whoever calls it off ends the whole thread: the journal knows where to go on.
  const { signal } = new AbortController()
  return { now: () => now, freeBytes: freeBytesAt, onProgress, signal, watch: mark.watch(givenUp) }
}

let prints = 0
function print(html: string): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  prints += 1
  printing.set(prints, { resolve, reject })
  answer({ is: 'print', number: prints, html })
  return promise
}

/** The same sources stay open from one look to the next. */
function sourcesAt(paths: readonly string[]): MailSource[] {
  const key = JSON.stringify(paths)
  if (opened?.key === key) return opened.sources
  for (const source of opened?.sources ?? []) source.close()
  opened = undefined
  const sources: MailSource[] = []
  for (const path of paths) sources.push(openMailSource(path))
  opened = { key, sources }
  return sources
}

/** The thread that looks into sources and saves them, so that whoever shows it stays quick, and may end it at any time. */
import { parentPort } from 'node:worker_threads'
import { render } from '../../core/render.ts'
import { freeBytesAt } from '../free-bytes.ts'
import { lookInto } from '../look-into.ts'
import type { RescueContext, RescueProgress } from '../order.ts'
import { RescueRefused } from '../refused.ts'
import { runRescue } from '../rescue.ts'
import type { MailSource } from '../source.ts'
import { openMailSource } from '../sources/open-source.ts'
import { surveyOf } from '../survey.ts'
import type { DeskAnswer, DeskResults, DeskTask, PrintedPage } from './tasks.ts'

/** Nobody reads more often than this how far it has come. */
const oftenMs = 100

const answer = (one: DeskAnswer) => parentPort?.postMessage(one)
const printing = new Map<number, { resolve(pdf: Uint8Array): void; reject(error: Error): void }>()
let opened: { key: string; sources: MailSource[] } | undefined

parentPort?.on('message', async (message: (DeskTask & { now: number }) | PrintedPage) => {
  if (message.is === 'printed') {
    const waiting = printing.get(message.number)
    printing.delete(message.number)
    if (message.pdf) waiting?.resolve(message.pdf)
    else waiting?.reject(new Error('It was not printed.'))
    return
  }
  try {
    answer({ is: 'done', value: await carriedOut(message) })
  } catch (error) {
    if (error instanceof RescueRefused) answer({ is: 'refused', words: error.words })
    else answer({ is: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})

async function carriedOut(task: DeskTask & { now: number }): Promise<DeskResults[keyof DeskResults]> {
  const sources = sourcesAt(task.paths)
  const context = surroundings(task.now)
  switch (task.is) {
    case 'look': {
      const order = { sources, target: '', formats: ['eml'] as const, filters: task.filters, inWords: render }
      const { wanted, ...rest } = await surveyOf(order, context, task.most)
      return { ...rest, wanted: wanted.length }
    }
    case 'show': {
      const content = await sources[task.source]?.content(task.id, context.signal)
      if (!content) throw new Error('There is no such source.')
      return lookInto(content)
    }
    case 'save': {
      const { target, formats, filters, splitBytes, locale, canPrint } = task
      const inWords = (words: Parameters<typeof render>[0]) => render(words, locale)
      const order = { sources, target, formats, filters, inWords, ...(splitBytes !== undefined && { splitBytes }) }
      return runRescue(order, { ...context, ...(canPrint && { printer: { print } }) })
    }
  }
}

function surroundings(now: number): RescueContext {
  let last = 0
  const onProgress = (progress: RescueProgress) => {
    if (performance.now() - last < oftenMs) return
    last = performance.now()
    answer({ is: 'progress', progress })
  }
  // Whoever calls it off ends the whole thread: the journal knows where to go on.
  return { now: () => now, freeBytes: freeBytesAt, onProgress, signal: new AbortController().signal }
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

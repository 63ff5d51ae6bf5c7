import type {
  ComputeTask,
  DatabaseTask,
  ForeignDatabaseHandle,
  ParsingTask,
  ReadResult,
} from '../../../core/mac-powers.ts'
import { Unknown } from '../../../core/probe.ts'
import { foreignName } from '../../../core/sentence.ts'
import type { ThreadAnswer } from './task.ts'
import type { ReadingThread } from './thread.ts'

const never = new AbortController().signal
let last = 0

/** A database of another program, opened and read in the thread. `copies`: the folder for a private copy of it. */
export async function openInThread(
  thread: ReadingThread,
  path: string,
  copies: string,
  signal: AbortSignal,
): Promise<ReadResult<ForeignDatabaseHandle>> {
  last += 1
  const store = last
  const close = () => {
    // A thread that is gone has closed it.
    thread.run({ is: 'close', store }, never).catch(() => {})
  }
  try {
    const opening = thread.run({ is: 'open', store, path, copies }, signal)
    const answer = await opening.catch((error) => {
      // It may open yet, and then nobody would close it.
      close()
      throw error
    })
    if (answer.is === 'unseen') return unseenIn(answer)
    plainValue(answer)
    return { seen: true, value: { ask: (reading, given, stop) => ask(thread, store, reading, given, stop), close } }
  } catch (error) {
    if (error instanceof Unknown) return { seen: false, why: 'locked', detail: foreignName('given up') }
    throw error
  }
}

/** Makes sense of bytes in the thread. */
export async function parseInThread<Found>(
  thread: ReadingThread,
  bytes: Uint8Array,
  { module, parse }: ParsingTask<Found>,
  signal: AbortSignal,
): Promise<ReadResult<Found>> {
  try {
    const value = plainValue(await thread.run({ is: 'parse', module, name: parse.name, bytes }, signal))
    return { seen: true, value: value as Found }
  } catch (error) {
    signal.throwIfAborted()
    return { seen: false, why: 'damaged', detail: foreignName(error instanceof Unknown ? 'given up' : 'unreadable') }
  }
}

/** Does in the thread what takes long. */
export async function workInThread<Given, Found>(
  thread: ReadingThread,
  { module, run }: ComputeTask<Given, Found>,
  given: Given,
  signal: AbortSignal,
): Promise<Found> {
  return plainValue(await thread.run({ is: 'work', module, name: run.name, given }, signal)) as Found
}

async function ask<Given, Found>(
  thread: ReadingThread,
  store: number,
  { module, read }: DatabaseTask<Given, Found>,
  given: Given,
  signal: AbortSignal,
): Promise<Found> {
  // The function of this module itself runs over there, so that what comes back is what it gives.
  return plainValue(await thread.run({ is: 'ask', store, module, name: read.name, given }, signal)) as Found
}

function plainValue(answer: ThreadAnswer): unknown {
  if (answer.is === 'done') return answer.value
  if (answer.is === 'unseen') throw new Unknown(foreignName(answer.why))
  throw answer.is === 'unknown' ? new Unknown(answer.words) : new Error(answer.message)
}

function unseenIn({
  why,
  detail,
}: Extract<ThreadAnswer, { is: 'unseen' }>): Extract<ReadResult<never>, { seen: false }> {
  return { seen: false, why, ...(detail !== undefined && { detail }) }
}

import { isCalledOff } from '../core/called-off.ts'
import type { Log } from '../core/log.ts'
import { type Sentence, say, verbatim } from '../core/sentence.ts'
import { harmless } from '../core/text.ts'
import { exitStatus } from './exit-status.ts'

/** What a person is told when a command ends by a fault of ours. */
export function faultSentence(error: unknown): Sentence {
  const why = verbatim(harmless(error instanceof Error ? error.message : String(error)))
  return say('Outbox Doctor failed by a fault of its own: {why}', { why })
}

/** Longer than any disk that works takes for a line. */
const mostWriteMs = 1_000

/** Waits for the log, but not for a disk that hangs. */
export async function logWritten(log: Log): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, mostWriteMs)
  await Promise.race([log.written(), promise])
  clearTimeout(timer)
}

/**
 * What nobody caught ends the process, as before, but not in silence: it stands in the log, a sentence is told, and the
 * exit status is that of a command that could not tell. Node's own would be 1: a cause was found.
 */
export function endAtUncaught(log: Log, note: (sentence: Sentence) => void): void {
  let isEnding = false
  const end = async (error: unknown) => {
    log.error('uncaught', { error })
    // What fails on the way out has nobody to be told to.
    if (isEnding) return
    isEnding = true
    note(faultSentence(error))
    await logWritten(log)
    process.exit(exitStatus.couldNotTell)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', (error) => void (isCalledOff(error) || end(error)))
}

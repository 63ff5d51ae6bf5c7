import type { Log } from './log.ts'

/** What the history says, or nothing where it is broken: a full disk stops no watching. That it was stands in the log. */
export function unlessBroken<T>(log: Pick<Log, 'error'> | undefined, ask: () => T): T | undefined {
  try {
    return ask()
  } catch (error) {
    log?.error('history-failed', { error })
    return undefined
  }
}

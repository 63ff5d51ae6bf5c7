import type { ScriptAnswer } from '../../../../core/mac-powers.ts'

type Refusal = Exclude<ScriptAnswer, { outcome: 'answered' }>

const outcomes: Readonly<Record<number, Refusal['outcome']>> = {
  [-1743]: 'refused',
  [-1744]: 'not-asked-yet',
  [-600]: 'not-running',
  // The app ended in the middle of the talk.
  [-609]: 'not-running',
  [-1712]: 'timeout',
  [-128]: 'cancelled',
}

/** What osascript says of a failure, in any language: the number stands in the last parentheses. */
export function parseScriptError(stderr: string): Refusal {
  const number = scriptErrorNumber(stderr)
  return number === undefined ? { outcome: 'failed' } : { outcome: outcomes[number] ?? 'failed', number }
}

/** Apple’s number of what went wrong; of a shell command that failed, its exit status. */
export function scriptErrorNumber(stderr: string): number | undefined {
  const found = /[(\uff08](-?\d{1,6})[)\uff09]\s*$/.exec(stderr.slice(-200).trimEnd())?.[1]
  return found === undefined ? undefined : Number(found)
}

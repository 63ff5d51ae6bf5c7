import type { Programs, ScriptAnswer, ScriptName } from '../../core/mac-powers.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import type { Instant, Millis } from '../../core/time.ts'
import type { ReadOrReason } from './read-or-reason.ts'

const second = 1_000
const minute = 60 * second

/** An answer is as good as new for so long: each is an Apple event that Mail must stop for. */
const fresh: Readonly<Partial<Record<ScriptName, Millis>>> = {
  'apple-mail-outbox': 10 * second,
  'apple-mail-state': minute,
  'apple-mail-accounts': 10 * minute,
}
/** A busy Mail is left alone for longer and longer. */
const pauses: readonly [Millis, Millis, Millis] = [30 * second, 2 * minute, 10 * minute]
const deadline = 15 * second

interface Question {
  name: ScriptName
  args: readonly string[]
  at: Instant
  signal: AbortSignal
}

interface Told {
  at: Instant
  answer: ScriptAnswer
  /** In a row. */
  timeouts: number
}

/** Asks Mail by script: one at a time, not more often than it makes sense, and never when that would start it. */
export class MailScripts {
  readonly #told = new Map<string, Told>()
  #quietUntil = 0

  /** The text of the answer. Only to be called while Mail is running. */
  async ask(programs: Programs, { name, args, at, signal }: Question): Promise<ReadOrReason<string>> {
    const key = JSON.stringify([name, args])
    const last = this.#told.get(key)
    if (last && at >= last.at && at < last.at + goodFor(name, last.answer)) return readOfScriptAnswer(last.answer)
    if (at < this.#quietUntil) return unanswered
    const answer = await programs.script(name, args, deadline, signal)
    signal.throwIfAborted()
    const timeouts = answer.outcome === 'timeout' ? (last?.timeouts ?? 0) + 1 : 0
    this.#told.set(key, { at, answer, timeouts })
    // Whatever else we wanted to know can wait, too.
    if (timeouts > 0) this.#quietUntil = at + (pauses[timeouts - 1] ?? pauses[2])
    return readOfScriptAnswer(answer)
  }
}

/** −609 and −10000 pass by themselves and are tried again soon; a refusal stands until the user changes it. */
function goodFor(name: ScriptName, { outcome }: ScriptAnswer): Millis {
  if (outcome === 'answered') return fresh[name] ?? 0
  return outcome === 'refused' || outcome === 'not-asked-yet' ? minute : 5 * second
}

const unanswered: ReadOrReason<never> = {
  seen: false,
  why: say('Apple Mail does not answer: it is busy, or one of its windows waits for you.'),
}

/** Apple's error numbers, in words. */
const words: Readonly<Record<number, Sentence>> = {
  [-609]: say('Apple Mail quit while it was asked.'),
  [-1700]: say('Apple Mail gave an answer that could not be read.'),
  [-1728]: say('Apple Mail did not find what it was asked about.'),
  [-2700]: say('The question to Apple Mail failed.'),
  [-10000]: say('Apple Mail could not answer the question.'),
}

export function readOfScriptAnswer(answer: ScriptAnswer): ReadOrReason<string> {
  switch (answer.outcome) {
    case 'answered':
      return { seen: true, value: answer.text }
    case 'refused':
      return { seen: false, why: say('Apple Mail cannot be asked: Automation is not allowed for it.') }
    case 'not-asked-yet':
      return { seen: false, why: say('Apple Mail cannot be asked until you allow Automation for it.') }
    case 'not-running':
      return { seen: false, why: say('Apple Mail cannot be asked while it is closed.') }
    case 'timeout':
      return unanswered
    case 'cancelled':
      return { seen: false, why: say('The question to Apple Mail was cancelled.') }
    case 'failed':
      return { seen: false, why: words[answer.number ?? 0] ?? say('Apple Mail could not be asked.') }
  }
}

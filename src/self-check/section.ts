import type { ReadResult } from '../core/mac-powers.ts'
import { render } from '../core/render.ts'
import { type Sentence, say, withTexts, wordsOf } from '../core/sentence.ts'
import type { Settings } from '../core/settings.ts'
import type { State } from '../core/state.ts'
import { withoutAddresses } from '../core/text.ts'
import type { World } from '../core/world.ts'

/** One part of the report. `id` is stable, for programs. */
export interface ReportSection {
  id: string
  title: Sentence
  lines: readonly Sentence[]
}

/** What a part of the report is made from. */
export interface SelfCheckInput {
  world: World
  state: State
  settings: Settings
  warnings: readonly Sentence[]
  /** Of this program. */
  version: string
  /** Where history is kept. */
  database: string
  /** This is a Mac, or plays one. */
  mac: boolean
  /** With the questions that only a Mac can answer: they are for whoever develops this, and ask something of a person. */
  openPoints?: boolean
  signal: AbortSignal
}

export const notAMacLine = say('This computer is not a Mac.')

const reasons: Readonly<Record<Extract<ReadResult<unknown>, { seen: false }>['why'], Sentence>> = {
  missing: say('is not there'),
  forbidden: say('may not be read'),
  locked: say('is locked'),
  damaged: say('is damaged'),
  'too-large': say('is too large'),
  uncopied: say('has to be copied to be read, and there is no room or no place for the copy'),
  failed: say('could not be read'),
}

/** The end of a sentence that begins with what was to be read. */
export function whyUnread({ why, detail }: Extract<ReadResult<unknown>, { seen: false }>): Sentence {
  const reason = reasons[why]
  return detail ? say('{reason} ({detail})', { reason, detail: detail }) : reason
}

/** The same in English, for what only a developer reads. */
export function whyUnreadLine(looked: Extract<ReadResult<unknown>, { seen: false }>): string {
  return withoutAddresses(render(whyUnread(looked)), 200)
}

/** The answer, or why there is none: one question that fails costs no other. */
export async function answerOrReason(ask: () => Promise<Sentence> | Sentence): Promise<Sentence> {
  try {
    return await ask()
  } catch (error) {
    return say('It could not be found out: {why}', {
      why: withTexts(wordsOf(error), (text) => withoutAddresses(text, 160)),
    })
  }
}

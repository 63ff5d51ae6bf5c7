import type { ReadResult } from '../core/mac-powers.ts'
import { render } from '../core/render.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Settings } from '../core/settings.ts'
import type { State } from '../core/state.ts'
import { withoutAddresses } from '../core/text.ts'
import type { World } from '../core/world.ts'

/** One part of the report. `id` is stable, for programs. */
export interface ReportSection {
  id: string
  title: string
  lines: readonly string[]
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
  signal: AbortSignal
}

export const notAMacLine = 'This computer is not a Mac.'

const reasons: Readonly<Record<Extract<ReadResult<unknown>, { seen: false }>['why'], string>> = {
  missing: 'is not there',
  forbidden: 'may not be read',
  locked: 'is locked',
  damaged: 'is damaged',
  'too-large': 'is too large',
  uncopied: 'has to be copied to be read, and there is no room or no place for the copy',
  failed: 'could not be read',
}

export function whyUnreadLine(looked: Extract<ReadResult<unknown>, { seen: false }>): string {
  return [reasons[looked.why], looked.detail && `(${withoutAddresses(render(looked.detail), 120)})`]
    .filter(Boolean)
    .join(' ')
}

/** The answer, or why there is none: one question that fails costs no other. */
export async function answerOrReason(ask: () => Promise<string> | string): Promise<string> {
  try {
    return await ask()
  } catch (error) {
    return `It could not be found out: ${withoutAddresses(error instanceof Error ? error.message : String(error), 160)}`
  }
}

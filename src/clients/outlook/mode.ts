import type { Programs, ReadResult } from '../../core/mac-powers.ts'
import { harmless } from '../../core/text.ts'
import type { PlistValue } from '../../formats/plist-value.ts'
import { isPlausibleDate } from '../moment.ts'
import { outlookBundle } from './places.ts'
import type { OutlookProfile } from './profile.ts'

/** One app in two runtime modes; only one of them lets itself be read. */
export type OutlookMode = 'legacy' | 'new' | 'unknown'

/** One hint at the mode that is at work, how much it counts, and where it is from. */
export interface ModeHint {
  says: 'legacy' | 'new'
  weight: number
  line: string
}

/** What a vote must lead by. */
const majority = 2

export function modeBy(hints: readonly ModeHint[]): OutlookMode {
  const votes = (mode: OutlookMode) =>
    hints.filter(({ says }) => says === mode).reduce((sum, { weight }) => sum + weight, 0)
  const lead = votes('new') - votes('legacy')
  if (Math.abs(lead) < majority) return 'unknown'
  return lead > 0 ? 'new' : 'legacy'
}

/** Keys of Outlook's preferences that tell the mode; observed, not documented. */
const keys = ['IsRunningNewOutlook', 'RunningNewOutlook', 'EnableNewOutlook'] as const
type Key = (typeof keys)[number]

/** What the preferences say through the system, which knows forced values too. Each answer has its own deadline. */
export async function preferenceHints(programs: Programs, signal: AbortSignal): Promise<ModeHint[]> {
  const looked = await Promise.all(keys.map((key) => programs.preference(outlookBundle, key, signal)))
  return hintsOf((key) => said(looked[keys.indexOf(key)]), 'by the system’s preferences')
}

/** What stands in the sandboxed app's own file. */
export function fileHints(preferences: { readonly [key: string]: PlistValue } | undefined): ModeHint[] {
  const read = (key: Key) => {
    const value = preferences?.[key]
    return value === undefined || value === null ? undefined : harmless(String(value))
  }
  return hintsOf(read, 'in its preferences file')
}

function said(looked: ReadResult<string> | undefined): string | undefined {
  return looked?.seen ? looked.value.trim() : undefined
}

function hintsOf(read: (key: Key) => string | undefined, where: string): ModeHint[] {
  const running = (['IsRunningNewOutlook', 'RunningNewOutlook'] as const).flatMap((key): ModeHint[] => {
    const on = truth(read(key))
    const weight = key === 'IsRunningNewOutlook' ? 3 : 2
    return on === undefined ? [] : [{ says: on ? 'new' : 'legacy', weight, line: `${key} is ${Number(on)} ${where}` }]
  })
  // 1 and 2 only set a default; 0 hides the switch, 3 forces New Outlook.
  const enabled = read('EnableNewOutlook')
  if (enabled === '3') return [...running, { says: 'new', weight: 2, line: `EnableNewOutlook is 3 ${where}` }]
  if (enabled === '0') return [...running, { says: 'legacy', weight: 1, line: `EnableNewOutlook is 0 ${where}` }]
  return running
}

function truth(value: string | undefined): boolean | undefined {
  const word = value?.toLowerCase()
  if (word === '1' || word === 'true' || word === 'yes') return true
  return word === '0' || word === 'false' || word === 'no' ? false : undefined
}

/** What is left in the legacy store; `undefined` where it could not be read. */
export type ModeRemains = { mail: boolean; placeholders: boolean } | undefined

const day = 24 * 60 * 60_000

/** Whoever switched back and forth leaves both stores behind, one of them stale. */
export function storeHints({ store, hxStore }: OutlookProfile, remains: ModeRemains): ModeHint[] {
  const empty = remains && (!remains.mail || remains.placeholders)
  if (!hxStore) return store && remains && !empty ? [legacy(2, 'Only the store of legacy Outlook is there')] : []
  if (!store) return [fresh(3, 'Only the store of New Outlook is there')]
  const told = [store, hxStore].every(({ changed }) => isPlausibleDate(changed / 1_000))
  const ahead = told ? hxStore.changed - store.changed : 0
  if (empty) return [fresh(ahead > -day ? 3 : 1, 'The store of legacy Outlook holds no mail')]
  if (ahead > day) return [fresh(2, 'The store of New Outlook was written to last')]
  return ahead < -day && remains ? [legacy(2, 'The store of legacy Outlook was written to last')] : []
}

function fresh(weight: number, line: string): ModeHint {
  return { says: 'new', weight, line }
}

function legacy(weight: number, line: string): ModeHint {
  return { says: 'legacy', weight, line }
}

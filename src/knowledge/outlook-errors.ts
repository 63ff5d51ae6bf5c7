import type { z } from 'zod'
import { fromData, type Sentence, say } from '../core/sentence.ts'
import data from './outlook-errors.json' with { type: 'json' }
import type { outlookErrorsShape } from './shapes/outlook-errors.ts'

export type OutlookFamily = z.infer<typeof outlookErrorsShape>['families'][number]

export interface OutlookError {
  family: Sentence
  meaning: Sentence
  advice: Sentence
  confidence: OutlookFamily['confidence']
  means: readonly string[]
  /** The number inside, with its kind: `errno 54`. */
  inner?: string
}

const written = data as z.input<typeof outlookErrorsShape>
const told = <Row extends { meaning: string; advice: string }>(row: Row) => {
  return { ...row, meaning: fromData(row.meaning), advice: fromData(row.advice) }
}
export const outlookFamilies: readonly OutlookFamily[] = written.families.map((family) => {
  return { ...told(family), name: fromData(family.name), codes: family.codes.map(told) }
})
const phrases = written.phrases.map((row) => ({ row: told(row), pattern: new RegExp(row.pattern, 'i') }))

/** What a number of Outlook's says; its sign means nothing. `undefined` where it belongs to no family. */
export function outlookError(number: number): OutlookError | undefined {
  const value = Math.abs(number)
  const family = outlookFamilies.find(({ from, to }) => value >= from && value <= to)
  if (!family) return undefined
  const code = value - family.base
  const row = family.codes.find((one) => one.code === code)
  const { meaning, advice, confidence } = row ?? family
  const inner = family.inner === null ? {} : { inner: `${family.inner} ${code}` }
  return { family: family.name, meaning, advice, confidence, means: row?.means ?? [], ...inner }
}

/** What an HTTP status of an Exchange server says. */
export function exchangeStatus(status: number): OutlookError | undefined {
  const family = outlookFamilies.find(({ inner }) => inner === 'HTTP')
  return family && outlookError(status + family.base)
}

/** What the words of a dialog say, where it shows no number that is known. */
export function outlookPhrase(text: string): OutlookError | undefined {
  const row = phrases.find(({ pattern }) => pattern.test(text))?.row
  return row && { ...row, family: say('Words of a message') }
}

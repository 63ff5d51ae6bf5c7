import { z } from 'zod'
import type { Sentence } from '../../core/sentence.ts'
import { sentence } from './shapes.ts'

/**
 * `wrong-request`, `wrong-answer`: one end does not keep to the table. `not-found`: there is no such account, remedy or
 * incident any more. `refused`: it would do harm now. `unavailable`: not on this computer, or not in a play.
 */
export const wrongKinds = [
  'wrong-request',
  'wrong-answer',
  'not-found',
  'refused',
  'unavailable',
  'no-connection',
  'failed',
] as const

export type WrongKind = (typeof wrongKinds)[number]

/** Why there is no answer. `sentence` is for a person. */
export interface Wrong {
  kind: WrongKind
  sentence: Sentence
}

/** An error is a value: whoever asks must look, and nobody need catch. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: Wrong }

export function okAnswer<T>(value: T): Answer<T> {
  return { ok: true, value }
}

export function errorAnswer(kind: WrongKind, sentence: Sentence): { ok: false; error: Wrong } {
  return { ok: false, error: { kind, sentence } }
}

/** An answer as it comes over a line. */
export const anyAnswer: z.ZodType<Answer<unknown>> = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ kind: z.enum(wrongKinds), sentence }) }),
])

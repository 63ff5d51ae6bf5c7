import type { Sentence } from '../../core/sentence.ts'
import type { KeptNote } from '../kinds.ts'
import type { ItemContent } from '../source.ts'
import { composedMail } from './compose.ts'

/** A note as a message: so Apple's own mail servers keep them, and every mail program shows one. */
export function noteMessage(
  note: KeptNote,
  notes: readonly Sentence[],
  damage: () => readonly Sentence[],
): Extract<ItemContent, { is: 'message' }> {
  const { title, text, html, files, created, modified, uid } = note
  const at = created ?? modified
  const { chunks, expected } = composedMail({
    subject: title,
    ...(at !== undefined && { at }),
    ...(text !== undefined && { text }),
    ...(html !== undefined && { html }),
    more: { 'X-Uniform-Type-Identifier': 'com.apple.mail-note', 'X-Outbox-Doctor': 'rebuilt' },
    files,
    seed: uid,
  })
  return { is: 'message', original: false, chunks, expected, notes, damage }
}

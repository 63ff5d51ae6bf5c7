import type { KeptContact, KeptEntry, KeptEvent, KeptFile, KeptTask } from '../../src/rescue/kinds.ts'
import { runRescue } from '../../src/rescue/rescue.ts'
import type { ItemContent, MailSource } from '../../src/rescue/source.ts'
import { type Asked, orderOf, surroundings } from './rescue-here.ts'

const nothing = { title: '', categories: [], isPrivate: false, files: [] }

export function keptEvent(own: Partial<KeptEvent> & { uid: string }): KeptEvent {
  return { kind: 'event', ...nothing, span: { start: 0 }, attendees: [], ...own }
}

export function keptTask(own: Partial<KeptTask> & { uid: string }): KeptTask {
  return { kind: 'task', ...nothing, isDone: false, ...own }
}

export function keptContact(own: Partial<KeptContact> & { uid: string }): KeptContact {
  const none = { emails: [], phones: [], chats: [], webPages: [], places: [] }
  return { kind: 'contact', ...nothing, ...none, ...own }
}

export function keptFile(name: string, type: string, bytes: Uint8Array): KeptFile {
  return { name, type, bytes: bytes.length, chunks: () => [bytes] }
}

/** A store that holds these, in this order, in one folder. */
export function storeOf(entries: readonly KeptEntry[], folder: readonly string[] = ['Own']): MailSource {
  return {
    name: 'store',
    place: '/store',
    *items() {
      for (const [at, { kind }] of entries.entries())
        yield { id: String(at), folder, kind, bytes: 100, received: 1e12 - at }
    },
    async content(id): Promise<ItemContent> {
      const entry = entries[Number(id)]
      if (!entry) throw new Error('There is no such entry.')
      return { is: 'entry', entry, notes: [] }
    },
    close() {},
  }
}

/** Saves them, to the end: the summary. */
export async function keptSaved(
  entries: readonly KeptEntry[],
  asked: Asked,
  own: Partial<Parameters<typeof surroundings>[0]> = {},
) {
  const end = await runRescue({ ...orderOf([], asked), sources: [storeOf(entries)] }, surroundings(own))
  if (end.is !== 'finished') throw new Error('It stopped.')
  return end.summary
}

import type { ForeignDatabase } from '../../core/mac-powers.ts'
import type { Instant, Millis } from '../../core/time.ts'
import type { OutlookFolders } from './folders.ts'
import { type CopyPlaces, copyPlacesOf, type TracedMessage } from './message-copies.ts'

/** A message that stood in the outbox, and when it was last seen there. */
export interface WaitedBefore extends TracedMessage {
  at: Instant
}

/** How long what became of a message may stay open: an Exchange server files the copy late. */
const traceForMs: Millis = 24 * 60 * 60_000
/** How long a message that came back is told about, while it stays in Drafts. */
const tellForMs: Millis = 14 * traceForMs
const maxTraced = 100

/**
 * Messages that vanished from the outbox without having been sent: Outlook puts them back into Drafts after some
 * permanent errors (Entourage's -18597) and says so only in a window. Returns their records, and what to ask about
 * next time.
 */
export function traceVanished(
  store: ForeignDatabase,
  folders: OutlookFolders,
  before: { waited: readonly WaitedBefore[]; vanished: readonly WaitedBefore[] },
  now: { waiting: readonly TracedMessage[]; at: Instant },
): { returned: readonly number[]; vanished: readonly WaitedBefore[] } {
  const here = new Set(now.waiting.map(({ record }) => record))
  const gone = [...before.vanished, ...before.waited].filter(({ record }) => !here.has(record)).slice(-maxTraced)
  if (gone.length === 0) return { returned: [], vanished: [] }
  const places = copyPlacesOf(store, folders, gone)
  const still = gone.filter(({ record, at }) => {
    const end = endOf(places.get(record))
    return end !== 'sent' && now.at - at <= (end === 'returned' ? tellForMs : traceForMs)
  })
  const returned = still.filter(({ record }) => endOf(places.get(record)) === 'returned')
  return { returned: returned.map(({ record }) => record), vanished: still }
}

function endOf(found: CopyPlaces | undefined): 'sent' | 'returned' | 'open' {
  if (found?.places.has('sent')) return 'sent'
  return found?.places.has('drafts') ? 'returned' : 'open'
}

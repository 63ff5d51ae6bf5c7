import type { Instant } from '../core/time.ts'
import { specialFolderCalled } from '../knowledge/special-folders.ts'
import type { MessageHead } from './message/head.ts'
import type { SourceItem } from './source.ts'

/** Which messages are wanted; what is missing asks for nothing. Texts match anywhere, without regard to case. */
export interface RescueFilters {
  /** Parts of a folder's path, such as `Inbox`; one of them must match. */
  folders?: readonly string[]
  /** From this moment on, and before that one. */
  since?: Instant
  before?: Instant
  subject?: string
  sender?: string
  recipient?: string
  /** In the subject, or the name or address of anybody. */
  anywhere?: string
  hasAttachment?: boolean
  minBytes?: number
  maxBytes?: number
  unread?: boolean
  /** Only what waits in an outbox. */
  waiting?: boolean
}

/**
 * Whether an item is wanted, as far as is known before it is read (`hasAttachment` is not). What cannot be told for
 * want of headers is wanted: it must be named among what is left out, and not vanish.
 */
export function isWanted(
  filters: RescueFilters,
  item: SourceItem,
  head: MessageHead | undefined,
  at?: Instant,
): boolean {
  if (item.isLost) return true
  const { folders, since, before, minBytes = 0, maxBytes = Number.POSITIVE_INFINITY } = filters
  if (folders && !folders.some((part) => holds(item.folder.join('/'), part))) return false
  if (filters.waiting && !item.folder.some((name) => specialFolderCalled(name) === 'outbox')) return false
  if (item.bytes < minBytes || item.bytes > maxBytes) return false
  if (at !== undefined && ((since !== undefined && at < since) || (before !== undefined && at >= before))) return false
  if (filters.unread && item.flags?.read === true) return false
  if (!head) return true
  return (
    holds(head.subject, filters.subject) &&
    holds(`${head.subject} ${head.from} ${head.to} ${head.cc} ${head.bcc}`, filters.anywhere) &&
    holds(head.from, filters.sender) &&
    holds(`${head.to} ${head.cc} ${head.bcc}`, filters.recipient)
  )
}

function holds(text: string, part: string | undefined): boolean {
  if (part === undefined) return true
  const key = (one: string) => one.normalize('NFC').toLowerCase()
  return key(text).includes(key(part))
}

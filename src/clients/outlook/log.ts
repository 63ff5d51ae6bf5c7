import type { Files, ReadResult } from '../../core/mac-powers.ts'
import type { Instant } from '../../core/time.ts'
import { newestLog } from '../newest-log.ts'
import { codesIn, type LoggedCode } from './log-lines.ts'
import { outlookLogFiles as place } from './places.ts'

/** Bytes of the log's end that are read; some hours of a busy Outlook. */
const tailSize = 262_144

export interface OutlookLog {
  /** When Outlook last wrote into it. */
  changed: Instant
  /** Only numbers and times are taken out of a log: the rest is full of addresses. Oldest first. */
  codes: readonly LoggedCode[]
}

/** The newest log, which exists only while the user has switched logging on (Microsoft KB 2872257). */
export class OutlookLogReader {
  #last?: { key: string; log: OutlookLog }

  async look(files: Files, at: Instant, signal: AbortSignal): Promise<ReadResult<OutlookLog>> {
    const found = await newestLog(place, files, signal)
    if (!found.seen) return { seen: false, why: 'missing' }
    const newest = found.value
    const key = `${newest.path} ${newest.entry.size} ${newest.entry.changed}`
    if (this.#last?.key === key) return { seen: true, value: this.#last.log }
    const tail = await files.tail(newest.path, tailSize, signal)
    if (!tail.seen) return tail
    const { changed } = newest.entry
    const log = { changed, codes: codesIn(tail.value, Math.min(changed, at)) }
    this.#last = { key, log }
    return { seen: true, value: log }
  }
}

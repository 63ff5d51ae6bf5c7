import type { Entry, Files, Looked } from '../../core/mac.ts'
import type { Instant } from '../../core/time.ts'
import { codesIn, type LoggedCode } from './log-lines.ts'
import { logFolders } from './places.ts'

/** Bytes of the log's end that are read; some hours of a busy Outlook. */
const tailSize = 262_144
const logName = /^Microsoft outlook.*\.(log|csv)$/i

export interface OutlookLog {
  /** When Outlook last wrote into it. */
  changed: Instant
  /** Only numbers and times are taken out of a log: the rest is full of addresses. Oldest first. */
  codes: readonly LoggedCode[]
}

/** The newest log, which exists only while the user has switched logging on (Microsoft KB 2872257). */
export class LogSight {
  #last?: { key: string; log: OutlookLog }

  async look(files: Files, at: Instant, signal: AbortSignal): Promise<Looked<OutlookLog>> {
    const newest = await newestLog(files, signal)
    if (!newest) return { seen: false, why: 'missing' }
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

async function newestLog(files: Files, signal: AbortSignal): Promise<{ path: string; entry: Entry } | undefined> {
  const folders = await Promise.all(logFolders.map((folder) => logsIn(folder, files, signal)))
  return folders.flat().toSorted((one, other) => other.entry.changed - one.entry.changed)[0]
}

async function logsIn(folder: string, files: Files, signal: AbortSignal) {
  const listed = await files.list(folder, signal)
  const entries = listed.seen ? listed.value.filter(({ name, kind }) => kind === 'file' && logName.test(name)) : []
  return entries.map((entry) => ({ path: `${folder}/${entry.name}`, entry }))
}

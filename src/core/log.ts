import { type Fault, faultOf } from './fault.ts'
import type { LogEvent } from './log-events.ts'
import type { Clock, Instant, Millis } from './time.ts'

/**
 * Where our own faults are told. It never throws and keeps nobody waiting. Nothing private can come in: an event is one
 * of a list, `of` is a registered object, of which the id is taken, and of an error nothing but what `faultOf` lets through.
 */
export interface Log {
  /** Something failed, and somebody goes without. */
  error(event: LogEvent, fields?: LogFields): void
  /** Something failed, and there was another way. */
  warn(event: LogEvent, fields?: LogFields): void
  info(event: LogEvent, fields?: LogFields): void
  /** The newest entries of all programs of ours, oldest first. Rejects where they cannot be read. */
  newest(maxEntries: number): Promise<readonly LogEntry[]>
  /** Resolves when everything was written, or given up. */
  written(): Promise<void>
}

export interface LogFields {
  /** The probe, cause, remedy, mail app or request that it is about. */
  of?: { readonly id: string }
  error?: unknown
  /** The same, where it comes from another thread. */
  fault?: Fault
  count?: number
}

export type LogLevel = 'error' | 'warn' | 'info'
/** Which of our programs: the app of the menu bar, or the command line. */
export type Program = 'app' | 'terminal'

export interface LogEntry extends Fault {
  when: Instant
  level: LogLevel
  program: Program
  /** A `LogEvent` of this version or another. */
  event: string
  of?: string
  count?: number
  /** How often the same has happened since it was written last. */
  again?: number
}

export const ofForm = /^[A-Za-z][A-Za-z0-9-]{0,39}$/

/** What fails at every turn would drive everything else out: the same is written once in this time, and counted. */
const apartMs: Millis = 60_000
const mostCounted = 200

/** The entries of a log for whoever keeps them. `keep` may throw. */
export function entriesFor(program: Program, clock: Clock, keep: (entry: LogEntry) => void) {
  const last = new Map<string, { elapsed: Millis; again: number }>()
  const put =
    (level: LogLevel) =>
    (event: LogEvent, fields: LogFields = {}): void => {
      try {
        const { of, error, fault, count } = fields
        const found = fault ?? (error === undefined ? {} : faultOf(error))
        const what = { event, ...(of && ofForm.test(of.id) && { of: of.id }), ...found }
        const name = JSON.stringify(what)
        const elapsed = clock.elapsed()
        const before = last.get(name)
        if (before && elapsed - before.elapsed < apartMs) {
          before.again += 1
          return
        }
        if (last.size >= mostCounted) last.clear()
        last.set(name, { elapsed, again: 0 })
        const again = before?.again ?? 0
        keep({
          when: clock.now(),
          level,
          program,
          ...what,
          ...(count !== undefined && { count }),
          ...(again > 0 && { again }),
        })
      } catch {
        // Whoever tells of a fault has one already.
      }
    }
  return { error: put('error'), warn: put('warn'), info: put('info') }
}

/** A log that ends with its process: for a play, and wherever nothing is kept. */
export function memoryLog(clock: Clock, program: Program = 'terminal', maxEntries = 100): Log {
  const entries: LogEntry[] = []
  return {
    ...entriesFor(program, clock, (entry) => {
      entries.push(entry)
      if (entries.length > maxEntries) entries.shift()
    }),
    newest: async (wanted) => entries.slice(-wanted),
    written: async () => {},
  }
}

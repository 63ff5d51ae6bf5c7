import type { ClientId } from './mail.ts'
import type { Sentence } from './sentence.ts'
import type { Instant, Millis } from './time.ts'

/** Powers over this Mac that watching mail apps needs. Every one only looks, and says honestly when it could not. */

/** What a look gave, or why it gave nothing. `forbidden`: a permission is missing. */
export type ReadResult<T> = { seen: true; value: T } | { seen: false; why: UnreadReason; detail?: Sentence }

/** `uncopied`: it had to be copied to be read, and there is no room or no place for the copy. */
export type UnreadReason = 'missing' | 'forbidden' | 'locked' | 'damaged' | 'too-large' | 'uncopied' | 'failed'

export interface Process {
  pid: number
  /** As the system names it: `Mail`, `Microsoft Outlook`. */
  name: string
  /** The path of the program, where it is told. */
  path?: string
}

/** A TCP socket of a program, as lsof names its state (RFC 9293 §3.3.2): `SYN_SENT`, `ESTABLISHED`, `CLOSE_WAIT`. */
export interface ClientSocket {
  address: string
  port: number
  state: string
}

export interface InstalledApp {
  path: string
  version?: string
  build?: string
}

/** The code signature of an app bundle: `broken` with codesign's own words. */
export type Signature = { is: 'intact' } | { is: 'broken'; line: string } | { is: 'unknown'; why: Sentence }

/** An answer of osascript; `number` is Apple's error number. */
export type ScriptAnswer =
  | { outcome: 'answered'; text: string }
  | { outcome: 'refused' | 'not-asked-yet' | 'not-running' | 'timeout' | 'cancelled' | 'failed'; number?: number }

/** One of native/scripts, by its file without the ending; which there are, the registered mail apps tell. */
export type ScriptName = string

/** The programs of this user. A script is never sent to an app that is not running: that would start it. */
export interface Programs {
  running(signal: AbortSignal): Promise<ReadResult<readonly Process[]>>
  sockets(pid: number, signal: AbortSignal): Promise<ReadResult<readonly ClientSocket[]>>
  /** Who waits for connections on a TCP port of this Mac, as far as this user may see. */
  listeners(port: number, signal: AbortSignal): Promise<ReadResult<readonly Process[]>>
  /** An installed app by its bundle identifier. */
  app(bundle: string, signal: AbortSignal): Promise<ReadResult<InstalledApp>>
  signature(app: InstalledApp, signal: AbortSignal): Promise<Signature>
  preference(domain: string, key: string, signal: AbortSignal): Promise<ReadResult<string>>
  script(name: ScriptName, args: readonly string[], timeoutMs: Millis, signal: AbortSignal): Promise<ScriptAnswer>
}

export interface FolderEntry {
  name: string
  kind: 'file' | 'folder' | 'other'
  size: number
  changed: Instant
}

export type SqlValue = string | number | bigint | null | Uint8Array

/** An SQLite file of somebody else's, opened for reading only, never with `immutable`. */
export interface ForeignDatabase {
  /** Names of a table's columns; empty when there is no such table. Virtual tables are never touched. */
  columns(table: string): readonly string[]
  /** Named columns only; integers beyond 2^53 come as bigint. */
  rows(sql: string, ...values: readonly SqlValue[]): readonly Readonly<Record<string, SqlValue>>[]
  /** How the statement would be run, line by line: a test holds that no big table is scanned. */
  plan(sql: string): readonly string[]
  /** Changes whenever another program has committed. */
  version(): number
  close(): void
}

/**
 * A function that reads something out of a store, and its module, which exports it under its own name. It runs where it
 * keeps nobody waiting and can be given up on, so that what goes in and what comes out is plain data.
 */
export interface DatabaseTask<Given, Found> {
  /** The `import.meta.url` of the module. */
  module: string
  read: (store: ForeignDatabase, given: Given) => Found | Promise<Found>
}

/** The same for the bytes of a file. */
export interface ParsingTask<Found> {
  module: string
  parse: (bytes: Uint8Array) => Found
}

/** The same for what takes long and reads nothing. */
export interface ComputeTask<Given, Found> {
  module: string
  run: (given: Given) => Found
}

/** A store that is open, and is read elsewhere. */
export interface ForeignDatabaseHandle {
  /** Throws `Unknown` where it took too long, and what the function throws in the words of an `Error`. */
  ask<Given, Found>(reading: DatabaseTask<Given, Found>, given: Given, signal: AbortSignal): Promise<Found>
  close(): void
}

/** Files under the home folder, `~` allowed at the start. A link that leaves the folder it stands in is not followed. */
export interface Files {
  list(path: string, signal: AbortSignal): Promise<ReadResult<readonly FolderEntry[]>>
  read(path: string, maxBytes: number, signal: AbortSignal): Promise<ReadResult<Uint8Array>>
  /** The last bytes of a file of any size, at most `maxBytes`. */
  tail(path: string, maxBytes: number, signal: AbortSignal): Promise<ReadResult<Uint8Array>>
  /** A whole file of at most `maxBytes` bytes, made sense of where that keeps nobody waiting. */
  parse<Found>(path: string, maxBytes: number, how: ParsingTask<Found>, signal: AbortSignal): Promise<ReadResult<Found>>
  store(path: string, signal: AbortSignal): Promise<ReadResult<ForeignDatabaseHandle>>
  /** Where it keeps nobody waiting; without it, it is done at once. Throws `Unknown` where it took too long. */
  work?<Given, Found>(work: ComputeTask<Given, Found>, given: Given, signal: AbortSignal): Promise<Found>
  /** How often in a row no thread could be had for reading, which may keep everybody waiting until one can be. */
  threadFailures?(): number
  /** Calls back, a little later and not more often than every second, when something in these folders changed. */
  watch(paths: readonly string[], changed: () => void): () => void
}

export interface Power {
  source: 'mains' | 'battery' | 'unknown'
  lowPower?: boolean
}

export type PermissionState = 'granted' | 'refused' | 'not-asked' | 'unknown'

/** Read without ever raising a prompt. */
export interface Permissions {
  fullDiskAccess: PermissionState
  /** Of each mail app that answers Apple events. */
  automation: Readonly<Record<ClientId, PermissionState>>
  /** Automation of System Events, through which menus are reached; it is asked for by itself, besides Accessibility. */
  systemEvents?: PermissionState
  accessibility: PermissionState
  notifications: PermissionState
  localNetwork: PermissionState
}

/** The built-in firewall; `client`: what it does with connections that come in to the mail app. */
export interface Firewall {
  state: 'off' | 'on' | 'block-all' | 'unknown'
  client: 'allowed' | 'blocked' | 'unlisted' | 'unknown'
}

/**
 * What happens on this Mac while we watch. `network` comes at most every two seconds. `since`: when it fell asleep, where
 * that is noticed only afterwards.
 */
export type MacEvent = { is: 'network' } | { is: 'slept'; since?: Instant } | { is: 'woke' } | { is: 'power' }

/** Somebody else who hears what happens on this Mac; ends with the function returned. */
export type MacEventSource = (tell: (event: MacEvent) => void) => () => void

export interface MacVersion {
  /** `26.1`; `undefined` where this is no Mac. */
  product?: string
  build?: string
}

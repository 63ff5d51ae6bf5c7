import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { SourceItem } from '../source.ts'

/** More messages than anybody keeps. */
const maxRows = 5_000_000

/**
 * The messages that Mail's index names and that have no file here: they are on the server only. `files`: the numbers
 * of those that have one. The index is read as a private copy, since opening it where it lies could write beside it.
 */
export function serverOnly(index: string, path: readonly string[], files: ReadonlySet<number>): SourceItem[] {
  const copy = mkdtempSync(join(tmpdir(), 'outbox-doctor-'))
  try {
    for (const ending of ['', '-wal'])
      if (existsSync(index + ending)) copyFileSync(index + ending, join(copy, `index${ending}`))
    const store = new Database(join(copy, 'index'), { fileMustExist: true })
    try {
      return missing(store, path, files)
    } finally {
      store.close()
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

interface Row {
  row: number
  url: string | null
  size: number | null
  received: number | null
}

function missing(store: Database.Database, path: readonly string[], files: ReadonlySet<number>): SourceItem[] {
  const columns = new Set((store.pragma('table_info(messages)') as { name: string }[]).map(({ name }) => name))
  const column = (name: string) => (columns.has(name) ? `m.${name}` : 'NULL')
  const rows = store
    .prepare(
      `SELECT m.ROWID AS row, b.url AS url, ${column('size')} AS size, ${column('date_received')} AS received
       FROM messages m LEFT JOIN mailboxes b ON b.ROWID = m.mailbox
       ${columns.has('deleted') ? 'WHERE m.deleted = 0' : ''} LIMIT ${maxRows}`,
    )
    .iterate() as Iterable<Row>
  const found: SourceItem[] = []
  for (const { row, url, size, received } of rows) {
    if (files.has(row)) continue
    const folder = [...path, ...folderOfUrl(url ?? '')]
    const at = typeof received === 'number' && received > 0 ? { received: received * 1_000 } : {}
    found.push({ id: `${serverOnlyMark}${row}`, folder, bytes: typeof size === 'number' && size > 0 ? size : 0, ...at })
  }
  return found
}

/** Begins the ids of messages without a file; no path begins so. */
export const serverOnlyMark = '\u0000row:'

function folderOfUrl(url: string): string[] {
  const [, host = '', rest = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)\/(.*)$/i.exec(url) ?? []
  return [host, ...rest.split('/')].filter(Boolean).map((part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      // What is no escape stands for itself.
      return part
    }
  })
}

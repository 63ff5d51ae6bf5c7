import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'

/** The numbered SQL files of this folder; released ones are never edited. */
export const migrationsFolder = join(import.meta.dirname, '../../migrations')

export interface Migration {
  /** The `user_version` it leads to: its own number. */
  version: number
  sql: string
}

export function migrationsIn(folder: string): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  return files.map((file, index) => {
    const version = Number(file.slice(0, 4))
    if (version !== index + 1) throw new Error(`Migration ${file} is out of order: expected number ${index + 1}.`)
    return { version, sql: readFileSync(join(folder, file), 'utf8') }
  })
}

export function versionOf(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** Brings the database to the newest version, each step whole or not at all. Foreign keys must still be off. */
export function migrate(db: Database.Database, steps: readonly Migration[]): void {
  for (const step of steps) {
    // Immediate, and asked again inside: another process may be doing the same at this moment.
    db.transaction(() => {
      if (versionOf(db) >= step.version) return
      db.exec(step.sql)
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`Migration ${step.version} leaves ${broken.length} rows without parents.`)
      db.pragma(`user_version = ${step.version}`)
    }).immediate()
  }
}

import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../../storage/folders.ts'

/** A file is here for the moment between being made and being opened, so that no process has one for as long as this. */
const longestMs = 10 * 60_000

/** The one place for all temporary files of ours. */
export function temporaryFolder(data: string = dataFolder()): string {
  return join(data, 'temporary')
}

/** A new folder below it that only this user may enter; its name says whose it is. Throws what the system says. */
export function makeTemporary(place: string): string {
  mkdirSync(place, { recursive: true, mode: 0o700 })
  return mkdtempSync(join(place, `${process.pid}-`))
}

/** Takes away what processes that ended by force have left. Never throws. */
export function tidyTemporary(place: string, now: number): void {
  try {
    for (const name of readdirSync(place)) {
      const path = join(place, name)
      // A number may belong to another program by now, which a look at the time settles.
      const old = now - statSync(path).mtimeMs > longestMs
      if (old || !isAlive(Number.parseInt(name, 10))) rmSync(path, { recursive: true, force: true })
    }
  } catch {
    // There is none yet, or another process is tidying, too.
  }
}

/** Whether there is a process of this number, ours or not. */
export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and not ours.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

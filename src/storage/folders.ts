import { chmodSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** That folder, closed to everybody else where it is there. */
export function ownDataFolder(): string {
  const folder = dataFolder()
  try {
    if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700)
  } catch {
    // Not there, or not ours: whoever writes there says so.
  }
  return folder
}

/** Where history is kept unless told. */
export const usualDatabase = (): string => join(ownDataFolder(), 'history.sqlite')

/** Where our own faults are told, a file for each of our programs. */
export const logFolder = (): string => join(ownDataFolder(), 'log')

/** Where this product keeps its own files: Apple's place for them, or XDG's where this is no Mac. Not made here. */
export function dataFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Outbox Doctor')
  // Relative paths are to be ignored (XDG Base Directory Specification).
  const state = process.env.XDG_STATE_HOME
  return join(state && isAbsolute(state) ? state : join(homedir(), '.local/state'), 'outbox-doctor')
}

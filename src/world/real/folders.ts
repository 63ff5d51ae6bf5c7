import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** Where this product keeps its own files: Apple's place for them, or XDG's where this is no Mac. Not made here. */
export function dataFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Outbox Doctor')
  // Relative paths are to be ignored (XDG Base Directory Specification).
  const state = process.env.XDG_STATE_HOME
  return join(state && isAbsolute(state) ? state : join(homedir(), '.local/state'), 'outbox-doctor')
}

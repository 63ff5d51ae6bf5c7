import type { ReadResult } from '../../../core/mac-powers.ts'
import { foreignName } from '../../../core/sentence.ts'
import { codeOf } from '../reach.ts'
import { Uncopied } from './uncopied.ts'

export type ReadFailure = Extract<ReadResult<never>, { seen: false }>

// https://www.sqlite.org/rescode.html and what the file system says; a refusal by macOS's privacy is EPERM.
const reasons: readonly [RegExp, ReadFailure['why']][] = [
  [/^(EPERM|EACCES|SQLITE_PERM|SQLITE_AUTH)/, 'forbidden'],
  [/^(ENOENT|ENOTDIR)/, 'missing'],
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'locked'],
  [/^SQLITE_(NOTADB|CORRUPT|FORMAT)/, 'damaged'],
  [/^(EFBIG|SQLITE_TOOBIG|SQLITE_NOMEM)/, 'too-large'],
]

/** Why a look gave nothing, from the error of the file system or of SQLite. No path stands in it. */
export function readFailureBecause(error: unknown): ReadFailure {
  const code = codeOf(error) ?? ''
  const known = reasons.find(([pattern]) => pattern.test(code))?.[1] ?? 'failed'
  const why = error instanceof Uncopied ? 'uncopied' : known
  return { seen: false, why, ...(code ? { detail: foreignName(code) } : {}) }
}

import { render } from '../core/render.ts'
import { type Sentence, say, type Verbatim, verbatim } from '../core/sentence.ts'
/** Why a database could not be opened. `words` is one sentence for a person. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
  readonly kind: DatabaseTrouble

  readonly words: Sentence

  constructor(kind: DatabaseTrouble, path: string, cause?: unknown) {
    const words = sentences[kind](verbatim(path))
    super(render(words), { cause })
    this.words = words
    this.kind = kind
  }
}

export type DatabaseTrouble =
  | 'from-the-future'
  | 'not-ours'
  | 'odd'
  | 'no-file'
  | 'damaged'
  | 'locked'
  | 'full'
  | 'unwritable'

const sentences: Record<DatabaseTrouble, (path: Verbatim) => Sentence> = {
  'from-the-future': (path) =>
    say('The history in {path} was written by a newer Outbox Doctor; please update this one, or choose another file.', {
      path,
    }),
  'not-ours': (path) => say('The file {path} belongs to another program, so Outbox Doctor leaves it alone.', { path }),
  odd: (path) =>
    say(
      'The history in {path} is not as Outbox Doctor leaves one, so it stays as it is; please move it away or choose another file.',
      { path },
    ),
  'no-file': (path) =>
    say('What stands at {path} is no file, so no history can be kept there; please choose another file.', { path }),
  damaged: (path) =>
    say('The file {path} is damaged or is no database; please move it away or choose another file.', { path }),
  locked: (path) => say('The history in {path} is in use by another program; please try again in a moment.', { path }),
  full: (path) => say('The disk is full, so the history in {path} cannot be written.', { path }),
  unwritable: (path) =>
    say('The history cannot be kept in {path}: the file or its folder cannot be written.', { path }),
}

/** The error as a `DatabaseError`, where SQLite or the file system gave a reason we know; else as it is. */
export function asDatabaseError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = reasons.find(([pattern]) => pattern.test(code))
  return known ? new DatabaseError(known[1], path, error) : error
}

// https://www.sqlite.org/rescode.html, and what the file system says before SQLite is asked.
const reasons: readonly [RegExp, DatabaseTrouble][] = [
  [/^SQLITE_(NOTADB|CORRUPT|FORMAT)/, 'damaged'],
  [/^ENXIO/, 'no-file'],
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'locked'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'full'],
  [
    /^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR|AUTH)|EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST|ENOENT|ELOOP|ENAMETOOLONG)/,
    'unwritable',
  ],
]

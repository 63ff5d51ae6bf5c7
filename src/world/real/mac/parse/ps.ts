import { basename } from 'node:path'
import type { Process } from '../../../../core/mac-powers.ts'
import { linesOf } from './lines.ts'

/** `ps -xww -o pid= -o comm=`: on a Mac `comm` is the whole path, spaces and all. */
export function parsePs(text: string): readonly Process[] {
  return linesOf(text).flatMap((line) => {
    const [, pid, command] = /^\s{0,20}(\d{1,9}) (.+)$/.exec(line) ?? []
    if (!pid || !command) return []
    const path = command.trim()
    return [{ pid: Number(pid), name: basename(path), ...(path.startsWith('/') ? { path } : {}) }]
  })
}

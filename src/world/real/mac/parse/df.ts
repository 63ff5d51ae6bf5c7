import { linesOf, wholeNumber } from './lines.ts'

/** `df`: free bytes by mount point. Blocks are of 512 bytes unless the heading says otherwise; names have spaces. */
export function parseDf(text: string): ReadonlyMap<string, number> {
  const [heading = '', ...rows] = linesOf(text)
  const block = wholeNumber(/(\d{3,4})-blocks/.exec(heading)?.[1])
  const free = new Map<string, number>()
  if (!block) return free
  for (const row of rows) {
    const cells = row.trim().split(/\s+/)
    const capacity = cells.findIndex((cell) => /^\d+%$/.test(cell))
    const mount = cells.slice(cells.findLastIndex((cell) => /^\d+%$/.test(cell)) + 1).join(' ')
    const blocks = wholeNumber(cells[capacity - 1])
    if (capacity > 0 && blocks !== undefined && mount.startsWith('/')) free.set(mount, blocks * block)
  }
  return free
}

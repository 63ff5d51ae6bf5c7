import type { Disk } from './disk.ts'
import { occupantAt } from './standing.ts'

/** The name beside its place that a file of ours has until it is whole; nobody else uses such names. */
export function partOf(path: string): string {
  return `${path}.outbox-doctor-part`
}

/** Takes away what a process left that died before the file was whole. */
export async function dropPart(disk: Disk, path: string): Promise<void> {
  if ((await occupantAt(disk, partOf(path))) === 'own file') await disk.unlink(partOf(path))
}

/** A process that died between two steps left a whole file with both names: it keeps its own. */
export async function dropTwin(disk: Disk, path: string): Promise<void> {
  if ((await occupantAt(disk, path)) === 'nothing' || (await occupantAt(disk, partOf(path))) === 'nothing') return
  const [one, other] = [await disk.lstat(path, { bigint: true }), await disk.lstat(partOf(path), { bigint: true })]
  if (one.dev === other.dev && one.ino === other.ino) await disk.unlink(partOf(path))
}

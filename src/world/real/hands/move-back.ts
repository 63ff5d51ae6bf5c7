import { dirname, join } from 'node:path'
import type { MovedFile } from '../../../core/hands.ts'
import { say, verbatim } from '../../../core/sentence.ts'
import { type Disk, flushFolder } from './disk.ts'
import { type FileLook, lookAtFile } from './file-look.ts'
import { moveAside, relocateAll } from './move-aside.ts'
import { newFolder } from './own-folder.ts'
import { dropPart, dropTwin } from './part.ts'
import type { FileMove } from './relocate.ts'
import { occupantAt, placeBelow } from './standing.ts'
import { Trouble } from './trouble.ts'
import { writeNew } from './write-new.ts'

/** Stands in a folder when all its files are back: from then on they change, and are no business of ours. */
const markName = 'put-back.json'

/**
 * All or none. Files that belong together, such as a database and its log, must never be mixed from two times: where
 * one of them can no longer be had as it was, nothing is touched.
 */
export async function moveBack(disk: Disk, home: string, moved: readonly MovedFile[], aside?: string): Promise<void> {
  const [first] = moved
  if (!first) return
  const folder = dirname(first.to)
  if ((await occupantAt(disk, join(folder, markName))) !== 'nothing') return
  const plans = await Promise.all(moved.map((file) => planFor(disk, home, file)))
  for (const { twin } of plans) if (twin) await disk.unlink(twin)
  const inTheWay = plans.flatMap(({ inTheWay }) => inTheWay ?? [])
  // What went first comes back last: where it stands, all the others do, too.
  const steps = plans.flatMap(({ step }) => step ?? []).toReversed()
  if (inTheWay.length === 0) await relocateAll(disk, steps, 'back')
  else await exchange(disk, home, aside ?? (await folderFor(disk, folder)), inTheWay, steps)
  for (const { place } of plans) {
    await dropTwin(disk, place)
    await dropPart(disk, place)
  }
  await writeNew(disk, join(folder, markName), Buffer.from('{ "schema": 1 }\n'))
}

/** What has come in their place goes aside first, and returns if they cannot. */
async function exchange(
  disk: Disk,
  home: string,
  folder: string,
  inTheWay: readonly string[],
  steps: readonly FileMove[],
) {
  const aside = await moveAside(disk, home, inTheWay, folder)
  try {
    await relocateAll(disk, steps, 'back')
  } catch (error) {
    const back = aside.map(async ({ from, to }) => ({ from: to, to: from, file: await lookAtFile(disk, to) }))
    await relocateAll(disk, await Promise.all(back), 'back')
    throw error
  }
}

async function folderFor(disk: Disk, folder: string): Promise<string> {
  const replaced = await newFolder(disk, folder, 'replaced')
  await flushFolder(disk, folder)
  return replaced
}

interface Plan {
  place: string
  step?: FileMove
  /** What stands in its place now. */
  inTheWay?: string
  /** A second name of the file that is already back, left by a process that died between the two. */
  twin?: string
}

async function planFor(disk: Disk, home: string, { from, to, sha256, bytes }: MovedFile): Promise<Plan> {
  const place = await placeBelow(home, from)
  const aside = await fileAt(disk, to)
  const there = await fileAt(disk, place)
  const is = (file: FileLook | undefined) => file?.sha256 === sha256 && file.bytes === bytes
  if (aside && aside.identity === there?.identity) return { place, twin: to }
  // Never moved, back already, or a copy whose original was not taken away yet.
  if (is(there)) return { place }
  if (!aside)
    throw new Trouble(
      'missing',
      say('Neither {place} nor {to} is the file that was moved aside', { place: verbatim(place), to: verbatim(to) }),
    )
  if (!is(aside))
    throw new Trouble('failed', say('{to} is no longer the file that was moved aside', { to: verbatim(to) }))
  return { place, step: { from: to, to: place, file: aside }, ...(there && { inTheWay: place }) }
}

async function fileAt(disk: Disk, path: string): Promise<FileLook | undefined> {
  const standing = await occupantAt(disk, path)
  return standing === 'nothing' ? undefined : lookAtFile(disk, path)
}

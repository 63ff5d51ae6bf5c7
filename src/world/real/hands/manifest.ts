import { constants } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { MovedFile } from '../../../core/hands.ts'
import { say, verbatim } from '../../../core/sentence.ts'
import { pathIn } from '../mac/home-path.ts'
import { codeOf } from '../reach.ts'
import type { Disk } from './disk.ts'
import { Trouble } from './trouble.ts'
import { writeNew } from './write-new.ts'

export const manifestName = 'manifest.json'

/** More than any list of files that a remedy moves. */
const longest = 4 * 1024 * 1024

/**
 * Says what was to be moved into a folder, and from where; written before the first file moves. Whether a file was
 * moved is seen from where it is. Names are kept as they will still hold when the home folder has moved.
 */
export async function writeManifest(disk: Disk, home: string, folder: string, files: readonly MovedFile[]) {
  const trueHome = await realpath(home)
  const listed = files.map(({ from, to, bytes, sha256 }) => {
    return { from: `~/${relative(trueHome, from)}`, name: basename(to), bytes, sha256 }
  })
  const text = JSON.stringify({ schema: 1, files: listed }, null, 2)
  await writeNew(disk, join(folder, manifestName), Buffer.from(`${text}\n`))
}

export async function readManifest(disk: Disk, home: string, folder: string): Promise<readonly MovedFile[]> {
  const text = await readText(disk, join(folder, manifestName))
  if (text === undefined) return []
  const files = listedIn(text)
  if (!files) throw new Trouble('failed', say('The list in {folder} cannot be read', { folder: verbatim(folder) }))
  return files.map(({ from, name, bytes, sha256 }) => ({
    from: pathIn(home, from),
    to: join(folder, name),
    bytes,
    sha256,
  }))
}

interface Listed {
  from: string
  name: string
  bytes: number
  sha256: string
}

function listedIn(text: string): readonly Listed[] | undefined {
  try {
    const { schema, files } = JSON.parse(text)
    return schema === 1 && Array.isArray(files) && files.every(isListed) ? files : undefined
  } catch {
    // Not of our making.
    return undefined
  }
}

function isListed(one: Partial<Record<keyof Listed, unknown>> | null): boolean {
  if (typeof one !== 'object' || one === null) return false
  const { from, name, bytes, sha256 } = one
  return (
    typeof from === 'string' &&
    from.startsWith('~/') &&
    typeof name === 'string' &&
    basename(name) === name &&
    typeof bytes === 'number' &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256)
  )
}

async function readText(disk: Disk, path: string): Promise<string | undefined> {
  try {
    const handle = await disk.open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
    try {
      const { size } = await handle.stat()
      return size > longest ? '' : await handle.readFile('utf8')
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolder } from './folders.ts'
import { temporaryFolder } from './temporary.ts'

/**
 * Takes away what this product has kept: its history with all copies, and its settings. What a treatment moved aside is
 * the person's own mail, and stays where it is.
 */
export async function removeEverything(folder: string = dataFolder()): Promise<void> {
  const own = /^(history\.sqlite.*|settings\.json.*)$/
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries)
    if (entry.isFile() && own.test(entry.name)) await rm(join(folder, entry.name), { force: true })
  await rm(temporaryFolder(folder), { recursive: true, force: true })
}

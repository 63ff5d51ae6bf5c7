import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Replaces a file of ours whole, as JSON: a crash leaves the old one or the new one, never half of one. */
export async function replaceFile(document: unknown, file: string): Promise<void> {
  const unfinished = `${file}.${randomUUID()}.part`
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  try {
    await using written = await open(unfinished, 'wx', 0o600)
    await written.writeFile(`${JSON.stringify(document, null, 2)}\n`)
    await written.sync()
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { UpdateMemory } from '../core/release.ts'
import { rememberedIn, toBeKept } from '../updates/remembered.ts'
import { dataFolder } from './folders.ts'
import { replaceFile } from './replace-file.ts'

const maxFileBytes = 256 * 1_024

/** What is remembered of looks for newer versions, in a file beside the history. Whoever takes it away, takes little. */
export function updateMemory(file: string = join(dataFolder(), 'updates.json')): UpdateMemory {
  return {
    async read() {
      try {
        await using opened = await open(file)
        if ((await opened.stat()).size > maxFileBytes) return {}
        return rememberedIn(JSON.parse(await opened.readFile('utf8')))
      } catch {
        // Not there yet, or spoilt: it is found out anew.
        return {}
      }
    },
    write: (next) => replaceFile(toBeKept(next), file),
  }
}

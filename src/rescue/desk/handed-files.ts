import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from '../../core/sentence.ts'
import { freeBytesAt } from '../free-bytes.ts'
import { RescueRefused } from '../refused.ts'
import { safeName } from '../safe-names.ts'
import { leastFreeBytes } from '../target.ts'

/** Files that a browser hands over piece by piece, since it does not say where they lie: private copies, for a while. */
export class HandedFiles {
  #folder: string | undefined
  /** By the name of each, how much of it is here. */
  readonly #sizes = new Map<string, number>()

  /** Takes the piece that begins at `offset`; gives where the file lies. Throws where one is missing in between. */
  take(name: string, offset: number, piece: Uint8Array): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'outbox-doctor-handed-'))
    const path = join(this.#folder, safeName(name))
    if (freeBytesAt(this.#folder) < leastFreeBytes + piece.length)
      throw new RescueRefused(say('There is not enough room for a copy of this file.'))
    if (offset === 0) writeFileSync(path, piece, { mode: 0o600 })
    else if (this.#sizes.get(path) === offset && statSync(path).size === offset) appendFileSync(path, piece)
    else throw new RescueRefused(say('The file did not arrive whole. Please try again.'))
    this.#sizes.set(path, offset + piece.length)
    return path
  }

  remove(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true })
    this.#folder = undefined
    this.#sizes.clear()
  }
}

import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DiskRows } from '../disk-rows.ts'
import { FreeNames } from '../safe-names.ts'
import type { SavedFile } from './output.ts'
import { placeFile, syncFolder } from './place-file.ts'

/** Where a file shall be: its folder below the target, its name without the ending, and the ending. */
export interface FileName {
  readonly folder: string
  readonly stem: string
  readonly ending: string
}

/** Files of one rescue that are whole before they get their names. */
export class TargetFiles {
  readonly #target: string
  readonly #taken = new DiskRows<number>()
  readonly #names = new FreeNames({
    get: (name) => this.#taken.get(name),
    set: (name, next) => this.#taken.add(next, { key: name }),
  })
  readonly #folders = new Set<string>()

  constructor(target: string) {
    this.#target = target
  }

  /** Under the first name that is free; a file of an earlier run with the very same bytes is this one. */
  place(part: string, { folder, stem, ending }: FileName, sha256: string): string {
    this.makeFolder(join(this.#target, folder))
    for (;;) {
      const name = this.#names.free(folder, stem, ending)
      const path = join(this.#target, name)
      if (placeFile(part, path)) return name
      if (createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256) continue
      unlinkSync(part)
      return name
    }
  }

  /** The same for bytes that are all there. */
  write(bytes: Uint8Array, name: FileName): SavedFile {
    const part = join(this.#target, name.folder, '.file.part')
    this.makeFolder(join(this.#target, name.folder))
    const file = openSync(part, 'w', 0o600)
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { file: this.place(part, name, sha256), bytes: bytes.length, sha256 }
  }

  /** Whether a file of an earlier run is still there, whose name is then taken. */
  stillThere({ file, bytes }: SavedFile): boolean {
    const found = statSync(join(this.#target, file), { throwIfNoEntry: false })
    if (found?.size !== bytes) return false
    this.#names.take(file)
    return true
  }

  makeFolder(path: string): void {
    if (this.#folders.has(path)) return
    mkdirSync(path, { recursive: true, mode: 0o700 })
    this.#folders.add(path)
  }

  settle(): void {
    for (const folder of this.#folders) syncFolder(folder)
  }

  close(): void {
    this.#taken.close()
  }
}

import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FreeNames } from '../safe-names.ts'
import type { ItemToWrite, MessageSink, RescueOutput, WrittenFile } from './output.ts'
import { placeFile, syncFolder } from './place-file.ts'

/** How a format that has a file for each message lays them out. */
export interface FileLayout {
  /** Below the target. */
  readonly top: string
  /** Where a file is until it has its name, below the target. */
  partOf(folder: string): string
  /** The folder, the name without its ending, and the ending. `sha256`: of the file. */
  place(item: ItemToWrite, sha256: string): { folder: string; stem: string; ending: string }
}

/** A file for each message, with exactly its bytes. */
export class SingleFilesOutput implements RescueOutput {
  readonly #target: string
  readonly #layout: FileLayout
  readonly #names = new FreeNames()
  readonly #folders = new Set<string>()

  constructor(target: string, layout: FileLayout) {
    this.#target = target
    this.#layout = layout
  }

  begin(item: ItemToWrite): MessageSink {
    const part = join(this.#target, this.#layout.partOf(item.folder))
    this.#makeFolder(dirname(part))
    const file = openSync(part, 'w', 0o600)
    const hash = createHash('sha256')
    let bytes = 0
    return {
      write(lines) {
        for (let done = 0; done < lines.length; ) done += writeSync(file, lines, done)
        hash.update(lines)
        bytes += lines.length
      },
      end: () => {
        fsyncSync(file)
        closeSync(file)
        const sha256 = hash.digest('hex')
        return { file: this.#placed(part, item, sha256), end: bytes, bytes, sha256 }
      },
      abandon() {
        closeSync(file)
        unlinkSync(part)
      },
    }
  }

  stillThere({ file, bytes }: WrittenFile): boolean {
    const found = statSync(join(this.#target, file), { throwIfNoEntry: false })
    if (found?.size !== bytes) return false
    this.#names.take(file)
    return true
  }

  settle(): void {
    for (const folder of this.#folders) syncFolder(folder)
  }

  finish(): void {
    this.settle()
  }

  close(): void {}

  /** Under the first name that is free; a file of an earlier run with the very same bytes is this one. */
  #placed(part: string, item: ItemToWrite, sha256: string): string {
    const { folder, stem, ending } = this.#layout.place(item, sha256)
    this.#makeFolder(join(this.#target, folder))
    for (;;) {
      const name = this.#names.free(folder, stem, ending)
      const path = join(this.#target, name)
      if (placeFile(part, path)) return name
      if (createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256) continue
      unlinkSync(part)
      return name
    }
  }

  #makeFolder(path: string): void {
    if (this.#folders.has(path)) return
    mkdirSync(path, { recursive: true, mode: 0o700 })
    this.#folders.add(path)
  }
}

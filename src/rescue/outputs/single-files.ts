import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ItemToWrite, MessageSink, RescueOutput, WrittenFile } from './output.ts'
import { type FileName, TargetFiles } from './target-files.ts'

/** How a format that has a file for each message lays them out. */
export interface FileLayout {
  /** Below the target. */
  readonly top: string
  /** Where a file is until it has its name, below the target. */
  partOf(folder: string): string
  /** `sha256`: of the file. */
  place(item: ItemToWrite, sha256: string): FileName
}

/** A file for each message, with exactly its bytes. */
export class SingleFilesOutput implements RescueOutput {
  readonly #target: string
  readonly #layout: FileLayout
  readonly #files: TargetFiles

  constructor(target: string, layout: FileLayout) {
    this.#target = target
    this.#layout = layout
    this.#files = new TargetFiles(target)
  }

  begin(item: ItemToWrite): MessageSink {
    const part = join(this.#target, this.#layout.partOf(item.folder))
    this.#files.makeFolder(dirname(part))
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
        return { file: this.#files.place(part, this.#layout.place(item, sha256), sha256), end: bytes, bytes, sha256 }
      },
      abandon() {
        closeSync(file)
        unlinkSync(part)
      },
    }
  }

  addFolder(folder: string): void {
    this.#files.makeFolder(join(this.#target, this.#layout.top, folder))
  }

  stillThere(written: WrittenFile): boolean {
    return this.#files.stillThere(written)
  }

  settle(): void {
    this.#files.settle()
  }

  finish(): void {
    this.settle()
  }

  close(): void {
    this.#files.close()
  }
}

import { createHash } from 'node:crypto'
import type { Sentence } from '../../core/sentence.ts'
import type { AttachedFile } from '../entries/calendar-event.ts'
import type { EntryShows } from '../entries/what-it-tells.ts'
import type { EntryFileFrame } from '../proof/read-entries.ts'
import { safeName } from '../safe-names.ts'
import { FolderFilesOutput } from './folder-files-output.ts'
import type { EntryFile, SavedFile, WrittenFile } from './output.ts'
import { TargetFiles } from './target-files.ts'

/** How a format for what is no message lays its files out. */
export interface EntriesLayout extends EntryFileFrame {
  /** Below the target. */
  readonly top: string
  readonly ending: string
}

/** A file for each folder, and what hangs on its entries in a folder beside it. */
export abstract class EntriesOutput extends FolderFilesOutput {
  readonly #layout: EntriesLayout
  readonly #beside: TargetFiles

  constructor(target: string, layout: EntriesLayout) {
    const { top, ending, first, last } = layout
    super(target, { top, ending, first: Buffer.from(first), last: Buffer.from(last) })
    this.#layout = layout
    this.#beside = new TargetFiles(target)
  }

  override stillThere(written: WrittenFile): boolean {
    // All of them are asked: each takes its name.
    const beside = (written.beside ?? []).map((file) => this.#beside.stillThere(file))
    return super.stillThere(written) && beside.every(Boolean)
  }

  override settle(): void {
    super.settle()
    this.#beside.settle()
  }

  override close(): void {
    super.close()
    this.#beside.close()
  }

  /** What hangs on an entry, each as a file of its own. */
  protected saveBeside(folder: string, files: readonly EntryFile[]): (SavedFile & AttachedFile)[] {
    return files.map(({ name, type, bytes }) => {
      const [, stem = name, ending = ''] = /^(.+)(\.[A-Za-z0-9]{1,10})$/s.exec(name) ?? []
      const place = { folder: `${this.#layout.top}/${folder} files`, stem: safeName(stem, '', ending), ending: '' }
      const saved = this.#beside.write(bytes, place)
      const parts = saved.file.split('/')
      const href = parts.slice(this.#depthOf(folder)).map(encodeURIComponent).join('/')
      return { ...saved, type, href }
    })
  }

  protected append(
    folder: string,
    text: string,
    facts: { beside: readonly SavedFile[]; tells: EntryShows; lacks: readonly Sentence[] },
  ): WrittenFile {
    const file = this.files.forFolder(folder)
    const start = Math.max(file.end, Buffer.byteLength(this.#layout.first))
    const bytes = Buffer.from(text)
    try {
      file.append(bytes)
    } catch (error) {
      if (file.end > start) file.cutTo(start)
      throw error
    }
    const { beside, tells, lacks } = facts
    return {
      ...{ file: file.name, end: file.end, bytes: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...(beside.length > 0 && {
        beside: beside.map(({ file: own, bytes: size, sha256 }) => ({ file: own, bytes: size, sha256 })),
      }),
      tells,
      ...(lacks.length > 0 && { lacks }),
    }
  }

  /** How much of a path leads to the folder that the calendar itself is in. */
  #depthOf(folder: string): number {
    return `${this.#layout.top}/${folder}`.split('/').length - 1
  }
}

import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { say, verbatim } from '../../core/sentence.ts'
import { RescueRefused } from '../refused.ts'
import { placeFile, syncFolder } from './place-file.ts'

/** Open at the same time: a Mac gives a program 256 files. */
const maxOpen = 64

/** How a format that has one file for each folder names and frames it. */
export interface FolderFileLayout {
  /** Below the target. */
  readonly top: string
  readonly ending: string
  /** Before the first item, and after the last. */
  readonly first?: Buffer
  readonly last?: Buffer
  /** A file that would become larger is followed by another. */
  readonly splitBytes?: number | undefined
}

/** A file for each folder, to which items are added. Each is `.part` until the end, and then gets its name. */
export class FolderFiles {
  readonly #target: string
  readonly #layout: FolderFileLayout
  /** By their final names, in the order in which they were begun. */
  readonly #all = new Map<string, FolderFile>()
  /** The file that a folder's next message goes into. */
  readonly #numbers = new Map<string, number>()
  #open: FolderFile[] = []

  constructor(target: string, layout: FolderFileLayout) {
    this.#target = target
    this.#layout = layout
  }

  /** Its end is where the next item begins. */
  forFolder(folder: string): FolderFile {
    return this.#file(this.#nameOf(folder, this.#numbers.get(folder) ?? 1), folder)
  }

  /** Takes the item that begins at `start` over into the next file where this one has become too large. */
  endItem(file: FolderFile, start: number): { file: string; end: number } {
    if (file.end <= (this.#layout.splitBytes ?? Number.POSITIVE_INFINITY) || start === 0)
      return { file: file.name, end: file.end }
    const number = (this.#numbers.get(file.folder) ?? 1) + 1
    this.#numbers.set(file.folder, number)
    const next = this.#file(this.#nameOf(file.folder, number), file.folder)
    file.moveTail(start, next)
    return { file: next.name, end: next.end }
  }

  /** `end`: how far an earlier run had come in it; whatever stands behind is cut off before more is written. */
  goOnFrom(name: string, end: number): boolean {
    const known = this.#all.get(name)
    if (known && known.end >= end) return true
    const { top, ending } = this.#layout
    const stem = name.slice(top.length + 1, -ending.length)
    const [, folder = '', number = '1'] = /^(.*?)(?: \u2013 (\d+))?$/s.exec(stem) ?? []
    const file = known ?? new FolderFile(this.#target, name, folder, this.#layout)
    if (!file.goOnFrom(end)) return false
    this.#all.set(name, file)
    this.#numbers.set(folder, Math.max(Number(number), this.#numbers.get(folder) ?? 1))
    return true
  }

  settle(): void {
    for (const file of this.#open) file.sync()
  }

  finish(): void {
    this.close()
    for (const file of this.#all.values()) file.finish()
    for (const folder of new Set([...this.#all.keys()].map((name) => dirname(join(this.#target, name)))))
      syncFolder(folder)
  }

  close(): void {
    for (const file of this.#open) file.close()
    this.#open = []
  }

  #file(name: string, folder: string): FolderFile {
    const file = this.#all.get(name) ?? new FolderFile(this.#target, name, folder, this.#layout)
    this.#all.set(name, file)
    this.#open = [file, ...this.#open.filter((one) => one !== file)]
    for (const old of this.#open.splice(maxOpen)) old.close()
    return file
  }

  #nameOf(folder: string, number: number): string {
    const { top, ending } = this.#layout
    return `${top}/${folder}${number === 1 ? '' : ` \u2013 ${number}`}${ending}`
  }
}

class FolderFile {
  readonly name: string
  readonly folder: string
  readonly #path: string
  readonly #layout: FolderFileLayout
  #file: number | undefined
  #isFinished = false
  end = 0

  constructor(target: string, name: string, folder: string, layout: FolderFileLayout) {
    this.name = name
    this.folder = folder
    this.#layout = layout
    this.#path = join(target, name)
  }

  /** It will be there even if nothing is added; one that is there already stays as it is. */
  begin(): void {
    if (this.end > 0 || existsSync(this.#path)) this.#isFinished ||= this.end === 0
    else this.#opened()
  }

  append(bytes: Buffer): void {
    const file = this.#opened()
    for (let done = 0; done < bytes.length; ) {
      const count = writeSync(file, bytes, done, bytes.length - done, this.end)
      done += count
      this.end += count
    }
  }

  cutTo(end: number): void {
    ftruncateSync(this.#opened(), end)
    this.end = end
  }

  moveTail(start: number, next: FolderFile): void {
    const piece = Buffer.allocUnsafe(1024 * 1024)
    for (let at = start; at < this.end; ) {
      const count = readSync(this.#opened(), piece, 0, Math.min(piece.length, this.end - at), at)
      next.append(piece.subarray(0, count))
      at += count
    }
    this.cutTo(start)
  }

  goOnFrom(end: number): boolean {
    const [part, whole] = [`${this.#path}.part`, this.#path].map((path) => statSync(path, { throwIfNoEntry: false }))
    const size = part?.size ?? whole?.size ?? -1
    if (size < end) return false
    this.#isFinished = !part
    this.end = end
    return true
  }

  sync(): void {
    if (this.#file !== undefined) fsyncSync(this.#file)
  }

  close(): void {
    if (this.#file === undefined) return
    fsyncSync(this.#file)
    closeSync(this.#file)
    this.#file = undefined
  }

  finish(): void {
    if (this.#isFinished) return
    // What an interrupted run has left behind the last item that is told of.
    this.cutTo(this.end)
    if (this.#layout.last) this.append(this.#layout.last)
    this.close()
    if (!placeFile(`${this.#path}.part`, this.#path))
      throw new RescueRefused(say('{name} is there already, and is not overwritten.', { name: verbatim(this.name) }))
    this.#isFinished = true
  }

  #opened(): number {
    if (this.#file !== undefined) return this.#file
    if (this.#isFinished)
      throw new RescueRefused(say('{name} is there already, and is not overwritten.', { name: verbatim(this.name) }))
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 })
    const part = `${this.#path}.part`
    if (this.end === 0 && existsSync(part)) unlinkSync(part)
    this.#file = openSync(part, this.end === 0 ? 'wx+' : 'r+', 0o600)
    if (this.end > 0) ftruncateSync(this.#file, this.end)
    else if (this.#layout.first) this.append(this.#layout.first)
    return this.#file
  }
}

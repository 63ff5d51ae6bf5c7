import type { Files } from '../../core/mac-powers.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { messageInEmlx } from '../../formats/emlx.ts'
import { type RebuiltMessage, rebuildingTask } from '../../formats/emlx-parts.ts'
import { runTask } from '../sources.ts'

/** No message that anybody could send is larger. */
const largest = 64 * 1024 * 1024
/** Folders that are gone through for one message, where it is not where it should be. */
const mostFolders = 2_000

export interface MessageFile {
  bytes: Uint8Array
  lacks: readonly Sentence[]
}

/** The files of one mailbox: `<Name>.mbox/<UUID>/Data/…/Messages/<ROWID>.emlx`. */
export class MessageFiles {
  readonly #files: Files
  readonly #signal: AbortSignal

  constructor(files: Files, signal: AbortSignal) {
    this.#files = files
    this.#signal = signal
  }

  /** `box`: the path of the `.mbox`. `undefined`: no such file, or not a whole one. */
  async message(box: string, row: number): Promise<MessageFile | undefined> {
    const folder = await this.#folderOf(box, row)
    if (folder === undefined) return undefined
    const whole = await this.#read(`${folder}/${row}.emlx`)
    const message = whole && messageInEmlx(whole)
    if (message) return { bytes: message, lacks: [] }
    const partial = await this.#read(`${folder}/${row}.partial.emlx`)
    const rest = partial && messageInEmlx(partial)
    if (!rest) return undefined
    const { bytes, lacks } = await this.#whole(rest, folder, row)
    return {
      bytes,
      lacks: lacks.map((part) => say('The attachment in part {part} was not on this Mac.', { part: verbatim(part) })),
    }
  }

  /** With what lies beside it; a message that has lost nothing is not gone through twice. */
  async #whole(message: Uint8Array, folder: string, row: number): Promise<RebuiltMessage> {
    const bare = await runTask(this.#files, rebuildingTask, { message, parts: new Map() }, this.#signal)
    const parts = new Map<string, Uint8Array>()
    for (const part of bare.lacks) {
      const name = part === '' ? '1' : part
      const bytes = await this.#attachment(folder, row, name)
      if (bytes) parts.set(name, bytes)
    }
    return parts.size === 0 ? bare : runTask(this.#files, rebuildingTask, { message, parts }, this.#signal)
  }

  /** First where the thousands of its number lead, written backwards; then everywhere below. */
  async #folderOf(box: string, row: number): Promise<string | undefined> {
    const stores = await this.#foldersIn(box)
    const digits = String(Math.floor(row / 1_000))
      .split('')
      .reverse()
      .join('/')
    const tries = [...stores.map((store) => `${store}/Data`), box]
    for (const base of tries) {
      for (const folder of [row < 1_000 ? `${base}/Messages` : `${base}/${digits}/Messages`, `${base}/Messages`])
        if (await this.#holds(folder, row)) return folder
    }
    return this.#search(stores, row)
  }

  async #search(stores: readonly string[], row: number): Promise<string | undefined> {
    const open = [...stores]
    for (let looked = 0; open.length > 0 && looked < mostFolders; looked += 1) {
      const folder = open.shift() ?? ''
      if (folder.endsWith('/Messages') && (await this.#holds(folder, row))) return folder
      const inner = await this.#foldersIn(folder)
      open.push(...inner.filter((path) => /\/(Data|\d|Messages)$/.test(path)))
    }
    return undefined
  }

  async #holds(folder: string, row: number): Promise<boolean> {
    const listed = await this.#files.list(folder, this.#signal)
    return listed.seen && listed.value.some(({ name }) => name === `${row}.emlx` || name === `${row}.partial.emlx`)
  }

  /** By the name that stands there; Mail translates names that it gave itself, so the only file there is the one. */
  async #attachment(messages: string, row: number, part: string): Promise<Uint8Array | undefined> {
    const folder = `${messages.replace(/\/Messages$/, '')}/Attachments/${row}/${part}`
    const listed = await this.#files.list(folder, this.#signal)
    const files = listed.seen ? listed.value.filter(({ kind, name }) => kind === 'file' && name !== '.DS_Store') : []
    const [only, another] = files
    return only && !another ? this.#read(`${folder}/${only.name}`) : undefined
  }

  async #foldersIn(path: string): Promise<string[]> {
    const listed = await this.#files.list(path, this.#signal)
    return listed.seen ? listed.value.flatMap(({ name, kind }) => (kind === 'folder' ? [`${path}/${name}`] : [])) : []
  }

  async #read(path: string): Promise<Uint8Array | undefined> {
    const read = await this.#files.read(path, largest, this.#signal)
    return read.seen ? read.value : undefined
  }
}

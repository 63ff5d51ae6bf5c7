import { createHash } from 'node:crypto'
import { say } from '../../core/sentence.ts'
import { type MessagePage, messagePage, pageBody } from '../pages/message-page.ts'
import { readMessage } from '../pages/read-message.ts'
import type { ReadableAttachment, ReadableMessage } from '../pages/readable-message.ts'
import { safeName } from '../safe-names.ts'
import { stemOf } from './eml.ts'
import type { ItemToWrite, MessageSink, OutputOptions, RescueOutput, SavedFile, WrittenFile } from './output.ts'
import { TargetFiles } from './target-files.ts'

/** What is taken apart as a whole; no provider takes larger messages than 150 MB, and few take 50. */
const maxPageBytes = 64 * 1024 * 1024
/** Of a larger one: its headers, and what a page can show. */
const startBytes = 1024 * 1024

/** How a format that shows a page for each message writes it. */
export interface PageLayout {
  /** Below the target. */
  readonly top: string
  readonly ending: string
  /** Whether pictures that stand in the page are saved as files, too. */
  readonly savesPictures: boolean
  /** Whether the page may lead to files beside it. */
  readonly links: boolean
  bytesOf(page: MessagePage, item: ItemToWrite): Promise<Uint8Array>
}

/** A page for each message, and its attachments in a folder beside it. */
export class PagesOutput implements RescueOutput {
  readonly #layout: PageLayout
  readonly #files: TargetFiles
  readonly #inWords: OutputOptions['inWords']

  constructor({ target, inWords }: OutputOptions, layout: PageLayout) {
    this.#layout = layout
    this.#files = new TargetFiles(target)
    this.#inWords = inWords
  }

  begin(item: ItemToWrite): MessageSink {
    const hash = createHash('sha256')
    const pieces: Buffer[] = []
    let bytes = 0
    return {
      write(lines) {
        hash.update(lines)
        if (bytes <= maxPageBytes) pieces.push(Buffer.from(lines))
        bytes += lines.length
        // Nobody shows more of it than its beginning.
        if (bytes > maxPageBytes && pieces.length > 1) pieces.splice(1)
      },
      end: async () => {
        const whole = Buffer.concat(pieces.splice(0))
        const stem = stemOf(item, hash.digest('hex'))
        if (bytes <= maxPageBytes) return this.#saved(item, stem, await readMessage(whole))
        const text = new TextDecoder('windows-1252').decode(whole.subarray(0, startBytes))
        const lacks = [say('It is too large for a page: only its beginning is there.')]
        return { ...(await this.#saved(item, stem, { text, attachments: [], isBroken: true })), lacks }
      },
      abandon() {
        pieces.length = 0
      },
    }
  }

  stillThere(written: WrittenFile): boolean {
    // All of them are asked: each takes its name.
    return [written, ...(written.beside ?? [])].map((file) => this.#files.stillThere(file)).every(Boolean)
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

  async #saved(item: ItemToWrite, stem: string, message: ReadableMessage): Promise<WrittenFile> {
    const { top, ending, savesPictures, links } = this.#layout
    const folder = `${top}/${item.folder}`
    const body = pageBody(message)
    const files = message.attachments.filter((one) => savesPictures || !body.shown.has(one))
    const besides = new Map(files.map((one) => [one, this.#beside(`${folder}/${stem} files`, one)]))
    const hrefOf = (one: ReadableAttachment) => (links ? relativeTo(folder, besides.get(one)) : undefined)
    const page = messagePage(item.head, message, body, { inWords: this.#inWords, hrefOf })
    const written = this.#files.write(await this.#layout.bytesOf(page, item), { folder, stem, ending })
    const beside = [...besides.values()]
    return { ...written, end: written.bytes, shows: page.shows, ...(beside.length > 0 && { beside }) }
  }

  #beside(folder: string, { name, bytes }: ReadableAttachment): SavedFile {
    const [, stem = name, ending = ''] = /^(.+)(\.[A-Za-z0-9]{1,10})$/s.exec(name) ?? []
    return this.#files.write(bytes, { folder, stem: safeName(stem, '', ending), ending: '' })
  }
}

function relativeTo(folder: string, saved: SavedFile | undefined): string | undefined {
  return saved?.file
    .slice(folder.length + 1)
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}

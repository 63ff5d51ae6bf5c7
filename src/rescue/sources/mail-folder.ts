import { lstatSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Sentence, say } from '../../core/sentence.ts'
import { maxHeadBytes } from '../message/head.ts'
import { readRange, readStart } from '../read-range.ts'
import type { ItemContent, MailSource, SourceItem } from '../source.ts'
import { emlxContent, emlxItem } from './emlx-file.ts'
import { type MailFileKind, mailFileKind } from './mail-kind.ts'
import { mboxContent, mboxItems } from './mbox-file.ts'
import { serverOnly, serverOnlyMark } from './server-only.ts'
import { isOfAttachments, mailFolderOf } from './store-paths.ts'
import { type WalkedFile, walk } from './walk.ts'

/**
 * A folder of mail: the store of Apple Mail, or any part of it, in each of its layouts; `.eml` files, mbox files and
 * a Maildir, in whatever folders they lie. `root` may be one such file, too.
 */
export class MailFolderSource implements MailSource {
  readonly name: string
  readonly place: string

  constructor(root: string) {
    this.place = root
    this.name = basename(root).replace(/\.(mbox|eml|emlx)$/i, '')
  }

  *items(): Generator<SourceItem> {
    if (lstatSync(this.place).isFile()) yield* this.#ofFile('', [])
    else yield* this.#ofFolder()
  }

  async content(id: string): Promise<ItemContent> {
    const why = id.startsWith(placeMark) ? notRead[id.split(placeMark)[1] ?? ''] : undefined
    if (why) return { is: 'absent', why }
    if (id.startsWith(serverOnlyMark))
      return { is: 'absent', why: say('It is only on the server: Mail has no file of it here.') }
    const [path = '', place] = id.split(placeMark)
    const file = this.#at(path)
    if (place !== undefined) return mboxContent(file, place)
    if (file.endsWith('.emlx')) return emlxContent(file)
    return { is: 'message', original: true, chunks: readRange(file, 0, readStart(file, 0).size), notes: [] }
  }

  close(): void {}

  *#ofFolder(): Generator<SourceItem> {
    const indexes: WalkedFile[] = []
    const files = new Set<number>()
    for (const file of walk(this.place)) {
      if (file.name === 'Envelope Index' && file.path.at(-1) === 'MailData') indexes.push(file)
      const row = /^(\d{1,15})(\.partial)?\.emlx$/.exec(file.name)?.[1]
      if (row !== undefined) files.add(Number(row))
      yield* this.#ofWalked(file)
    }
    for (const { path, name } of indexes) {
      const folder = path.slice(0, -1)
      yield* namedInIndex(join(this.place, ...path, name), folder, files) ?? [unread('index', name, folder, true)]
    }
  }

  *#ofWalked({ path, name, is }: WalkedFile): Generator<SourceItem> {
    if (isOfAttachments(path)) return
    const id = [...path, name].join('/')
    const folder = mailFolderOf(path)
    if (is === 'unreadable folder') yield unread('unreadable', id, folder)
    else if (is === 'link') {
      if (/\.(eml|emlx|mbox|pst|ost|olm)$/i.test(name)) yield unread('link', id, folder)
    } else yield* this.#ofFile(id, folder)
  }

  *#ofFile(id: string, folder: readonly string[]): Generator<SourceItem> {
    const path = this.#at(id)
    let kind: MailFileKind | undefined | 'unreadable'
    try {
      kind = maildirFile.test(id) ? 'eml' : mailFileKind(path)
    } catch {
      // A file that may not be read is named among what is left out.
      kind = 'unreadable'
    }
    if (kind === 'emlx') yield emlxItem(path, folder, id)
    else if (kind === 'eml') {
      const { bytes, size } = readStart(path, maxHeadBytes)
      yield {
        id,
        folder: folder.at(-1) === 'cur' || folder.at(-1) === 'new' ? folder.slice(0, -1) : folder,
        bytes: size,
        head: bytes,
        ...maildirFlags(id),
      }
    } else if (kind === 'mbox') {
      const own = basename(id, '.mbox')
      const inside = own === 'mbox' || own === '' ? folder : [...folder, own]
      for (const item of mboxItems(path, inside)) yield { ...item, id: `${id}${placeMark}${item.id}` }
    } else if (kind !== undefined) yield unread(kind, id, folder)
  }

  #at(id: string): string {
    return id === '' ? this.place : join(this.place, id)
  }
}

/** Between the path of an mbox and the place in it; no file name has it. */
const placeMark = '\u0000'

/** Told in place of something that looks like mail and is not read. */
function unread(mark: string, id: string, folder: readonly string[], isLost = false): SourceItem {
  return { id: `${placeMark}${mark}${placeMark}${id}`, folder, bytes: 0, ...(isLost && { isLost }) }
}

/** `undefined`: the index cannot be read, and the messages that have files are all there is. */
function namedInIndex(path: string, folder: readonly string[], files: ReadonlySet<number>): SourceItem[] | undefined {
  try {
    return serverOnly(path, folder, files)
  } catch {
    // Damaged, of a version without these tables, or not to be read: it is told in place of what it names.
    return undefined
  }
}

const maildirFile = /(^|\/)(cur|new)\/[^/]*\d[^/]*$/

/** Why something that looks like mail is not read, by the mark in its id. */
const notRead: Readonly<Record<string, Sentence>> = {
  link: say('It is a link to another place, which is not followed.'),
  unreadable: say('It could not be read: this program may not look into it.'),
  pst: say('It is an archive of Outlook: name it as a source of its own.'),
  olm: say('It is an archive of Outlook: name it as a source of its own.'),
  index: say('Mail’s index cannot be read, so what is only on the server is not known.'),
  msg: say('It is a single message of Outlook for Windows (.msg), which cannot be read here.'),
}

/** Maildir's letters: draft, flagged, replied, seen, trashed. */
function maildirFlags(id: string): Pick<SourceItem, 'flags'> {
  const letters = /[:;]2,([A-Za-z]*)$/.exec(id)?.[1]
  if (letters === undefined) return {}
  const has = (letter: string) => letters.includes(letter)
  return { flags: { read: has('S'), answered: has('R'), flagged: has('F'), draft: has('D'), deleted: has('T') } }
}

import { type Below, type PropertyHere, PstHere } from './pst-here.ts'

/** An item of a made mailbox: its properties, whom it is for, and what hangs on it. */
export interface ItemHere {
  readonly properties: readonly PropertyHere[]
  readonly recipients?: readonly (readonly PropertyHere[])[]
  readonly attachments?: readonly { readonly properties: readonly PropertyHere[]; readonly message?: ItemHere }[]
}

export interface FolderHere {
  readonly name: string | Uint8Array
  readonly items: Iterable<ItemHere>
  readonly folders?: readonly FolderHere[]
}

/** Properties with names: in each of the sets, its numbers get ids from 0x8000 on, in this order. */
export type NamesHere = readonly { readonly guid: string; readonly name: number | string }[]

/** Writes a mailbox ([MS-PST] §2.4 and §2.7); gives its size. */
export function mailboxAt(
  path: string,
  folders: readonly FolderHere[],
  { ansi = false, names = [] as NamesHere, cipher = 1 as 0 | 1 } = {},
): number {
  const file = new PstHere(path, { ansi, cipher })
  let next = 0x400
  const own = (type: number) => (next++ << 5) | type
  const text = (name: string | Uint8Array): PropertyHere =>
    typeof name === 'string' ? [0x3001, 'text', name] : [0x3001, 'ansi', name]

  const itemOf = (item: ItemHere): { data: number; sub: number } => {
    const below: Below[] = []
    const { recipients = [], attachments = [] } = item
    if (recipients.length > 0)
      below.push({ id: 0x692, ...file.table(recipients.map((values, at) => ({ id: at, values }))) })
    if (attachments.length > 0) {
      const rows = attachments.map(({ properties, message }, at) => {
        const id = ((0x401 + at) << 5) | 5
        const inner = message && { id: 0x2000_04, ...itemOf(message) }
        const all: PropertyHere[] = inner
          ? [...properties, [0x3705, 'int', 5], [0x3701, 'object', inner.id]]
          : [...properties, [0x3705, 'int', 1]]
        below.push({ id, ...file.properties(all, inner ? [inner] : []) })
        return { id, values: [[0x0e20, 'int', 1]] satisfies PropertyHere[] }
      })
      below.push({ id: 0x671, ...file.table(rows) })
    }
    return file.properties(item.properties, below)
  }

  const folderAt = (id: number, inside: readonly FolderHere[], items: Iterable<ItemHere>) => {
    const messages: number[] = []
    for (const item of items) {
      const number = own(4)
      file.node(number, itemOf(item), id)
      messages.push(number)
    }
    const children = inside.map((folder) => {
      const child = own(2)
      folderAt(child, folder.folders ?? [], folder.items)
      file.node(child, file.properties(factsOf(folder.name, 0)), id)
      return { id: child, values: [text(folder.name)] }
    })
    file.node((id & ~0x1f) | 0x0d, file.table(children))
    file.node(
      (id & ~0x1f) | 0x0e,
      file.table(messages.map((number) => ({ id: number, values: [[0x0e07, 'int', 1]] satisfies PropertyHere[] }))),
    )
    file.node((id & ~0x1f) | 0x0f, file.table([]))
  }
  const factsOf = (name: string | Uint8Array, count: number): PropertyHere[] => [
    text(name),
    [0x3602, 'int', count],
    [0x3603, 'int', 0],
    [0x360a, 'bool', 1],
  ]

  const top = 0x8022
  const entry = Buffer.alloc(24)
  entry.writeUInt32LE(top, 20)
  file.node(
    0x21,
    file.properties([text('Made mailbox'), [0x0ff9, 'bytes', Buffer.alloc(16, 7)], [0x35e0, 'bytes', entry]]),
  )
  file.node(0x61, file.properties(namesOf(names)))
  folderAt(top, folders, [])
  file.node(top, file.properties(factsOf('Top of Outlook data file', 0)), 0x122)
  file.node(0x122, file.properties(factsOf('', 0)), 0x122)
  file.node(0x12d, file.table([{ id: top, values: [text('Top of Outlook data file')] }]))
  file.node(0x12e, file.table([]))
  file.node(0x12f, file.table([]))
  file.finish()
  return file.bytes
}

const publicStrings = '00020329-0000-0000-c000-000000000046'

/** §2.4.7: the sets, and an entry of 8 bytes for each name. */
function namesOf(names: NamesHere): PropertyHere[] {
  const sets = [...new Set(names.map(({ guid }) => guid).filter((guid) => guid !== publicStrings))]
  const entries = Buffer.alloc(names.length * 8)
  const texts: Buffer[] = []
  let textAt = 0
  for (const [at, { guid, name }] of names.entries()) {
    const set = (guid === publicStrings ? 2 : sets.indexOf(guid) + 3) * 2
    if (typeof name === 'number') {
      entries.writeUInt32LE(name, at * 8)
      entries.writeUInt16LE(set, at * 8 + 4)
    } else {
      const bytes = Buffer.from(name, 'utf16le')
      const padded = Buffer.alloc(4 + Math.ceil(bytes.length / 4) * 4)
      padded.writeUInt32LE(bytes.length)
      padded.set(bytes, 4)
      texts.push(padded)
      entries.writeUInt32LE(textAt, at * 8)
      entries.writeUInt16LE(set | 1, at * 8 + 4)
      textAt += padded.length
    }
    entries.writeUInt16LE(at, at * 8 + 6)
  }
  return [
    [0x0001, 'int', 251],
    [0x0002, 'bytes', Buffer.concat(sets.map(guidBytes))],
    [0x0003, 'bytes', entries],
    [0x0004, 'bytes', Buffer.concat(texts)],
  ]
}

/** `00062002-0000-0000-c000-000000000046` as it lies in a file. */
function guidBytes(guid: string): Buffer {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex')
  return Buffer.concat([
    bytes.subarray(0, 4).reverse(),
    bytes.subarray(4, 6).reverse(),
    bytes.subarray(6, 8).reverse(),
    bytes.subarray(8),
  ])
}

/** A plain letter with one file. */
export function letterHere(number: number, file: Uint8Array): ItemHere {
  const at = Date.UTC(2025, 0, 1 + (number % 300), number % 24)
  return {
    properties: [
      [0x001a, 'text', 'IPM.Note'],
      [0x0037, 'text', `Letter ${number}`],
      [0x0c1a, 'text', 'Ada'],
      [0x0c1e, 'text', 'SMTP'],
      [0x0c1f, 'text', 'ada@example.org'],
      [0x0039, 'time', at],
      [0x0e06, 'time', at],
      [0x0e07, 'int', file.length > 0 ? 0x11 : 1],
      [0x0e08, 'int', file.length + 2_000],
      [0x1000, 'text', `This is letter ${number}.\r\n${'A line of text.\r\n'.repeat(40)}`],
      [0x1035, 'text', `<${number}@example.org>`],
    ],
    recipients: [
      [
        [0x0c15, 'int', 1],
        [0x3001, 'text', 'Ben'],
        [0x3002, 'text', 'SMTP'],
        [0x3003, 'text', 'ben@example.org'],
      ],
    ],
    attachments:
      file.length === 0
        ? []
        : [
            {
              properties: [
                [0x0e20, 'int', file.length],
                [0x3707, 'text', `file ${number}.bin`],
                [0x3704, 'text', `file${number}.bin`],
                [0x370e, 'text', 'application/octet-stream'],
                [0x3701, 'bytes', file],
              ],
            },
          ],
  }
}

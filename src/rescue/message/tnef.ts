import { decodedText } from './code-pages.ts'
import { type MapiBodies, type MapiProperties, mapiBodies } from './mapi-bodies.ts'

/** What Outlook has packed into a `winmail.dat`. */
export interface UnpackedTnef extends MapiBodies {
  readonly subject?: string
  readonly from?: string
  readonly files: readonly TnefFile[]
  /** Nothing of it is missing or other than it was written. */
  readonly isWhole: boolean
}

export interface TnefFile {
  readonly name: string
  readonly type: string
  readonly contentId?: string
  /** In place of bytes, where a message was attached. */
  readonly message?: UnpackedTnef
  readonly bytes: Uint8Array
}

const signature = 0x223e9f78
/** Messages in messages; nobody packs more. */
const deepest = 16
/** Attributes ([MS-OXTNEF] §2.1.3.2): the upper half is the kind of its data. */
const [attachmentBegins, attachmentBytes, attachmentTitle, attachmentProperties] = [
  0x00069002, 0x0006800f, 0x00018010, 0x00069005,
]
const [messageProperties, messageText, codePage] = [0x00069003, 0x0002800c, 0x00069007]
/** All others there are, of a message and of an attachment: no sum stands over ids, and one that is not known may have been another. */
const idsOfMessage = new Set([
  messageProperties,
  ...[messageText, codePage, 0x00060000, 0x00060001, 0x00060002, 0x00030006, 0x00030007, 0x00040008, 0x00040009],
  ...[0x00008000, 0x00018004, 0x00038005, 0x00038006, 0x00068007, 0x00078008, 0x00018009, 0x0001800a, 0x0001800b],
  ...[0x0004800d, 0x00038020, 0x00069004, 0x00089006, 0x00070006],
])
const idsOfAttachment = new Set([
  ...[attachmentBegins, attachmentBytes, attachmentTitle, attachmentProperties],
  ...[0x00068011, 0x00038012, 0x00038013, 0x00069001],
])
/** MAPI's mark of a message within a message ([MS-OXTNEF] §2.1.3.4.2: IID_IMessage). */
const messageMark = Buffer.from('0703020000000000c000000000000046', 'hex')

/** Unpacks what begins as TNEF ([MS-OXTNEF]), as far as it can be read; `undefined`: it is something else. Never throws. */
export function unpackTnef(bytes: Uint8Array, depth = 0): UnpackedTnef | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.length < 6 || data.readUInt32LE(0) !== signature) return undefined
  const attributes = new Attributes(data)
  const own = new TnefProperties()
  const attachments: { title?: string; bytes?: Buffer; properties: TnefProperties }[] = []
  let text: Buffer | undefined
  for (const { id, value } of attributes.all()) {
    const attachment = attachments.at(-1)
    if (id === codePage && value.length >= 4) own.codePage = value.readUInt32LE(0)
    else if (id === messageProperties) own.read(value)
    else if (id === messageText) text = value
    else if (id === attachmentBegins) attachments.push({ properties: new TnefProperties(own.codePage) })
    else if (!attachment) attributes.isWhole &&= !idsOfAttachment.has(id)
    else if (id === attachmentTitle) attachment.title = textOf(value, own.codePage)
    else if (id === attachmentBytes) attachment.bytes = value
    else if (id === attachmentProperties) attachment.properties.read(value)
  }
  const bodies = mapiBodies(own)
  const plain = bodies.text ?? (text && textOf(text, own.codePage))
  const files = attachments.map(({ title, bytes: older, properties }) => {
    const inner = properties.bytes(0x3701) ?? older ?? Buffer.alloc(0)
    const isMessage = properties.type(0x3701) === 0x0d && inner.subarray(0, 16).equals(messageMark)
    const message = isMessage && depth < deepest ? unpackTnef(inner.subarray(16), depth + 1) : undefined
    const contentId = properties.text(0x3712)?.replace(/^<|>$/g, '')
    return {
      name: properties.text(0x3707) || title || properties.text(0x3704) || properties.text(0x3001) || '',
      type: properties.text(0x370e)?.toLowerCase() || 'application/octet-stream',
      bytes: properties.type(0x3701) === 0x0d ? inner.subarray(16) : inner,
      ...(contentId && { contentId }),
      ...(message && { message }),
    }
  })
  const [subject, from] = [own.text(0x0037), own.text(0x5d01) ?? own.text(0x0c1f)]
  return {
    ...bodies,
    ...(plain !== undefined && { text: plain }),
    ...(subject && { subject }),
    ...(from?.includes('@') && { from }),
    files,
    isWhole:
      attributes.isWhole &&
      !own.isDamaged &&
      attachments.every(
        ({ properties, bytes: older }) => !properties.isDamaged && (older ?? properties.bytes(0x3701)),
      ) &&
      files.every(({ message }) => message?.isWhole !== false),
  }
}

/** A text that ends with a zero. */
function textOf(bytes: Buffer, page: number): string {
  return decodedText(bytes, page).replace(/\0[\s\S]*$/, '')
}

/** One after the other: a level, an id, a length, the bytes and a sum of them (§2.1.3.1). */
class Attributes {
  readonly #data: Buffer
  isWhole = true

  constructor(data: Buffer) {
    this.#data = data
  }

  *all(): Generator<{ id: number; value: Buffer }> {
    const data = this.#data
    let at = 6
    while (at + 9 <= data.length) {
      const [id, length] = [data.readUInt32LE(at + 1), data.readUInt32LE(at + 5)]
      const value = data.subarray(at + 9, at + 9 + length)
      at += 9 + length + 2
      if (at > data.length) break
      if (value.reduce((sum, byte) => sum + byte, 0) % 0x1_0000 !== data.readUInt16LE(at - 2)) this.isWhole = false
      if (!(data[at - value.length - 11] === 1 ? idsOfMessage : idsOfAttachment).has(id)) this.isWhole = false
      yield { id, value }
    }
    if (at !== data.length) this.isWhole = false
  }
}

/** Bytes of a value of this type; those of 2 take 4, and what is missing here says its length itself. */
const fixedBytes: Readonly<Record<number, number>> = {
  1: 4,
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
}
const ownLength = new Set([0x0d, 0x1e, 0x1f, 0x102])
const [several, padding] = [0x1000, 4]

/** Properties as TNEF lists them (§2.1.3.4); of several values the first. */
class TnefProperties implements MapiProperties {
  readonly #values = new Map<number, { type: number; bytes: Buffer }>()
  codePage: number
  isDamaged = false

  constructor(page = 1252) {
    this.codePage = page
  }

  read(list: Buffer): void {
    try {
      this.#read(list)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.isDamaged = true
    }
  }

  #read(list: Buffer): void {
    let at = 4
    const next = () => {
      const number = list.readUInt32LE(at)
      at += 4
      return number
    }
    for (let left = list.readUInt32LE(0); left > 0; left -= 1) {
      const [type, id] = [list.readUInt16LE(at), list.readUInt16LE(at + 2)]
      at += 4
      if (id >= 0x8000) {
        at += 16
        const isByName = next() === 1
        const length = next()
        if (isByName) at += padded(length)
      }
      const kind = type & ~several
      const isOfOwnLength = ownLength.has(kind)
      const size = fixedBytes[kind]
      if (!isOfOwnLength && size === undefined) throw new RangeError('A property of a kind that is not known.')
      for (let values = isOfOwnLength || type !== kind ? next() : 1; values > 0; values -= 1) {
        const length = isOfOwnLength ? next() : (size as number)
        if (at + length > list.length) throw new RangeError('A property is cut.')
        if (id < 0x8000 && !this.#values.has(id))
          this.#values.set(id, { type: kind, bytes: list.subarray(at, at + length) })
        at += padded(length)
      }
    }
  }

  type(id: number): number | undefined {
    return this.#values.get(id)?.type
  }

  bytes(id: number): Buffer | undefined {
    return this.#values.get(id)?.bytes
  }

  number(id: number): number | undefined {
    const value = this.#values.get(id)
    return value?.type === 3 ? value.bytes.readInt32LE(0) : undefined
  }

  text(id: number): string | undefined {
    const value = this.#values.get(id)
    if (value?.type === 0x1f) return value.bytes.toString('utf16le').replace(/\0[\s\S]*$/, '')
    return value?.type === 0x1e ? textOf(value.bytes, this.codePage) : undefined
  }
}

function padded(length: number): number {
  return Math.ceil(length / padding) * padding
}

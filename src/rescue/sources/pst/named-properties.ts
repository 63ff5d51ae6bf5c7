import { PstProperties } from './properties.ts'
import { PstDamaged, type PstFile } from './pst-file.ts'

const none = Buffer.alloc(0)
const publicStrings = 0x00020329

/** The ids that a file has given to properties with names ([MS-PST] §2.4.7); node 0x61. */
export class NamedProperties {
  readonly #ids = new Map<string, number>()
  /** With texts for names. */
  readonly #public = new Map<string, number>()
  /** Not all of them could be read. */
  readonly isDamaged: boolean = false

  constructor(file: PstFile) {
    try {
      const node = file.node(0x61)
      if (!node) {
        this.isDamaged = true
        return
      }
      const properties = PstProperties.of(file, node)
      const [sets, entries, texts] = [2, 3, 4].map((id) => properties.bytes(id) ?? none) as [Buffer, Buffer, Buffer]
      for (let at = 0; at + 8 <= entries.length; at += 8) {
        const [name, set, index] = [
          entries.readUInt32LE(at),
          entries.readUInt16LE(at + 4),
          entries.readUInt16LE(at + 6),
        ]
        const place = ((set >>> 1) - 3) * 16
        const isListed = place >= 0 && place + 16 <= sets.length
        // Odd ones have a text for a name.
        if ((set & 1) !== 0) {
          const isPublic = set >>> 1 === 2 || (isListed && sets.readUInt32LE(place) === publicStrings)
          if (isPublic) this.#public.set(textAt(texts, name), 0x8000 + index)
        } else if (isListed) this.#ids.set(`${sets.readUInt32LE(place)}:${name}`, 0x8000 + index)
      }
      this.isDamaged = properties.isDamaged
    } catch (error) {
      // Without it events lose their times, and messages nothing.
      if (!(error instanceof PstDamaged || error instanceof RangeError)) throw error
      this.isDamaged = true
    }
  }

  /** 0, which nothing has, where the file has none of that name. */
  id(set: number, name: number): number {
    return this.#ids.get(`${set}:${name}`) ?? 0
  }

  /** Of those in `PS_PUBLIC_STRINGS` (§2.4.7.1: the second set, or told by its first four bytes); 0 as above. */
  publicId(name: string): number {
    return this.#public.get(name) ?? 0
  }
}

/** Its length in bytes stands before it (§2.4.7.4). */
function textAt(texts: Buffer, at: number): string {
  if (at + 4 > texts.length) return ''
  const end = at + 4 + texts.readUInt32LE(at)
  return end > texts.length ? '' : texts.toString('utf16le', at + 4, end)
}

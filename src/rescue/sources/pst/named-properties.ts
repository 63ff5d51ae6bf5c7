import { PstProperties } from './properties.ts'
import { PstDamaged, type PstFile } from './pst-file.ts'

/** The ids that a file has given to properties with names ([MS-PST] §2.4.7); node 0x61. */
export class NamedProperties {
  readonly #ids = new Map<string, number>()
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
      const [sets, entries] = [properties.bytes(2) ?? Buffer.alloc(0), properties.bytes(3) ?? Buffer.alloc(0)]
      for (let at = 0; at + 8 <= entries.length; at += 8) {
        const [name, set, index] = [
          entries.readUInt32LE(at),
          entries.readUInt16LE(at + 4),
          entries.readUInt16LE(at + 6),
        ]
        const place = ((set >>> 1) - 3) * 16
        // Odd ones have a text for a name.
        if ((set & 1) === 0 && place >= 0 && place + 16 <= sets.length)
          this.#ids.set(`${sets.readUInt32LE(place)}:${name}`, 0x8000 + index)
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
}

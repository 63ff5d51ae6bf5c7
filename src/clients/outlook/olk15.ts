/**
 * A sidecar file: the properties of one record, as three independent readers found them laid out. A header of 0x28
 * bytes; a table of tags and lengths; the values in the same order. All numbers are little-endian.
 */
export class Olk15Entity {
  readonly #values: ReadonlyMap<string, DataView>

  constructor(values: ReadonlyMap<string, DataView>) {
    this.#values = values
  }

  text(tag: number): string | undefined {
    const [utf8, utf16] = [this.#value(tag, 0x1e), this.#value(tag, 0x1f)]
    const decoded = utf8 ? new TextDecoder().decode(utf8) : utf16 && new TextDecoder('utf-16le').decode(utf16)
    return decoded?.replace(/\0+$/, '')
  }

  int(tag: number): number | undefined {
    const value = this.#value(tag, 0x03)
    return value?.byteLength === 4 ? value.getInt32(0, true) : undefined
  }

  bool(tag: number): boolean | undefined {
    const value = this.#value(tag, 0x0b)
    return value && value.byteLength > 0 ? value.getUint8(0) !== 0 : undefined
  }

  /** Seconds since 2001. */
  moment(tag: number): number | undefined {
    const value = this.#value(tag, 0x4d)
    return value?.byteLength === 8 ? value.getFloat64(0, true) : undefined
  }

  #value(tag: number, type: number): DataView | undefined {
    return this.#values.get(`${tag}/${type}`)
  }
}

const magic = 0x0dd0
const entity = 1
const header = 0x28
const tableHead = 12
/** Many times what any file was seen to have. */
const mostProperties = 5_000

/** `undefined` where the bytes are not a whole file of this form, as when Outlook is writing it. */
export function entityOf(bytes: Uint8Array): Olk15Entity | undefined {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.byteLength < header + tableHead) return undefined
  if (file.getUint32(0, true) !== magic || file.getUint32(8, true) !== entity) return undefined
  const count = file.getUint32(header, true)
  const table = file.getUint32(header + 4, true)
  const data = file.getUint32(header + 8, true)
  if (count > mostProperties || table !== tableHead + 8 * count) return undefined
  if (file.byteLength !== header + table + data) return undefined
  return new Olk15Entity(valuesOf(file, count, header + table))
}

function valuesOf(file: DataView, count: number, start: number): Map<string, DataView> {
  const values = new Map<string, DataView>()
  let from = start
  for (let row = 0; row < count; row++) {
    const at = header + tableHead + 8 * row
    const length = file.getUint32(at + 4, true)
    if (from + length > file.byteLength) return values
    values.set(
      `${file.getUint16(at, true)}/${file.getUint8(at + 3)}`,
      new DataView(file.buffer, file.byteOffset + from, length),
    )
    from += length
  }
  return values
}

/** A property of a sidecar file: its number, and a value of one of the types that Outlook was seen to use. */
export interface Olk15Property {
  tag: number
  value: { i32: number } | { bool: boolean } | { utf8: string } | { utf16: string } | { double: number }
}

const headerSize = 0x28

/** An entity file as Outlook lays it down beside its store. `kind` is the FourCC of its class, as `MRLC`. */
export function olk15Entity(
  entity: { record: number; class: number; kind: string },
  properties: readonly Olk15Property[],
): Buffer {
  const values = properties.map(({ value }) => encoded(value))
  const table = Buffer.alloc(12 + 8 * properties.length)
  table.writeUInt32LE(properties.length, 0)
  table.writeUInt32LE(table.length, 4)
  table.writeUInt32LE(
    values.reduce((sum, { bytes }) => sum + bytes.length, 0),
    8,
  )
  properties.forEach(({ tag }, at) => {
    table.writeUInt16LE(tag, 12 + 8 * at)
    table.writeUInt8(values[at]?.type ?? 0, 12 + 8 * at + 3)
    table.writeUInt32LE(values[at]?.bytes.length ?? 0, 12 + 8 * at + 4)
  })
  return Buffer.concat([header(entity), table, ...values.map(({ bytes }) => bytes)])
}

/** A block: the text of a message or an attachment, whose lines end in a bare CR. */
export function olk15Block(id: Uint8Array, kind: string, text: string): Buffer {
  const bytes = Buffer.alloc(0x28)
  bytes.set([0xd0, 0x0d, 0, 0])
  bytes.writeUInt32LE(1, 4)
  bytes.writeUInt32LE(2, 8)
  bytes.set(id.subarray(0, 20), 12)
  bytes.write([...kind].reverse().join(''), 0x20, 'latin1')
  return Buffer.concat([bytes, Buffer.from(text.replace(/\r?\n/g, '\r'), 'utf8')])
}

function header(entity: { record: number; class: number; kind: string }): Buffer {
  const bytes = Buffer.alloc(headerSize)
  bytes.set([0xd0, 0x0d, 0, 0])
  bytes.writeUInt32LE(1, 4)
  bytes.writeUInt32LE(1, 8)
  bytes.writeInt32LE(entity.record, 12)
  bytes.writeInt32LE(entity.class, 16)
  bytes.write([...entity.kind].reverse().join(''), 0x20, 'latin1')
  return bytes
}

function encoded(value: Olk15Property['value']): { type: number; bytes: Buffer } {
  if ('utf8' in value) return { type: 0x1e, bytes: Buffer.from(value.utf8, 'utf8') }
  if ('utf16' in value) return { type: 0x1f, bytes: Buffer.from(value.utf16, 'utf16le') }
  if ('bool' in value) return { type: 0x0b, bytes: Buffer.from([Number(value.bool)]) }
  const double = 'double' in value
  const bytes = Buffer.alloc(double ? 8 : 4)
  if (double) bytes.writeDoubleLE(value.double)
  else bytes.writeInt32LE(value.i32)
  return { type: double ? 0x4d : 0x03, bytes }
}

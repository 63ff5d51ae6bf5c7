/**
 * The few kinds of fields that we write and read, as https://protobuf.dev/programming-guides/encoding/ has them. A field
 * is the bytes of its tag and its value; a message is its fields, one after another.
 */
export type ProtoField = Uint8Array

const wire = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const
const utf8 = new TextEncoder()

export function joinedFields(fields: readonly ProtoField[]): Uint8Array {
  const joined = new Uint8Array(fields.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const field of fields) {
    joined.set(field, at)
    at += field.length
  }
  return joined
}

/** A whole number that is not negative, or true. */
export function varintField(number: number, value: number | boolean): ProtoField {
  return Uint8Array.from([...varint(number * 8 + wire.varint), ...varint(Number(value))])
}

/** `fixed64`, or `sfixed64` where it is negative. */
export function fixed64Field(number: number, value: bigint): ProtoField {
  return joinedFields([
    tag(number, wire.fixed64),
    eightBytes((view) => view.setBigInt64(0, BigInt.asIntN(64, value), true)),
  ])
}

export function doubleField(number: number, value: number): ProtoField {
  return joinedFields([tag(number, wire.fixed64), doubleBytes(value)])
}

export function textField(number: number, text: string): ProtoField {
  return bytesField(number, utf8.encode(text))
}

export function messageField(number: number, fields: readonly ProtoField[]): ProtoField {
  return bytesField(number, joinedFields(fields))
}

/** A repeated `fixed64`, packed. */
export function packedFixed64(number: number, values: readonly number[]): ProtoField {
  const all = values.map((value) => eightBytes((view) => view.setBigUint64(0, BigInt(value), true)))
  return bytesField(number, joinedFields(all))
}

/** A repeated `double`, packed. */
export function packedDoubles(number: number, values: readonly number[]): ProtoField {
  return bytesField(number, joinedFields(values.map(doubleBytes)))
}

function bytesField(number: number, bytes: Uint8Array): ProtoField {
  return joinedFields([tag(number, wire.bytes), Uint8Array.from(varint(bytes.length)), bytes])
}

const tag = (number: number, kind: number) => Uint8Array.from(varint(number * 8 + kind))
const doubleBytes = (value: number) => eightBytes((view) => view.setFloat64(0, value, true))

function eightBytes(put: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(8)
  put(new DataView(bytes.buffer))
  return bytes
}

/** Seven bits a byte, the lowest first; the eighth says that more come. */
function varint(value: number): number[] {
  const bytes: number[] = []
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left]
    bytes.push((left % 128) + 128)
  }
}

/** A field that was read: a number, or bytes; of a `fixed` kind, nothing that we ask for. */
export interface ReadField {
  number: number
  value: number | Uint8Array | undefined
}

/** The fields of a message; `undefined` where it is none. Numbers beyond 2^53 are not exact, and none of ours are. */
export function readFields(bytes: Uint8Array): readonly ReadField[] | undefined {
  const fields: ReadField[] = []
  let at = 0
  const number = () => {
    let [value, weight] = [0, 1]
    for (let length = 0; length < 10; length += 1) {
      const byte = bytes[at]
      if (byte === undefined) return undefined
      at += 1
      value += (byte % 128) * weight
      if (byte < 128) return value
      weight *= 128
    }
    return undefined
  }
  while (at < bytes.length) {
    const key = number()
    if (key === undefined || key < 8) return undefined
    const kind = key % 8
    const value = kind === wire.varint || kind === wire.bytes ? number() : lengthOfFixed(kind)
    if (value === undefined) return undefined
    const length = kind === wire.varint ? 0 : value
    if (length > bytes.length - at) return undefined
    const read = kind === wire.varint ? value : kind === wire.bytes ? bytes.subarray(at, at + length) : undefined
    fields.push({ number: Math.floor(key / 8), value: read })
    at += length
  }
  return fields
}

function lengthOfFixed(kind: number): number | undefined {
  if (kind === wire.fixed64) return 8
  return kind === wire.fixed32 ? 4 : undefined
}

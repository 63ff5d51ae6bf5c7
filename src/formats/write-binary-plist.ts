import type { PlistValue } from './plist-value.ts'

const epoch = Date.UTC(2001, 0, 1)

/** A binary property list (`bplist00`), each text once. */
export function binaryPlist(value: PlistValue): Uint8Array<ArrayBuffer> {
  const objects: (readonly number[])[] = []
  const texts = new Map<string, number>()
  /** Adds a value and all in it; gives its number. */
  const add = (one: PlistValue): number => {
    const known = typeof one === 'string' ? texts.get(one) : undefined
    if (known !== undefined) return known
    const own = objects.push([]) - 1
    if (typeof one === 'string') texts.set(one, own)
    objects[own] = bytesIn(one, (other) => bytesOf(add(other), 4))
    return own
  }
  add(value)
  const offsets: number[] = []
  let end = 8
  for (const { length } of objects) {
    offsets.push(end)
    end += length
  }
  const trailer = [0, 0, 0, 0, 0, 0, 4, 4, ...bytesOf(objects.length, 8), ...bytesOf(0, 8), ...bytesOf(end, 8)]
  const magic = [...'bplist00'].map((letter) => letter.charCodeAt(0))
  return Uint8Array.from([magic, ...objects, offsets.flatMap((offset) => bytesOf(offset, 4)), trailer].flat())
}

function bytesIn(value: PlistValue, reference: (one: PlistValue) => readonly number[]): readonly number[] {
  if (value === null) return [0]
  if (typeof value === 'boolean') return [value ? 9 : 8]
  if (typeof value === 'number') return numberBytes(value)
  if (typeof value === 'string') return textBytes(value)
  if (value instanceof Date) return [0x33, ...real((value.getTime() - epoch) / 1_000)]
  if (value instanceof Uint8Array) return [...sized(4, value.length), ...value]
  if (Array.isArray(value)) return [...sized(10, value.length), ...value.flatMap((one) => reference(one))]
  const entries = Object.entries(value)
  const [[key, id] = [], ...others] = entries
  if (key === 'UID' && others.length === 0 && typeof id === 'number') return [0x83, ...bytesOf(id, 4)]
  const [keys, values] = [entries.map(([one]) => one), entries.map(([, one]) => one)]
  return [...sized(13, entries.length), ...[...keys, ...values].flatMap((one) => reference(one))]
}

/** The size beside the kind, or behind it where it is 15 or more. */
function sized(kind: number, size: number): readonly number[] {
  return size < 15 ? [kind * 16 + size] : [kind * 16 + 15, 0x12, ...bytesOf(size, 4)]
}

function textBytes(text: string): readonly number[] {
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  return codes.every((code) => code < 128)
    ? [...sized(5, codes.length), ...codes]
    : [...sized(6, codes.length), ...codes.flatMap((code) => bytesOf(code, 2))]
}

function numberBytes(value: number): readonly number[] {
  if (!Number.isSafeInteger(value)) return [0x23, ...real(value)]
  const view = new DataView(new ArrayBuffer(8))
  view.setBigInt64(0, BigInt(value))
  return [0x13, ...new Uint8Array(view.buffer)]
}

function real(value: number): readonly number[] {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return [...new Uint8Array(view.buffer)]
}

/** Big-endian. */
function bytesOf(value: number, size: number): readonly number[] {
  return Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** (size - 1 - at)) % 256)
}

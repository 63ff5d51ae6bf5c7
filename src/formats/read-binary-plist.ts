import { deepest, dictionaryOf, type PlistValue } from './plist-value.ts'

/** A few bytes can name each other so that they unfold without end: values, and characters beyond those of the file. */
const mostUnfolded = 1_000_000
const epoch = Date.UTC(2001, 0, 1)

/**
 * The value of a binary property list (`bplist00`; the format stands in Apple's CFBinaryPList.c). Throws for what is
 * none, points outside itself, is nested deeper than any is, or unfolds into far more than is in it.
 */
export function readBinaryPlist(bytes: Uint8Array): PlistValue {
  if (!isBinaryPlist(bytes) || bytes.length < 40) throw new Error('This is no binary property list.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const trailer = bytes.length - 32
  const [offsetBytes, referenceBytes] = [view.getUint8(trailer + 6), view.getUint8(trailer + 7)]
  const [count, top, table] = [8, 16, 24].map((at) => unsigned(trailer + at, 8)) as [number, number, number]
  const isLaidOut = [offsetBytes, referenceBytes].every((size) => size >= 1 && size <= 8)
  if (!isLaidOut || table < 9 || table + count * offsetBytes > trailer)
    throw new Error('This is no binary property list.')
  let left = mostUnfolded + 4 * bytes.length

  return valueAt(top, 0)

  function unsigned(at: number, size: number): number {
    let value = 0
    for (let index = at; index < at + size; index += 1) value = value * 256 + view.getUint8(index)
    return value
  }

  function valueAt(reference: number, depth: number): PlistValue {
    left -= 1
    if (left < 0 || depth > deepest || reference >= count) throw new Error('The list does not end.')
    const at = unsigned(table + reference * offsetBytes, offsetBytes)
    if (at < 8 || at >= table) throw new Error('The list points outside itself.')
    const [kind, low] = [view.getUint8(at) >> 4, view.getUint8(at) & 15]
    if (kind === 0) return single(low)
    if (kind === 1) return integer(at + 1, 2 ** low)
    if (kind === 2) return low === 2 ? view.getFloat32(at + 1) : view.getFloat64(at + 1)
    if (kind === 3) return new Date(epoch + 1_000 * view.getFloat64(at + 1))
    if (kind === 8) return { UID: unsigned(at + 1, low + 1) }
    const { size, from } = low === 15 ? longSize(at + 1) : { size: low, from: at + 1 }
    left -= kind < 10 ? size : 0
    if (left < 0) throw new Error('The list does not end.')
    if (kind === 4) return slice(from, size)
    if (kind === 5) return characters(size, (index) => view.getUint8(from + index))
    if (kind === 6) return characters(size, (index) => view.getUint16(from + 2 * index))
    const value = (index: number) => valueAt(unsigned(from + index * referenceBytes, referenceBytes), depth + 1)
    if (kind === 10) return all(size, value)
    if (kind === 13) return dictionaryOf(all(size, (index) => [keyOf(value(index)), value(size + index)] as const))
    throw new Error('There is no such kind of value.')
  }

  function integer(at: number, size: number): number {
    // Eight bytes have a sign, fewer have none.
    return size === 8 ? Number(view.getBigInt64(at)) : unsigned(at, size)
  }

  function longSize(at: number): { size: number; from: number } {
    const width = 2 ** (view.getUint8(at) & 15)
    return { size: unsigned(at + 1, width), from: at + 1 + width }
  }

  function slice(from: number, size: number): Uint8Array {
    if (from + size > bytes.length) throw new Error('The list points outside itself.')
    return bytes.slice(from, from + size)
  }

  /** What does not fit is found out by reading behind the end, before anything is kept for it. */
  function all<T>(size: number, value: (index: number) => T): T[] {
    const found: T[] = []
    for (let index = 0; index < size; index += 1) found.push(value(index))
    return found
  }

  function characters(size: number, code: (index: number) => number): string {
    let text = ''
    for (let index = 0; index < size; index += 1) text += String.fromCharCode(code(index))
    return text
  }
}

export function isBinaryPlist(bytes: Uint8Array): boolean {
  return [...'bplist00'].every((letter, at) => bytes[at] === letter.charCodeAt(0))
}

function single(low: number): null | boolean {
  if (low !== 0 && low !== 8 && low !== 9) throw new Error('There is no such kind of value.')
  return low === 0 ? null : low === 9
}

function keyOf(value: PlistValue): string {
  if (typeof value !== 'string') throw new Error('A key is a text.')
  return value
}

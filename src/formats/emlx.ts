/** The count stands in ten places, or without padding. */
const longestHead = 32

/**
 * The message in one of Mail's files: a line with its number of bytes, the bytes, and a property list. By the number
 * alone, since a body may hold anything; `undefined` where the file is shorter, as when Mail is writing it.
 */
export function messageInEmlx(file: Uint8Array): Uint8Array | undefined {
  const end = file.subarray(0, longestHead).indexOf(0x0a)
  if (end < 0) return undefined
  const head = new TextDecoder('latin1').decode(file.subarray(0, end)).trim()
  if (!/^\d{1,12}$/.test(head)) return undefined
  const count = Number(head)
  const start = end + 1
  return count > 0 && start + count <= file.length ? file.slice(start, start + count) : undefined
}

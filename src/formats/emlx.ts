/** The count stands in ten places, or without padding. */
const longestHead = 32

/**
 * Where the message stands in one of Mail's files, by its first bytes: after a line with its number of bytes, `count`
 * bytes from `start` on; a property list follows. `undefined` where no such line begins it.
 */
export function frameInEmlx(beginning: Uint8Array): { start: number; count: number } | undefined {
  const end = beginning.subarray(0, longestHead).indexOf(0x0a)
  if (end < 0) return undefined
  const head = new TextDecoder('latin1').decode(beginning.subarray(0, end)).trim()
  if (!/^\d{1,12}$/.test(head)) return undefined
  const count = Number(head)
  return count > 0 ? { start: end + 1, count } : undefined
}

/**
 * The message in one of Mail's files, by the number alone, since a body may hold anything; `undefined` where the file
 * is shorter, as when Mail is writing it.
 */
export function messageInEmlx(file: Uint8Array): Uint8Array | undefined {
  const frame = frameInEmlx(file)
  if (!frame || frame.start + frame.count > file.length) return undefined
  return file.slice(frame.start, frame.start + frame.count)
}

/** Of usual length, as many as the end of a log holds. */
const maxLogLines = 20_000
const longestLine = 2_000

/**
 * The lines of the end of a log, with the last one left out where it has no end yet. UTF-8, or UTF-16 by its mark or by
 * the zeros that Latin text has in it.
 */
export function linesOfLog(tail: Uint8Array, maxLines = maxLogLines): string[] {
  const lines = textOf(tail).split(/\r\n|\r|\n/)
  return lines
    .slice(0, -1)
    .slice(-maxLines)
    .map((line) => line.slice(0, longestLine))
}

function textOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4_096)
  const zeros = (from: number) => head.filter((byte, at) => at % 2 === from && byte === 0).length
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || zeros(1) > head.length / 4
  const swapped = (bytes[0] === 0xfe && bytes[1] === 0xff) || zeros(0) > head.length / 4
  const encoding = wide ? 'utf-16le' : swapped ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes).replaceAll('\0', '')
}

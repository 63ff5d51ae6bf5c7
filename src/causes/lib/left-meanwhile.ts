import type { Chart } from '../../core/chart.ts'
import { byteCount, type Sentence, say } from '../../core/sentence.ts'

/** What left the outbox while these stayed: only shorter ones, or also one as long. Bytes, and nothing else of them. */
export function leftMeanwhile(
  chart: Chart,
  staying: readonly { waitingSince: number; size?: number; rawSize?: number }[],
): { short: Sentence[]; long: Sentence[] } {
  const since = Math.min(...staying.map(({ waitingSince }) => waitingSince))
  const smallest = Math.min(...staying.flatMap(({ size, rawSize }) => size ?? rawSize ?? []))
  const left = (chart.left ?? []).filter(({ at, size }) => at > since && size > 0).map(({ size }) => size)
  if (left.length === 0 || !Number.isFinite(smallest)) return { short: [], long: [] }
  const longest = Math.max(...left)
  if (longest >= smallest)
    return {
      short: [],
      long: [say('A message of {size} left the outbox while these stay', { size: byteCount(longest) })],
    }
  const sizes = { short: byteCount(longest), large: byteCount(smallest) }
  return {
    short: [say('Short messages (up to {short}) left the outbox; those of {large} or more stay', sizes)],
    long: [],
  }
}

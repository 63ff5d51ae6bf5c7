import type { UidRange } from './local-sync.ts'

/** The ranges of numbers in any order, ascending; none twice. */
export function foldUids(uids: readonly number[]): UidRange[] {
  const folded: [number, number][] = []
  for (const uid of uids.toSorted((one, other) => one - other)) {
    const last = folded.at(-1)
    if (last && uid <= last[1] + 1) last[1] = Math.max(last[1], uid)
    else folded.push([uid, uid])
  }
  return folded
}

/** What of `some` is not in `others`. Both ascending and without overlap. */
export function uidsWithout(some: readonly UidRange[], others: readonly UidRange[]): UidRange[] {
  const rest: UidRange[] = []
  let at = 0
  for (const [first, last] of some) {
    let from = first
    while (at < others.length && (others[at]?.[1] ?? 0) < from) at += 1
    for (let next = at; next < others.length && from <= last; next += 1) {
      const [begin, end] = others[next] ?? [0, 0]
      if (begin > last) break
      if (begin > from) rest.push([from, begin - 1])
      from = Math.max(from, end + 1)
    }
    if (from <= last) rest.push([from, last])
  }
  return rest
}

/** From that UID on. */
export function uidsFrom(ranges: readonly UidRange[], from: number): UidRange[] {
  return ranges.flatMap(([first, last]) => (last < from ? [] : [[Math.max(first, from), last] as const]))
}

export function countUids(ranges: readonly UidRange[]): number {
  return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0)
}

export function hasUid(ranges: readonly UidRange[], uid: number): boolean {
  return ranges.some(([first, last]) => first <= uid && uid <= last)
}

/** The lowest ones, so many at the most, ascending. */
export function lowestOf(ranges: readonly UidRange[], most: number): number[] {
  const found: number[] = []
  for (const [first, last] of ranges)
    for (let uid = first; uid <= last && found.length < most; uid += 1) found.push(uid)
  return found
}

/** IMAP's sequence set (RFC 9051 §9): `1:5,7`. */
export function uidSet(ranges: readonly UidRange[]): string {
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}:${last}`)).join(',')
}

/** What a set says, ascending; `undefined` where it is none, or has more parts than `most`. */
export function readUidSet(text: string, most: number): UidRange[] | undefined {
  if (text === '') return []
  const parts = text.split(',', most + 1)
  if (parts.length > most) return undefined
  const read: UidRange[] = []
  for (const part of parts) {
    const [, one, other = one] = /^(\d{1,10})(?::(\d{1,10}))?$/.exec(part) ?? []
    const [first, last] = [Number(one), Number(other)].sort((a, b) => a - b) as [number, number]
    if (!(first >= 1 && last <= 0xffff_ffff)) return undefined
    read.push([first, last])
  }
  return mergeRanges(read)
}

/** Ascending, and those that touch or overlap made one. */
function mergeRanges(ranges: readonly UidRange[]): UidRange[] {
  const merged: [number, number][] = []
  for (const [first, last] of ranges.toSorted(([one], [other]) => one - other)) {
    const before = merged.at(-1)
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else merged.push([first, last])
  }
  return merged
}

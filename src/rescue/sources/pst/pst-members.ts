import type { KeptPerson } from '../../kinds.ts'
import { decodedText } from '../../message/code-pages.ts'

/** [MS-OXCDATA] §2.2.5.1: what a member of a list of people is told by, behind flags and the id of its kind. */
const headBytes = 24

/** A member from its one-off entry id: a name, a kind of address and an address, each ended by a zero. */
export function oneOffMember(entry: Buffer, codePage: number): KeptPerson | undefined {
  if (entry.length < headBytes) return undefined
  const isWide = (entry.readUInt16LE(22) & 0x8000) !== 0
  const texts: string[] = []
  for (let at = headBytes; texts.length < 3 && at < entry.length; ) {
    const end = endOfText(entry, at, isWide)
    const bytes = entry.subarray(at, end)
    texts.push(isWide ? bytes.toString('utf16le') : decodedText(bytes, codePage))
    at = end + (isWide ? 2 : 1)
  }
  const [name = '', , address = ''] = texts
  return name || address ? { ...(name && { name }), ...(address && { address }) } : undefined
}

function endOfText(entry: Buffer, from: number, isWide: boolean): number {
  const step = isWide ? 2 : 1
  for (let at = from; at + step <= entry.length; at += step)
    if (entry[at] === 0 && (!isWide || entry[at + 1] === 0)) return at
  return entry.length
}

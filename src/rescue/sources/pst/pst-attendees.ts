import type { KeptAttendee } from '../../kinds.ts'
import type { PstProperties } from './properties.ts'
import { PstDamaged } from './pst-file.ts'
import { tableRows } from './table.ts'

const roles = ['required', 'required', 'optional', 'resource'] as const
// [MS-OXOCAL] §2.2.4.10.2: 5 has not answered.
const answers = [undefined, undefined, 'tentative', 'accepted', 'declined', 'none'] as const

/** Who is asked to an event: its recipients but for whoever asks ([MS-OXOCAL] §2.2.4.10.1). */
export function pstAttendees(properties: PstProperties): KeptAttendee[] {
  const node = properties.heap.subnodes.get(0x692)
  if (!node) return []
  const found: KeptAttendee[] = []
  try {
    for (const row of tableRows(properties.heap.file, node)) {
      row.codePage = properties.codePage
      const [kind, flags] = [row.number(0x0c15) ?? 1, row.number(0x5ffd) ?? 0]
      const address = [0x39fe, 0x3003].map((id) => row.line(id)).find((one) => one?.includes('@')) ?? row.line(0x3003)
      const name = row.line(0x3001)
      const answer = answers[row.number(0x5fff) ?? -1]
      if ((flags & 2) !== 0 || (!name && !address)) continue
      found.push({
        ...(name && { name }),
        ...(address && { address }),
        role: roles[kind] ?? 'required',
        ...(answer && { answer }),
      })
    }
  } catch (error) {
    if (!(error instanceof PstDamaged || error instanceof RangeError)) throw error
    properties.isDamaged = true
  }
  return found
}

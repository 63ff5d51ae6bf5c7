import { render } from '../core/render.ts'
import { toldFault, traceOf } from '../core/told-fault.ts'
import { answerOrReason, type ReportSection, type SelfCheckInput } from './section.ts'

const mostShown = 20
/** Some of them only tell that a program of ours was started. */
const mostRead = 500

/** What went wrong in our own programs, the newest last. */
export async function ownFaultsSection({ world: { log } }: SelfCheckInput): Promise<ReportSection> {
  const lines: string[] = []
  const trouble = await answerOrReason(async () => {
    const faults = (await log.newest(mostRead)).filter(({ level }) => level !== 'info').slice(-mostShown)
    for (const fault of faults) {
      const when = new Date(fault.when).toISOString().slice(0, 16).replace('T', ' ')
      lines.push(`${when} UTC, ${fault.program}: ${render(toldFault(fault))} (${traceOf(fault)})`)
    }
    return faults.length > 0 ? '' : 'Nothing was written down: no fault of our own is known.'
  })
  return { id: 'own-faults', title: 'Own faults', lines: trouble === '' ? lines : [trouble] }
}

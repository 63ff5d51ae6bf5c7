import { type Sentence, say, verbatim } from '../core/sentence.ts'
import { toldFault, traceOf } from '../core/told-fault.ts'
import { answerOrReason, type ReportSection, type SelfCheckInput } from './section.ts'

const mostShown = 20
/** Some of them only tell that a program of ours was started. */
const mostRead = 500

/** What went wrong in our own programs, the newest last. */
export async function ownFaultsSection({ world: { log } }: SelfCheckInput): Promise<ReportSection> {
  const lines: Sentence[] = []
  const trouble = await answerOrReason(async () => {
    const faults = (await log.newest(mostRead)).filter(({ level }) => level !== 'info').slice(-mostShown)
    for (const fault of faults) {
      lines.push(
        say('{when} UTC, {program}: {told} ({trace})', {
          when: { at: fault.when, as: 'minute' },
          program: verbatim(fault.program),
          told: toldFault(fault),
          trace: verbatim(traceOf(fault)),
        }),
      )
    }
    return say('Nothing was written down: no fault of our own is known.')
  })
  return { id: 'own-faults', title: say('Own faults'), lines: lines.length > 0 ? lines : [trouble] }
}

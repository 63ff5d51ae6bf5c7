import type { Agent, Examined, ExamineRequest, RemedyOffer } from '../agent.ts'
import { printAnswer } from './answer.ts'
import { answerJson } from './answer-json.ts'
import type { CommandContext } from './command-context.ts'
import { type ExitStatus, exitStatusOf } from './exit-status.ts'
import { hanging } from './layout.ts'
import { progressDisplayOn } from './progress.ts'

/** Before what shows whether mail arrives. */
export const neverArrives = 'Sent, but it never arrives?'

/** Examines one account and tells it: as it goes for a person, at the end for a program. */
export async function tellExamination(
  agent: Agent,
  request: Omit<ExamineRequest, 'signal' | 'onProgress'>,
  json: boolean,
  { terminal, note, signal }: CommandContext,
): Promise<ExitStatus> {
  const display = json ? undefined : progressDisplayOn(terminal)
  let examined: Awaited<ReturnType<Agent['examine']>>
  try {
    examined = await agent.examine({ ...request, signal, ...(display && { onProgress: display.tell }) })
  } finally {
    display?.end()
  }
  if (json) terminal.print(answerJson(examined))
  else {
    printAnswer(examined, terminal)
    for (const { remedy } of offersIfClear(agent, examined)) {
      terminal.print('')
      terminal.print(
        hanging(
          '',
          `${neverArrives} “fix ${remedy.id}”, for the same account: ${terminal.told(remedy.label)}.`,
          terminal.columns(),
        ),
      )
    }
  }
  if (examined.unrecorded !== undefined)
    note(`This examination could not be remembered: ${errorMessageOf(examined.unrecorded)}`)
  return exitStatusOf(examined.diagnosis)
}

/** What may be tried where nothing is wrong, for whoever misses an answer all the same. */
function offersIfClear(
  agent: Agent,
  { account, diagnosis }: Pick<Examined, 'account' | 'diagnosis'>,
): readonly RemedyOffer[] {
  return diagnosis.status === 'clear' ? agent.offers(account) : []
}

export function errorMessageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

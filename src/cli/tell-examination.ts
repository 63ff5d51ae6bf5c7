import type { Agent, ExamineRequest } from '../agent.ts'
import { say } from '../core/sentence.ts'
import { printAnswer } from './answer.ts'
import { answerJson } from './answer-json.ts'
import type { CommandContext } from './command-context.ts'
import { type ExitStatus, exitStatusOf } from './exit-status.ts'
import { type AskedAbout, printNextStep } from './next-step.ts'
import { printFindings } from './print-findings.ts'
import { progressDisplayOn } from './progress.ts'
import { reasonOf } from './reason.ts'

export interface TellOptions extends AskedAbout {
  json?: boolean
  /** Every answer, on a terminal too. */
  details?: boolean
}

/** Examines one account and tells it: as it goes for a person, at the end for a program. */
export async function tellExamination(
  agent: Agent,
  request: Omit<ExamineRequest, 'signal' | 'onProgress'>,
  { json = false, details = false, ...asked }: TellOptions,
  { terminal, note, signal }: CommandContext,
): Promise<ExitStatus> {
  const display = json ? undefined : progressDisplayOn(terminal)
  let examined: Awaited<ReturnType<Agent['examine']>>
  try {
    examined = await agent.examine({ ...request, signal, ...(display && { onProgress: display.show }) })
  } finally {
    display?.end()
  }
  if (json) terminal.print(answerJson(examined))
  else {
    printAnswer(examined, terminal)
    printFindings(examined.findings, details, terminal)
    printNextStep(agent.offers(examined.account), examined.diagnosis.status, asked, terminal)
  }
  if (examined.unrecorded !== undefined)
    note(say('This examination could not be remembered: {why}', { why: reasonOf(examined.unrecorded) }))
  return exitStatusOf(examined.diagnosis)
}

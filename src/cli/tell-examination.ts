import type { Agent, Examined, ExamineRequest, RemedyOffer } from '../agent.ts'
import { say, verbatim } from '../core/sentence.ts'
import { printAnswer } from './answer.ts'
import { answerJson } from './answer-json.ts'
import type { CommandContext } from './command-context.ts'
import { type ExitStatus, exitStatusOf } from './exit-status.ts'
import { withHangingIndent } from './layout.ts'
import { progressDisplayOn } from './progress.ts'
import { reasonOf } from './reason.ts'

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
    examined = await agent.examine({ ...request, signal, ...(display && { onProgress: display.show }) })
  } finally {
    display?.end()
  }
  if (json) terminal.print(answerJson(examined))
  else {
    printAnswer(examined, terminal)
    for (const { remedy } of offersIfClear(agent, examined)) {
      const more = { remedy: verbatim(remedy.id), label: remedy.label }
      const words = say('Sent, but it never arrives? “fix {remedy}”, for the same account: {label}.', more)
      terminal.print(`\n${withHangingIndent('', terminal.inWords(words), terminal.columns())}`)
    }
  }
  if (examined.unrecorded !== undefined)
    note(say('This examination could not be remembered: {why}', { why: reasonOf(examined.unrecorded) }))
  return exitStatusOf(examined.diagnosis)
}

/** What may be tried where nothing is wrong, for whoever misses an answer all the same. */
function offersIfClear(
  agent: Agent,
  { account, diagnosis }: Pick<Examined, 'account' | 'diagnosis'>,
): readonly RemedyOffer[] {
  return diagnosis.status === 'clear' ? agent.offers(account) : []
}

import { knownClient } from '../../clients/known-clients.ts'
import type { Process, ReadResult } from '../../core/mac-powers.ts'
import type { ClientId } from '../../core/mail.ts'
import type { ProbeContext } from '../../core/probe.ts'
import { type Sentence, say } from '../../core/sentence.ts'

/** The mail app's process, looked for once in an examination; `undefined`: it is not running. */
export function clientProcess(exam: ProbeContext, client: ClientId): Promise<ReadResult<Process | undefined>> {
  return exam.once(clientProcess, async (): Promise<ReadResult<Process | undefined>> => {
    const running = await exam.world.mac.programs.running(exam.signal)
    if (!running.seen) return running
    return { seen: true, value: running.value.find(({ name }) => name === knownClient(client)?.process) }
  })
}

/** Why nothing was seen, as a sentence. */
export function whyProcessUnseen(look: Extract<ReadResult<unknown>, { seen: false }>): Sentence {
  if (look.why === 'forbidden') return say('Outbox Doctor may not look at the mail app.')
  return look.detail ?? say('The mail app could not be looked at.')
}

import type { PerServer } from '../../core/mail.ts'
import type { Probe } from '../../core/probe.ts'
import { duration, say, verbatim } from '../../core/sentence.ts'
import type { ConversationStep } from '../../wire/conversation.ts'
import { askEach, describeEach, hasLineServer } from '../lib/per-server.ts'
import { serverName } from '../names/server-name.ts'

/** Word for word, with secrets and addresses taken out. */
export type ConversationFact = PerServer<{ host: string; port: number; steps: readonly ConversationStep[] }>

export const conversation: Probe<ConversationFact> = {
  id: 'conversation',
  question: say('What was said, step by step?'),
  budget: 25_000,
  after: [serverName],
  when: hasLineServer,
  ask: (exam, _signal, sofar) =>
    askEach(exam, sofar, serverName, async ({ server: { host, port }, conversation: { ended } }) => {
      const { steps } = await ended
      return { host, port, steps }
    }),
  describe: (fact, chart) =>
    describeEach(fact, chart, ({ host, steps }) => {
      const took = duration(steps.at(-1)?.at ?? 0)
      return {
        tone: 'plain',
        line: say('{host}: {lines} back and forth in {took}', {
          host: verbatim(host),
          lines: say('{count} lines', { count: steps.length }),
          took,
        }),
      }
    }),
}

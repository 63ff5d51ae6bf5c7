import type { Agent } from '../agent.ts'
import { jsonText } from './answer-json.ts'
import { type Ending, ending, WrongUse } from './ending.ts'
import { hanging } from './layout.ts'
import { openAgent } from './open-agent.ts'
import type { Session } from './session.ts'
import { teller, tellUndone, treatmentJson } from './tell-treatment.ts'
import { moment } from './words.ts'

export interface ReceiptOptions {
  database?: string
  json?: boolean
}

async function withAgent<T>({ database }: ReceiptOptions, session: Session, work: (agent: Agent) => Promise<T>) {
  const { realWorld } = await import('../world/real/world.ts')
  const agent = await openAgent(realWorld(), database, session)
  try {
    return await work(agent)
  } finally {
    agent.close()
  }
}

/** `outbox-doctor treatments`: what was done so far, and whether it can be undone. */
export async function treatments(options: ReceiptOptions, session: Session): Promise<Ending> {
  return withAgent(options, session, async (agent) => {
    const all = agent.treatments()
    const { terminal } = session
    if (options.json) {
      const told = all.map((one) => ({ ...treatmentJson(one), mayBeUndone: one.mayBeUndone }))
      terminal.print(jsonText({ schema: 1, treatments: told }))
      return ending.clear
    }
    if (all.length === 0) terminal.print('Nothing was treated yet.')
    for (const { id, remedy, outcome, words, startedAt, mayBeUndone } of all) {
      terminal.print(terminal.paint.bold(`${id}. ${remedy}, ${moment(startedAt)}: ${outcome}`))
      const back = mayBeUndone ? `It can be undone: outbox-doctor undo ${id}` : ''
      const line = `${words ?? ''} ${back}`.trim()
      if (line) terminal.print(hanging('   ', line, terminal.columns()))
    }
    return ending.clear
  })
}

/** `outbox-doctor undo`: puts back what a treatment did; the last one that can be, unless told. */
export async function undo(id: string | undefined, options: ReceiptOptions, session: Session): Promise<Ending> {
  return withAgent(options, session, async (agent) => {
    const treatment = id ?? agent.treatments().find(({ mayBeUndone }) => mayBeUndone)?.id
    if (treatment === undefined) throw new WrongUse('There is nothing to undo.')
    const undone = await agent.undo(treatment, options.json ? undefined : teller(session))
    if (options.json)
      session.terminal.print(
        jsonText({
          schema: 1,
          is: undone.is,
          ...(undone.is === 'undone' ? { treatment: treatmentJson(undone.treatment) } : { why: undone.why }),
        }),
      )
    else tellUndone(undone, session)
    if (undone.is === 'undone') return ending.clear
    return undone.is === 'failed' ? ending.causeFound : ending.couldNotTell
  })
}

import type { Agent, Undone } from '../../agent.ts'
import { jsonText } from '../answer-json.ts'
import { ask } from '../ask.ts'
import type { CommandContext } from '../command-context.ts'
import { type Ending, ending, WrongUse } from '../ending.ts'
import { hanging } from '../layout.ts'
import { openReal } from '../open-session.ts'
import { questionOf, teller, tellUndone, treatmentJson } from '../tell-treatment.ts'
import { moment } from '../words.ts'

export interface ReceiptOptions {
  database?: string
  json?: boolean
}

export interface UndoOptions extends ReceiptOptions {
  /** Also where something has changed since. */
  sure?: boolean
}

async function withAgent<T>({ database }: ReceiptOptions, session: CommandContext, work: (agent: Agent) => Promise<T>) {
  const { agent, close } = await openReal(database === undefined ? {} : { database }, session)
  try {
    return await work(agent)
  } finally {
    await close()
  }
}

/** `outbox-doctor treatments`: what was done so far, and whether it can be undone. */
export async function treatments(options: ReceiptOptions, session: CommandContext): Promise<Ending> {
  return withAgent(options, session, async (agent) => {
    const all = agent.treatments()
    const { terminal } = session
    if (options.json) {
      const told = all.map((one) => ({ ...treatmentJson(one), mayBeUndone: one.mayBeUndone }))
      terminal.print(jsonText({ schema: 1, treatments: told }))
      return ending.clear
    }
    if (all.length === 0) terminal.print('Nothing was treated yet.')
    for (const { id, remedy, outcome, words, startedAt, newerOf, mayBeUndone } of all) {
      const what = newerOf === undefined ? remedy : `${remedy}, what was newer when ${newerOf} was undone`
      terminal.print(terminal.paint.bold(`${id}. ${what}, ${moment(startedAt)}: ${outcome}`))
      const back = mayBeUndone ? `It can be undone: outbox-doctor undo ${id}` : ''
      const line = `${terminal.told(words ?? '')} ${back}`.trim()
      if (line) terminal.print(hanging('   ', line, terminal.columns()))
    }
    return ending.clear
  })
}

/** `outbox-doctor undo`: puts back what a treatment did; the last one that can be, unless told. */
export async function undo(id: string | undefined, options: UndoOptions, session: CommandContext): Promise<Ending> {
  return withAgent(options, session, async (agent) => {
    const treatment = id ?? agent.treatments().find(({ mayBeUndone }) => mayBeUndone)?.id
    if (treatment === undefined) throw new WrongUse('There is nothing to undo.')
    const undone = await undoAsking(agent, treatment, options, session)
    if (options.json) session.terminal.print(jsonText({ schema: 1, ...undoneJson(undone) }))
    else tellUndone(undone, session)
    if (undone.is === 'undone') return ending.clear
    return undone.is === 'failed' ? ending.causeFound : ending.couldNotTell
  })
}

/** Where the world has changed since, a person at a terminal is asked; anybody else says --sure. */
async function undoAsking(
  agent: Agent,
  id: string,
  { json, sure }: UndoOptions,
  session: CommandContext,
): Promise<Undone> {
  const tell = json ? () => {} : teller(session)
  const undone = await agent.undo(id, { tell, ...(sure && { sure }) })
  const { terminal, input, note } = session
  if (undone.is !== 'changed' || json || !terminal.moving || input.isTTY !== true) return undone
  note(`Something has changed since: ${terminal.told(undone.since)}`)
  return /^y(es)?$/i.test(await ask(`${questionOf(undone)} (yes or no) `, session))
    ? agent.undo(id, { tell, sure: true })
    : { is: 'refused', why: 'Nothing was done.' }
}

function undoneJson(undone: Undone) {
  if (undone.is === 'undone') return { is: undone.is, treatment: treatmentJson(undone.treatment) }
  if (undone.is === 'changed') return undone
  return { is: undone.is, why: undone.why }
}

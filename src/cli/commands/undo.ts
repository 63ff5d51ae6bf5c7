import type { Agent, UndoResult } from '../../agent.ts'
import { joinSentences, say } from '../../core/sentence.ts'
import { askPerson, isYes } from '../ask.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { openReal } from '../open-session.ts'
import { databaseOption } from '../options.ts'
import { progressTeller, tellUndone, treatmentJson, undoQuestionOf } from '../tell-treatment.ts'
import type { ReceiptOptions } from './treatments.ts'

interface UndoOptions extends ReceiptOptions {
  /** Also where something has changed since. */
  sure?: boolean
}

export const undoCommand = command<UndoOptions>({
  words: say('put back what a fix changed'),
  group: 'mend',
  arguments: [{ name: '[treatment]', words: say('its number; the last one unless told') }],
  options: [
    { flags: '--sure', words: say('also where something has changed since; what is newer is kept aside') },
    databaseOption,
  ],
  json: (z, { treatmentShape, versionShape }) =>
    z.discriminatedUnion('is', [
      z.object({ schema: versionShape, is: z.literal('undone'), treatment: treatmentShape }),
      z.object({ schema: versionShape, is: z.literal('changed'), since: z.string(), keepsNewer: z.boolean() }),
      z.object({ schema: versionShape, is: z.enum(['refused', 'failed']), why: z.string() }),
    ]),
  exits: {
    0: say('it is put back'),
    1: say('it failed'),
    3: say('nothing was done: it is not to be undone, or something has changed since'),
  },
  run: ([id], options, context) => undo(id, options, context),
})

/** `outbox-doctor undo`: puts back what a treatment did; the last one that can be, unless told. */
async function undo(id: string | undefined, options: UndoOptions, session: CommandContext): Promise<ExitStatus> {
  const { agent, close } = await openReal(options.database === undefined ? {} : { database: options.database }, session)
  try {
    const treatment = id ?? agent.treatments().find(({ mayBeUndone }) => mayBeUndone)?.id
    if (treatment === undefined) throw new WrongUse(say('There is nothing to undo.'))
    const undone = await undoAsking(agent, treatment, options, session)
    if (options.json) session.terminal.print(jsonText({ schema: 1, ...undoneJson(undone) }))
    else tellUndone(undone, session)
    if (undone.is === 'undone') return exitStatus.clear
    return undone.is === 'failed' ? exitStatus.causeFound : exitStatus.couldNotTell
  } finally {
    await close()
  }
}

/** Where the world has changed since, a person at a terminal is asked; anybody else says --sure. */
async function undoAsking(
  agent: Agent,
  id: string,
  { json, sure }: UndoOptions,
  session: CommandContext,
): Promise<UndoResult> {
  const tell = json ? () => {} : progressTeller(session)
  const undone = await agent.undo(id, { onProgress: tell, ...(sure && { sure }) })
  const { terminal, input, note } = session
  if (undone.is !== 'changed' || json || !terminal.moving || input.isTTY !== true) return undone
  note(say('Something has changed since: {since}', { since: undone.since }))
  return isYes(await askPerson(joinSentences([undoQuestionOf(undone), say('(yes or no)')]), session), session.terminal)
    ? agent.undo(id, { onProgress: tell, sure: true })
    : { is: 'refused', why: say('Nothing was done.') }
}

function undoneJson(undone: UndoResult) {
  if (undone.is === 'undone') return { is: undone.is, treatment: treatmentJson(undone.treatment) }
  if (undone.is === 'changed') return undone
  return { is: undone.is, why: undone.why }
}

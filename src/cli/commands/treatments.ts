import { z } from 'zod'
import { jsonText } from '../answer-json.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { hanging } from '../layout.ts'
import { openReal } from '../open-session.ts'
import { databaseOption } from '../options.ts'
import { treatmentShape, versionShape } from '../shapes.ts'
import { treatmentJson } from '../tell-treatment.ts'
import { dayAndTime } from '../time-words.ts'

export interface ReceiptOptions {
  database?: string
  json?: boolean
}

export const treatmentsCommand = command<ReceiptOptions>({
  options: [databaseOption],
  json: z.object({ schema: versionShape, treatments: z.array(treatmentShape.extend({ mayBeUndone: z.boolean() })) }),
  exits: { 0: 'they are listed' },
  run: (_given, options, context) => treatments(options, context),
})

/** `outbox-doctor treatments`: what was done so far, and whether it can be undone. */
async function treatments(options: ReceiptOptions, session: CommandContext): Promise<ExitStatus> {
  const { agent, close } = await openReal(options.database === undefined ? {} : { database: options.database }, session)
  try {
    const all = agent.treatments()
    const { terminal } = session
    if (options.json) {
      const told = all.map((one) => ({ ...treatmentJson(one), mayBeUndone: one.mayBeUndone }))
      terminal.print(jsonText({ schema: 1, treatments: told }))
      return exitStatus.clear
    }
    if (all.length === 0) terminal.print('Nothing was treated yet.')
    for (const { id, remedy, outcome, words, startedAt, newerOf, mayBeUndone } of all) {
      const what = newerOf === undefined ? remedy : `${remedy}, what was newer when ${newerOf} was undone`
      terminal.print(terminal.paint.bold(`${id}. ${what}, ${dayAndTime(startedAt)}: ${outcome}`))
      const back = mayBeUndone ? `It can be undone: outbox-doctor undo ${id}` : ''
      const line = `${terminal.told(words ?? '')} ${back}`.trim()
      if (line) terminal.print(hanging('   ', line, terminal.columns()))
    }
    return exitStatus.clear
  } finally {
    await close()
  }
}

import type { PastTreatment } from '../../agent.ts'
import { joinSentences, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { Treatment } from '../../core/treatment.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'
import { openReal } from '../open-session.ts'
import { databaseOption } from '../options.ts'
import { treatmentJson } from '../tell-treatment.ts'
import type { Terminal } from '../terminal.ts'
import { dayAndTime } from '../time-words.ts'

export interface ReceiptOptions {
  database?: string
  json?: boolean
}

export const treatmentsCommand = command<ReceiptOptions>({
  words: say('what was done so far, and whether it can be undone'),
  group: 'mend',
  options: [databaseOption],
  json: (z, { treatmentShape, versionShape }) =>
    z.object({ schema: versionShape, treatments: z.array(treatmentShape.extend({ mayBeUndone: z.boolean() })) }),
  exits: { 0: say('they are listed') },
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
    if (all.length === 0) terminal.print(terminal.inWords(say('Nothing was fixed yet.')))
    for (const one of all) print(one, terminal)
    return exitStatus.clear
  } finally {
    await close()
  }
}

const outcomes: Readonly<Record<Treatment['outcome'], Sentence>> = {
  'under way': say('under way'),
  cured: say('cured'),
  'no effect': say('no effect'),
  failed: say('failed'),
  undone: say('undone'),
}

function print(
  { id, remedy, outcome, words, startedAt, newerOf, mayBeUndone }: PastTreatment,
  terminal: Terminal,
): void {
  const { columns, paint, inWords } = terminal
  const name = verbatim(remedy)
  const heading = say('{id}. {remedy}, {time}: {outcome}', {
    id: verbatim(id),
    remedy:
      newerOf === undefined
        ? name
        : say('{remedy}, what was newer when {treatment} was undone', { remedy: name, treatment: verbatim(newerOf) }),
    time: verbatim(dayAndTime(startedAt, terminal)),
    outcome: outcomes[outcome],
  })
  terminal.print(paint.bold(inWords(heading)))
  const back = mayBeUndone ? [say('It can be undone: outbox-doctor undo {treatment}', { treatment: verbatim(id) })] : []
  const lines = [...(words ? [words] : []), ...back]
  if (lines.length > 0) terminal.print(withHangingIndent('   ', inWords(joinSentences(lines)), columns()))
}

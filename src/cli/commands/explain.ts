import { type Sentence, say } from '../../core/sentence.ts'
import type { CodeExplanation } from '../../knowledge/explain-code.ts'
import { withFullStop } from '../../knowledge/full-stop.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'

export const explainCommand = command<{ json?: boolean }>({
  words: say('what an error number or a server’s answer means'),
  group: 'look',
  arguments: [{ name: '<code-or-text...>', words: say('the number, or the whole message') }],
  options: [],
  // Numbers of errors begin with a minus.
  takesUnknown: true,
  json: (z, { versionShape }) =>
    z.object({
      schema: versionShape,
      known: z.boolean(),
      code: z.string().optional(),
      family: z.string().optional(),
      meaning: z.string().optional(),
      advice: z.string().optional(),
      confidence: z.enum(['high', 'medium', 'low', 'unpublished']).optional(),
      causes: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  exits: { 0: say('it is known'), 3: say('it is not') },
  run: ([words = []], options, context) => explain(words, options, context),
})

const surety: Readonly<Record<CodeExplanation['confidence'], Sentence | undefined>> = {
  high: undefined,
  medium: say('This is probably what it means.'),
  low: say('This is only what users report; nobody has published it.'),
  // The meaning itself says so.
  unpublished: undefined,
}

/** `outbox-doctor explain`: what an error number or a server's answer means. */
async function explain(
  words: readonly string[],
  { json }: { json?: boolean },
  session: CommandContext,
): Promise<ExitStatus> {
  const { terminal, note } = session
  const [{ causeTitles }, { explainCode }] = await Promise.all([
    import('../cause-titles.ts'),
    import('../../knowledge/explain-code.ts'),
  ])
  const explanation = explainCode(words.join(' '))
  const causes = (explanation?.means ?? []).flatMap((id) => (causeTitles[id] ? { id, title: causeTitles[id] } : []))
  if (json) {
    const { means: _, ...told } = explanation ?? { means: [] }
    terminal.print(jsonText({ schema: 1, known: explanation !== undefined, ...told, causes }))
  } else if (explanation) {
    const { code, family, meaning, advice, confidence } = explanation
    const lines = [withFullStop(meaning), withFullStop(advice), surety[confidence]].filter((line) => line !== undefined)
    terminal.print(terminal.paint.bold([code, terminal.inWords(family)].filter(Boolean).join(', ')))
    for (const line of lines) terminal.print(withHangingIndent('', terminal.inWords(line), terminal.columns()))
    if (causes.length > 0) terminal.print(terminal.inWords(say('It may be:')))
    for (const { title } of causes)
      terminal.print(withHangingIndent('  • ', terminal.inWords(title), terminal.columns()))
  } else note(say('Nothing is known about this; it helps to paste the whole message.'))
  return explanation ? exitStatus.clear : exitStatus.couldNotTell
}

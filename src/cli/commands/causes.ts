import { say } from '../../core/sentence.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'

export const causesCommand = command<{ json?: boolean }>({
  words: say('every cause that can be found'),
  group: 'own',
  options: [],
  json: (z, { versionShape }) =>
    z.object({
      schema: versionShape,
      causes: z.array(z.object({ id: z.string(), title: z.string(), harm: z.enum(['stops', 'delays']) })),
    }),
  exits: { 0: say('they are listed') },
  run: (_given, options, context) => causes(options, context),
})

const harms = { stops: say('stops mail'), delays: say('delays mail') }

/** `outbox-doctor causes`: everything that can be found. */
async function causes({ json }: { json?: boolean }, { terminal }: CommandContext): Promise<ExitStatus> {
  const { knownCauses } = await import('../../agent.ts')
  if (json) {
    terminal.print(jsonText({ schema: 1, causes: knownCauses.map(({ id, title, harm }) => ({ id, title, harm })) }))
    return exitStatus.clear
  }
  const { paint, columns, inWords } = terminal
  for (const { id, title, harm } of knownCauses) {
    terminal.print(withHangingIndent('', inWords(title), columns(), paint.bold))
    terminal.print(withHangingIndent('  ', `${id}, ${inWords(harms[harm])}`, columns(), paint.dim))
  }
  return exitStatus.clear
}

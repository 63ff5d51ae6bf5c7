import { say } from '../../core/sentence.ts'
import { packageFacts } from '../about.ts'
import { command, type DescribedCommand, everywhere, jsonWords } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { programWords } from '../help.ts'

export const manCommand = command<object>({
  words: say('the manual page, for man'),
  group: 'own',
  options: [],
  exits: { 0: say('it is printed') },
  run: async (_given, _options, context, all) => man(context, await all()),
})

/** `outbox-doctor man`: the manual page, made of what the commands say of themselves. */
async function man({ terminal }: CommandContext, all: readonly DescribedCommand[]): Promise<ExitStatus> {
  const { manualPage } = await import('../manual-page.ts')
  const facts = { version: packageFacts().version, description: programWords, jsonWords, everywhere }
  terminal.print(manualPage(all, facts, terminal.inWords).trimEnd())
  return exitStatus.clear
}

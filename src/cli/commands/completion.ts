import { say } from '../../core/sentence.ts'
import { command, type DescribedCommand, jsonWords } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'

export const completionCommand = command<object>({
  words: say('what a shell needs to complete these command lines'),
  group: 'own',
  arguments: [{ name: '<shell>', words: say('bash, zsh or fish') }],
  options: [],
  exits: { 0: say('it is printed') },
  run: ([shell], _options, context, all) => completion(shell ?? '', context, all),
})

/** `outbox-doctor completion`: what a shell reads to complete our command lines. */
async function completion(
  shell: string,
  { terminal }: CommandContext,
  all: () => Promise<readonly DescribedCommand[]>,
): Promise<ExitStatus> {
  const { completionScripts, knownToShells } = await import('../shell-completion.ts')
  if (!isShell(shell, completionScripts)) throw new WrongUse(say('There is completion for bash, zsh and fish.'))
  const known = knownToShells(await all(), jsonWords, terminal.inWords)
  terminal.print(completionScripts[shell](known).trimEnd())
  return exitStatus.clear
}

function isShell<Shell extends string>(text: string, scripts: Readonly<Record<Shell, unknown>>): text is Shell {
  return Object.hasOwn(scripts, text)
}

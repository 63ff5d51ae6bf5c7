import { Command, CommanderError } from 'commander'
import { say } from '../core/sentence.ts'
import { packageFacts } from './about.ts'
import { commandGroups, type DescribedCommand, describe, type Command as OwnCommand } from './command.ts'
import type { CommandContext } from './command-context.ts'
import { commandNames, loadAllCommands, loadCommand } from './commands/index.ts'
import { type ExitStatus, exitStatus, WrongUse } from './exit-status.ts'
import { helpIn, programWords } from './help.ts'
import { answeringErrorsInJson } from './json-errors.ts'
import { faultSentence } from './own-fault.ts'
import type { Terminal } from './terminal.ts'
import { wrongUsage } from './wrong-usage.ts'

/** Runs one command to its end. Whatever goes wrong is one sentence on stderr and an exit status. */
export async function runCommandLine(argv: readonly string[], plain: CommandContext): Promise<ExitStatus> {
  if (!argv.includes('--json')) return runOne(argv, plain)
  const { context, ended } = answeringErrorsInJson(plain)
  return ended(await runOne(argv, context))
}

async function runOne(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  try {
    const { program, chosen } = await commandLine(argv, context)
    program.parse(argv, { from: 'user' })
    return await (chosen.run?.() ?? exitStatus.clear)
  } catch (error) {
    return told(error, context)
  }
}

/** All commands by name; the one that is called, or asked about by `help`, with everything that it takes. */
async function commandLine(argv: readonly string[], context: CommandContext) {
  const chosen: { run?: () => Promise<ExitStatus> } = {}
  const { terminal } = context
  const help = terminal.inWords(say('display help for command'))
  const program = new Command('outbox-doctor')
    .description(terminal.inWords(programWords))
    .usage(terminal.inWords(say('[options] [command]')))
    .version(packageFacts().version, '-V, --version', terminal.inWords(say('output the version number')))
    .helpOption('-h, --help', help)
    .exitOverride()
    .configureHelp(helpIn(terminal))
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: () => {},
      getOutHelpWidth: terminal.columns,
    })
  const words = argv.filter((word) => !word.startsWith('-'))
  const named = words[0] === 'help' ? words[1] : words[0]
  // Who calls one needs only that one.
  if (named !== undefined && commandNames.includes(named)) {
    const { command } = await loadCommand(named)
    describe(listed(program, named, command, terminal), command, terminal, (given, options) => {
      chosen.run = () => command.run(given, options, context, loadAllCommands)
    })
  } else for (const { name, command } of inGroups(await loadAllCommands())) listed(program, name, command, terminal)
  program.commandsGroup(terminal.inWords(commandGroups.own)).helpCommand('help [command]', help)
  return { program, chosen }
}

function listed(program: Command, name: string, { words, group }: OwnCommand, { inWords }: Terminal): Command {
  return program.command(name).description(inWords(words)).helpGroup(inWords(commandGroups[group]))
}

function inGroups(all: readonly DescribedCommand[]): readonly DescribedCommand[] {
  const order = Object.keys(commandGroups)
  return all.toSorted((one, other) => order.indexOf(one.command.group) - order.indexOf(other.command.group))
}

function told(error: unknown, { note, signal, log }: CommandContext): ExitStatus {
  if (signal.aborted) return exitStatus.interrupted
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitStatus.clear
    note(wrongUsage(error))
    return exitStatus.wrongUse
  }
  if (error instanceof WrongUse) {
    note(error.words)
    return exitStatus.wrongUse
  }
  log.error('command-failed', { error })
  note(faultSentence(error))
  return exitStatus.couldNotTell
}

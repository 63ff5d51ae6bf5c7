import { Command, CommanderError } from 'commander'
import { say } from '../core/sentence.ts'
import { packageFacts } from './about.ts'
import { type DescribedCommand, describe } from './command.ts'
import type { CommandContext } from './command-context.ts'
import { commands } from './commands/index.ts'
import { type ExitStatus, exitStatus, WrongUse } from './exit-status.ts'
import { helpIn, programWords } from './help.ts'
import { answeringErrorsInJson } from './json-errors.ts'
import { faultSentence } from './own-fault.ts'
import { wrongUsage } from './wrong-usage.ts'

/** Runs one command to its end. Whatever goes wrong is one sentence on stderr and an exit status. */
export async function runCommandLine(argv: readonly string[], plain: CommandContext): Promise<ExitStatus> {
  if (!argv.includes('--json')) return runOne(argv, plain)
  const { context, ended } = answeringErrorsInJson(plain)
  return ended(await runOne(argv, context))
}

/** Whatever a list of all commands has to be made of. */
function everyCommand(): Promise<readonly DescribedCommand[]> {
  return Promise.all(commands.map(async ({ name, words, load }) => ({ name, words, command: await load() })))
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
  for (const { name, words: summary, load } of commands) {
    const to = program.command(name).description(terminal.inWords(summary))
    if (name !== named) continue
    const own = await load()
    describe(to, own, terminal, (given, options) => {
      chosen.run = () => own.run(given, options, context, everyCommand)
    })
  }
  program.helpCommand('help [command]', help)
  return { program, chosen }
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

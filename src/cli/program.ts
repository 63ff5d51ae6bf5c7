import { Command, CommanderError } from 'commander'
import { harmless } from '../core/text.ts'
import { packageFacts } from './about.ts'
import { describe } from './command.ts'
import type { CommandContext } from './command-context.ts'
import { commands } from './commands/index.ts'
import { type ExitStatus, exitStatus, WrongUse } from './exit-status.ts'
import { faultSentence } from './own-fault.ts'

/** Runs one command to its end. Whatever goes wrong is one sentence on stderr and an exit status. */
export async function runCommandLine(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
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
  const { description, version } = packageFacts()
  const program = new Command('outbox-doctor')
    .description(description)
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => context.terminal.print(text.trimEnd()), writeErr: () => {} })
  const words = argv.filter((word) => !word.startsWith('-'))
  const named = words[0] === 'help' ? words[1] : words[0]
  for (const { name, words: summary, hidden = false, load } of commands) {
    const to = program.command(name, { hidden }).description(summary)
    if (name !== named) continue
    const own = await load()
    describe(to, own, (given, options) => {
      chosen.run = () => own.run(given, options, context)
    })
  }
  return { program, chosen }
}

function told(error: unknown, { note, signal, log }: CommandContext): ExitStatus {
  if (signal.aborted) return exitStatus.interrupted
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitStatus.clear
    note(sentenceFrom(error))
    return exitStatus.wrongUse
  }
  if (error instanceof WrongUse) {
    note(error.message)
    return exitStatus.wrongUse
  }
  log.error('command-failed', { error })
  note(faultSentence(error))
  return exitStatus.couldNotTell
}

/** `error: unknown option '--x'` as a sentence, with what may have been meant. */
function sentenceFrom({ code, message }: CommanderError): string {
  if (code === 'commander.help') return 'Say what to do: outbox-doctor --help lists the commands.'
  // The nearest name, where there is one, stands in brackets on a line of its own.
  const [, told = '', nearest = ''] = /^(?:error: )?(.*?)(?:\n\((Did you mean .*)\))?$/s.exec(message) ?? []
  const text = harmless(told)
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`
  const help = code === 'commander.unknownCommand' ? 'outbox-doctor --help lists the commands.' : ''
  return [sentence, harmless(nearest), help].filter(Boolean).join(' ')
}

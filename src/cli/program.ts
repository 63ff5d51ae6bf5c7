import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { harmless } from '../core/text.ts'
import { about } from './about.ts'
import type { CommandContext } from './command-context.ts'
import type { AccountsOptions } from './commands/accounts.ts'
import type { CheckOptions } from './commands/check.ts'
import type { DoctorOptions } from './commands/doctor.ts'
import type { EpisodesOptions } from './commands/episodes.ts'
import type { FixOptions } from './commands/fix.ts'
import type { HistoryOptions } from './commands/history.ts'
import type { NoteOptions } from './commands/note.ts'
import type { ScenesOptions } from './commands/scenes.ts'
import type { ServeOptions } from './commands/serve.ts'
import type { StatusOptions } from './commands/status.ts'
import type { ReceiptOptions, UndoOptions } from './commands/treatments.ts'
import type { WatchOptions } from './commands/watch.ts'
import { type Ending, ending, WrongUse } from './ending.ts'
import type { TreatingOptions } from './treating-place.ts'

/** Runs one command to its end. Whatever goes wrong is one sentence on stderr and an exit status. */
export async function run(argv: readonly string[], session: CommandContext): Promise<Ending> {
  const { program, chosen } = commandLine(session)
  try {
    program.parse(argv, { from: 'user' })
    return await (chosen.command?.() ?? ending.clear)
  } catch (error) {
    return told(error, session)
  }
}

/** Each command's code is loaded when it is called: a list must not wait for the mail libraries. */
function commandLine(session: CommandContext) {
  const chosen: { command?: () => Promise<Ending> } = {}
  const { description, version } = about()
  const program = new Command('outbox-doctor')
    .description(description)
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => session.terminal.print(text.trimEnd()), writeErr: () => {} })
  const json = () => new Option('--json', 'answer in JSON')

  program
    .command('check')
    .description('examine a mail account and name what keeps its mail from leaving')
    .argument('[email]', 'look the settings up instead of reading them from a file')
    .option('--account <file>', 'the account, as a JSON file')
    .option('--password-stdin', 'sign in too, with the password from standard input')
    .option('--resolver <ip[:port]>', 'ask this name server')
    .option('--ca <file>', 'trust these certificates too (PEM)')
    .option('--deep', 'also ask what a server may count or what leaves traces')
    .addOption(new Option('--budget <seconds>', 'end after so many seconds').argParser(numberFrom(1, 600)))
    .option('--database <file>', 'where to remember what was seen')
    .option('--outside <file>', 'what stands in for the outside world, as a JSON file')
    .option('--scene <name>', 'examine in a made-up world instead')
    .option('--scene-file <file>', 'the same, from your own file')
    .addOption(new Option('--speed <times>', 'how fast time passes in a scene (5)').argParser(numberFrom(0.1, 100)))
    .addOption(json())
    .action((email: string | undefined, options: CheckOptions) => {
      chosen.command = async () => (await import('./commands/check.ts')).check(email, options, session)
    })
  const speed = () =>
    new Option('--speed <times>', 'how fast time passes in a scene (10)').argParser(numberFrom(0.1, 100))
  const inScene = (command: Command) =>
    command
      .option('--scene <name>', 'a made-up world instead of this Mac')
      .option('--scene-file <file>', 'the same, from your own file')
      .option('--database <file>', 'where to remember what was seen')
      .addOption(speed())
      .addOption(json())
  inScene(program.command('watch').description('watch the outboxes of the mail apps, and tell every change')).action(
    (options: WatchOptions) => {
      chosen.command = async () => (await import('./commands/watch.ts')).watch(options, session)
    },
  )
  inScene(program.command('status').description('how things stand, without examining anything')).action(
    (options: StatusOptions) => {
      chosen.command = async () => (await import('./commands/status.ts')).status(options, session)
    },
  )
  inScene(program.command('accounts').description('the accounts of the mail apps')).action(
    (options: AccountsOptions) => {
      chosen.command = async () => (await import('./commands/accounts.ts')).accounts(options, session)
    },
  )
  const ofAccount = (command: Command) =>
    inScene(command.option('--account <account>', 'an account as the list of accounts has it, or a JSON file'))
  ofAccount(program.command('fix').description('what can be done about it, and doing it'))
    .argument('[remedy]', 'one of those that are offered')
    .option('--dry-run', 'only show what would be done: every command, file and step')
    .option('--yes', 'do it without asking; without a name, the first thing that can be done for you')
    .option('--then-undo', 'in a scene: undo it afterwards, and look once more')
    .option('--save <folder>', 'write the files of a guide there')
    .option('--password-stdin', 'for what signs in, with the password from standard input, for this once')
    .action((remedy: string | undefined, options: FixOptions) => {
      chosen.command = async () => (await import('./commands/fix.ts')).fix(remedy, options, session)
    })
  program
    .command('undo')
    .description('put back what a treatment changed')
    .argument('[treatment]', 'its number; the last one unless told')
    .option('--sure', 'also where something has changed since; what is newer is kept aside')
    .option('--database <file>', 'where it was remembered')
    .addOption(json())
    .action((id: string | undefined, options: UndoOptions) => {
      chosen.command = async () => (await import('./commands/treatments.ts')).undo(id, options, session)
    })
  program
    .command('treatments')
    .description('what was done so far, and whether it can be undone')
    .option('--database <file>', 'where it was remembered')
    .addOption(json())
    .action((options: ReceiptOptions) => {
      chosen.command = async () => (await import('./commands/treatments.ts')).treatments(options, session)
    })
  ofAccount(program.command('note').description('a text for whoever can help, with nothing private in it'))
    .option('--for <reader>', 'provider, isp or admin')
    .action((options: NoteOptions) => {
      chosen.command = async () => (await import('./commands/note.ts')).note(options, session)
    })
  ofAccount(program.command('export-stuck').description('save the waiting messages as files'))
    .argument('<folder>', 'a new or empty folder')
    .action((folder: string, options: TreatingOptions) => {
      chosen.command = async () => (await import('./commands/export-stuck.ts')).exportStuck(folder, options, session)
    })
  ofAccount(program.command('sign-in <verb>').description('a password for sign-in checks: add, remove or test')).action(
    (verb: string, options: TreatingOptions) => {
      chosen.command = async () => (await import('./commands/sign-in.ts')).signIn(verb, options, session)
    },
  )
  program
    .command('episodes')
    .description('when mail was stuck, and why')
    .option('--since <time>', 'how far back: 24h, 7d, 8w', '30d')
    .option('--database <file>', 'where it was remembered')
    .addOption(json())
    .action((options: EpisodesOptions) => {
      chosen.command = async () => (await import('./commands/episodes.ts')).episodes(options, session)
    })
  program
    .command('explain')
    .description('what an error number or a server’s answer means')
    .argument('<code-or-text...>', 'the number, or the whole message')
    .addOption(json())
    // Numbers of errors begin with a minus.
    .allowUnknownOption()
    .action((words: string[], options: { json?: boolean }) => {
      chosen.command = async () => (await import('./commands/explain.ts')).explain(words, options, session)
    })
  inScene(
    program
      .command('doctor')
      .description('check Outbox Doctor itself, and write a report without anything private')
      .option('--ask', 'first let macOS ask you whether the mail apps that are open may be asked'),
  ).action((options: DoctorOptions) => {
    chosen.command = async () => (await import('./commands/doctor.ts')).doctor(options, session)
  })
  const served = (command: Command) =>
    command
      .option('--scene <name>', 'a made-up world instead of this Mac')
      .option('--scene-file <file>', 'the same, from your own file')
      .addOption(
        new Option('--port <number>', 'at this port, instead of any that is free').argParser(wholeFrom(0, 65_535)),
      )
      .option('--open', 'open the browser, too')
      .option('--database <file>', 'where to remember what was seen')
      .addOption(speed())
  served(
    program
      .command('serve')
      .description('show the panel in a browser of this computer; made-up worlds where it is not a Mac'),
  ).action((options: ServeOptions) => {
    chosen.command = async () => (await import('./commands/serve.ts')).serve(options, session)
  })
  // What `npm start` runs: it builds first, for which the sources must be there.
  served(program.command('start', { hidden: true })).action((options: ServeOptions) => {
    chosen.command = async () => (await import('./commands/start.ts')).start(options, session)
  })
  program
    .command('scenes')
    .description('list the made-up worlds, or play one')
    .option('--play', 'choose one and watch it being examined')
    .addOption(json())
    .action((options: ScenesOptions) => {
      chosen.command = async () => (await import('./commands/scenes.ts')).scenes(options, session)
    })
  program
    .command('history')
    .description('what was seen before')
    .option('--since <time>', 'how far back: 30m, 24h, 7d', '7d')
    .option('--database <file>', 'where it was remembered')
    .addOption(json())
    .action((options: HistoryOptions) => {
      chosen.command = async () => (await import('./commands/history.ts')).history(options, session)
    })
  program
    .command('causes')
    .description('every cause that can be found')
    .addOption(json())
    .action((options: { json?: boolean }) => {
      chosen.command = async () => (await import('./commands/causes.ts')).causes(options, session)
    })
  return { program, chosen }
}

function numberFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (text.trim() !== '' && number >= least && number <= most) return number
    throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`)
  }
}

function wholeFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = numberFrom(least, most)(text)
    if (Number.isInteger(number)) return number
    throw new InvalidArgumentError('It must be a whole number.')
  }
}

function told(error: unknown, { note, signal }: CommandContext): Ending {
  if (signal.aborted) return ending.interrupted
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return ending.clear
    note(sentenceFrom(error))
    return ending.wrongUse
  }
  if (error instanceof WrongUse) {
    note(error.message)
    return ending.wrongUse
  }
  note(
    `Outbox Doctor failed by a fault of its own: ${harmless(error instanceof Error ? error.message : String(error))}`,
  )
  return ending.couldNotTell
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

import { type Command as CommanderCommand, Option } from 'commander'
import type { z } from 'zod'
import { type Sentence, say, verbatim } from '../core/sentence.ts'
import { harmless } from '../core/text.ts'
import type { CommandContext } from './command-context.ts'
import { type ExitStatus, WrongUse } from './exit-status.ts'
import { withHangingIndent } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** An option as `commander` writes it: `--account <file>`. `parse` throws `WrongUse` that says what it must be. */
export interface CommandOption {
  flags: string
  words: Sentence
  default?: string
  parse?: (text: string) => unknown
}

/** Where a command stands in the list of them. */
export const commandGroups = {
  look: say('Find out what is wrong:'),
  mend: say('Put it right:'),
  own: say('About Outbox Doctor itself:'),
}

/** Everything that is to be known about a command, and what runs it: one object in its own file. */
export interface Command {
  /** What it does, for the list of commands. */
  words: Sentence
  group: keyof typeof commandGroups
  /** `[email]`, `<folder>`, `<words...>`; in the order in which they are given. */
  arguments?: readonly { name: string; words: Sentence }[]
  options: readonly CommandOption[]
  /** Words that begin with a minus may be arguments. */
  takesUnknown?: true
  /**
   * What `--json` prints; missing where there is no such option. Each line by itself where it goes on printing. Who runs a
   * command does not need it, and loads neither `zod` nor the shapes that it is made of.
   */
  json?(zod: typeof z, shapes: typeof import('./shapes.ts')): z.ZodType
  /** What each exit status says, but for wrong use (2) and an interruption (130), which say the same everywhere. */
  exits: Partial<Readonly<Record<ExitStatus, Sentence>>>
  /** `given`: the arguments, in order. `all`: what every command says of itself, for what is made of that. */
  run(
    given: readonly (string | readonly string[] | undefined)[],
    options: object,
    context: CommandContext,
    all: () => Promise<readonly DescribedCommand[]>,
  ): Promise<ExitStatus>
}

/** A command by its name, with all that it says of itself. */
export interface DescribedCommand {
  name: string
  command: Command
}

/** The same, with the types of its options; nothing but `commander` makes them, from the flags. */
export function command<Options extends object>(
  described: Omit<Command, 'run'> & {
    run(
      given: readonly never[],
      options: Options,
      context: CommandContext,
      all: () => Promise<readonly DescribedCommand[]>,
    ): Promise<ExitStatus>
  },
): Command {
  return described as Command
}

export const jsonWords = say('answer in JSON')

/** Tells `commander` about a command. `chosen` is called with what was given. */
export function describe(
  to: CommanderCommand,
  { arguments: given = [], options, json, exits, takesUnknown }: Command,
  terminal: Terminal,
  chosen: (given: readonly (string | readonly string[] | undefined)[], options: object) => void,
): void {
  const { inWords } = terminal
  to.usage([inWords(say('[options]')), ...given.map(({ name }) => name)].join(' '))
  for (const { name, words } of given) to.argument(name, inWords(words))
  for (const row of options) to.addOption(optionOf(row, inWords))
  if (json) to.addOption(new Option('--json', inWords(jsonWords)))
  if (takesUnknown) to.allowUnknownOption()
  to.addHelpText('after', () => exitLines(exits, terminal))
  to.action((...all: unknown[]) => {
    const own = all.slice(0, given.length) as (string | readonly string[] | undefined)[]
    chosen(own, all[given.length] as object)
  })
}

function optionOf({ flags, words, default: usual, parse }: CommandOption, told: Terminal['inWords']): Option {
  const option = new Option(flags, told(words))
  if (usual !== undefined) option.default(usual)
  if (parse) option.argParser((text) => parsed(parse, text, flags))
  return option
}

function parsed(parse: (text: string) => unknown, text: string, flags: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    const given = verbatim(harmless(text, 80))
    const words = { option: verbatim(flags), given, why: error.words }
    throw new WrongUse(say("Option '{option}' argument '{given}' is invalid. {why}", words), { cause: error })
  }
}

/** What an exit status says of every command. */
export const everywhere = { 2: say('wrong usage or input'), 130: say('interrupted') }

function exitLines(exits: Command['exits'], { inWords, columns }: Terminal): string {
  const all = Object.entries({ ...exits, ...everywhere }).sort(([one], [other]) => Number(one) - Number(other))
  const lines = all.map(([status, words]) => withHangingIndent(`  ${status.padEnd(5)}`, inWords(words), columns()))
  return [`\n${inWords(say('Exit status:'))}`, ...lines].join('\n')
}

export function numberFrom(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (text.trim() !== '' && number >= min && number <= max) return number
    throw new WrongUse(
      say('It must be a number from {least} to {most}.', { least: verbatim(min), most: verbatim(max) }),
    )
  }
}

export function wholeFrom(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = numberFrom(min, max)(text)
    if (Number.isInteger(number)) return number
    throw new WrongUse(say('It must be a whole number.'))
  }
}

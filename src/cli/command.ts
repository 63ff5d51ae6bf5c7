import { type Command as CommanderCommand, Help, InvalidArgumentError, Option } from 'commander'
import type { z } from 'zod'
import type { CommandContext } from './command-context.ts'
import type { ExitStatus } from './exit-status.ts'
import { hanging } from './layout.ts'

/** An option as `commander` writes it: `--account <file>`. `parse` throws `InvalidArgumentError`. */
export interface CommandOption {
  flags: string
  words: string
  default?: string
  parse?: (text: string) => unknown
}

/** Everything that is to be known about a command, and what runs it: one object in its own file. */
export interface Command {
  /** `[email]`, `<folder>`, `<words...>`; in the order in which they are given. */
  arguments?: readonly { name: string; words: string }[]
  options: readonly CommandOption[]
  /** Words that begin with a minus may be arguments. */
  takesUnknown?: true
  /** What `--json` prints; missing where there is no such option. Each line by itself where it goes on printing. */
  json?: z.ZodType
  /** What each exit status says, but for wrong use (2) and an interruption (130), which say the same everywhere. */
  exits: Partial<Readonly<Record<ExitStatus, string>>>
  /** `given`: the arguments, in order. */
  run(
    given: readonly (string | readonly string[] | undefined)[],
    options: object,
    context: CommandContext,
  ): Promise<ExitStatus>
}

/** The same, with the types of its options; nothing but `commander` makes them, from the flags. */
export function command<Options extends object>(
  described: Omit<Command, 'run'> & {
    run(given: readonly never[], options: Options, context: CommandContext): Promise<ExitStatus>
  },
): Command {
  return described as Command
}

/** Tells `commander` about a command. `chosen` is called with what was given. */
export function describe(
  to: CommanderCommand,
  { arguments: given = [], options, json, exits, takesUnknown }: Command,
  chosen: (given: readonly (string | readonly string[] | undefined)[], options: object) => void,
): void {
  for (const { name, words } of given) to.argument(name, words)
  for (const row of options) to.addOption(optionOf(row))
  if (json) to.addOption(new Option('--json', 'answer in JSON'))
  if (takesUnknown) to.allowUnknownOption()
  to.addHelpText('after', () => exitLines(exits))
  to.action((...all: unknown[]) => {
    const own = all.slice(0, given.length) as (string | readonly string[] | undefined)[]
    chosen(own, all[given.length] as object)
  })
}

function optionOf({ flags, words, default: usual, parse }: CommandOption): Option {
  const option = new Option(flags, words)
  if (usual !== undefined) option.default(usual)
  if (parse) option.argParser(parse)
  return option
}

const everywhere = { 2: 'wrong usage or input', 130: 'interrupted' }

function exitLines(exits: Command['exits']): string {
  const all = Object.entries({ ...exits, ...everywhere }).sort(([one], [other]) => Number(one) - Number(other))
  const width = new Help().helpWidth ?? 80
  return ['\nExit status:', ...all.map(([status, words]) => hanging(`  ${status.padEnd(5)}`, words, width))].join('\n')
}

export function numberFrom(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (text.trim() !== '' && number >= min && number <= max) return number
    throw new InvalidArgumentError(`It must be a number from ${min} to ${max}.`)
  }
}

export function wholeFrom(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = numberFrom(min, max)(text)
    if (Number.isInteger(number)) return number
    throw new InvalidArgumentError('It must be a whole number.')
  }
}

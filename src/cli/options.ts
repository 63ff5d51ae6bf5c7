import { say, verbatim } from '../core/sentence.ts'
import { type CommandOption, numberFrom } from './command.ts'
import { WrongUse } from './exit-status.ts'
import { notTogether } from './open-session.ts'

/** Options that several commands take. */
export const databaseOption: CommandOption = { flags: '--database <file>', words: say('where it was remembered') }

export const csvOption: CommandOption = { flags: '--csv', words: say('as a table for a spreadsheet (RFC 4180)') }

/** Throws `WrongUse` where two ways to print are asked for at once. */
export function notBoth({ csv, json }: { csv?: boolean; json?: boolean }): void {
  if (csv && json) throw new WrongUse(notTogether('--csv', '--json'))
}

/** Answers are short by default: a screen holds twenty lines. */
export const detailsOption: CommandOption = {
  flags: '--details',
  words: say('also every answer, and every exact command'),
}

export const speedOption = (usual: number): CommandOption => ({
  flags: '--speed <times>',
  words: say('how fast time passes in a story ({usual})', { usual: verbatim(usual) }),
  parse: numberFrom(0.1, 100),
})

/** Where a scene takes the place of this Mac. */
export const sceneOptions: readonly CommandOption[] = [
  { flags: '--scene <name>', words: say('a story instead of this Mac') },
  { flags: '--scene-file <file>', words: say('the same, from your own file') },
  { flags: '--database <file>', words: say('where to remember what was seen') },
  speedOption(10),
]

/** The same, about one account. */
export const accountOptions: readonly CommandOption[] = [
  { flags: '--account <account>', words: say('an account as the list of accounts has it, or a JSON file') },
  ...sceneOptions,
]

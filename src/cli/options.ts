import { say, verbatim } from '../core/sentence.ts'
import { type CommandOption, numberFrom } from './command.ts'

/** Options that several commands take. */
export const databaseOption: CommandOption = { flags: '--database <file>', words: say('where it was remembered') }

export const speedOption = (usual: number): CommandOption => ({
  flags: '--speed <times>',
  words: say('how fast time passes in a scene ({usual})', { usual: verbatim(usual) }),
  parse: numberFrom(0.1, 100),
})

/** Where a scene takes the place of this Mac. */
export const sceneOptions: readonly CommandOption[] = [
  { flags: '--scene <name>', words: say('a made-up world instead of this Mac') },
  { flags: '--scene-file <file>', words: say('the same, from your own file') },
  { flags: '--database <file>', words: say('where to remember what was seen') },
  speedOption(10),
]

/** The same, about one account. */
export const accountOptions: readonly CommandOption[] = [
  { flags: '--account <account>', words: say('an account as the list of accounts has it, or a JSON file') },
  ...sceneOptions,
]

import { type CommandOption, numberFrom } from './command.ts'

/** Options that several commands take. */
export const databaseOption: CommandOption = { flags: '--database <file>', words: 'where it was remembered' }

export const speedOption = (usual: number): CommandOption => ({
  flags: '--speed <times>',
  words: `how fast time passes in a scene (${usual})`,
  parse: numberFrom(0.1, 100),
})

/** Where a scene takes the place of this Mac. */
export const sceneOptions: readonly CommandOption[] = [
  { flags: '--scene <name>', words: 'a made-up world instead of this Mac' },
  { flags: '--scene-file <file>', words: 'the same, from your own file' },
  { flags: '--database <file>', words: 'where to remember what was seen' },
  speedOption(10),
]

/** The same, about one account. */
export const accountOptions: readonly CommandOption[] = [
  { flags: '--account <account>', words: 'an account as the list of accounts has it, or a JSON file' },
  ...sceneOptions,
]

import type { Sentence } from '../core/sentence.ts'
import type { Command, CommandOption } from './command.ts'

/** An option as a shell and a manual know it. */
export interface KnownOption {
  name: string
  /** `<file>`; missing where it takes no value. */
  value?: string
  words: Sentence
}

/** Its own options, and `--json` where it answers in that. */
export function optionsOf({ options, json }: Command, jsonWords: Sentence): readonly KnownOption[] {
  const asked: CommandOption[] = json ? [{ flags: '--json', words: jsonWords }] : []
  return [...options, ...asked].map(({ flags, words }) => {
    const [name = '', value] = flags.split(' ')
    return { name, words, ...(value !== undefined && { value }) }
  })
}

/** Whether the value of an option is a file or a folder. */
export function takesPath({ value = '' }: KnownOption): boolean {
  return /file|folder|account/.test(value)
}

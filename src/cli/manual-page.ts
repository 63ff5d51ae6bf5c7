import { type Sentence, say } from '../core/sentence.ts'
import type { DescribedCommand } from './command.ts'
import { optionsOf } from './described.ts'

interface ManualFacts {
  version: string
  description: Sentence
  jsonWords: Sentence
  /** What an exit status says everywhere. */
  everywhere: Readonly<Record<string, Sentence>>
}

/** The manual page (section 1), as `man` reads it: the macros of man(7). */
export function manualPage(
  commands: readonly DescribedCommand[],
  { version, description, jsonWords, everywhere }: ManualFacts,
  inWords: (words: Sentence) => string,
): string {
  const heading = (words: Sentence) => `.SH ${inMacro(inWords(words).toUpperCase())}`
  return [
    `.TH OUTBOX-DOCTOR 1 "" ${inMacro(`Outbox Doctor ${version}`)}`,
    heading(say('Name')),
    `outbox\\-doctor \\- ${roff(inWords(description))}`,
    heading(say('Synopsis')),
    '.B outbox\\-doctor',
    `.I ${roff(inWords(say('command')))}`,
    roff(inWords(say('[options]'))),
    heading(say('Commands')),
    ...commands.flatMap((one) => commandLines(one, jsonWords, inWords)),
    heading(say('Exit status')),
    ...Object.entries(everywhere).flatMap(([status, words]) => ['.TP', `.B ${status}`, roff(inWords(words))]),
    '',
  ].join('\n')
}

function commandLines(
  { name, command }: DescribedCommand,
  jsonWords: Sentence,
  inWords: (words: Sentence) => string,
): string[] {
  const { arguments: given = [], exits } = command
  const listed = (term: string, text: string) => ['.TP', `.B ${roff(term)}`, roff(text)]
  const ends = Object.entries(exits).map(([status, told]) => `${status}: ${inWords(told)}`)
  return [
    `.SS ${inMacro([name, ...given.map((one) => one.name)].join(' '))}`,
    roff(inWords(command.words)),
    ...given.flatMap((one) => listed(one.name, inWords(one.words))),
    ...optionsOf(command, jsonWords).flatMap(({ name: option, value, words: told }) =>
      listed(value === undefined ? option : `${option} ${value}`, inWords(told)),
    ),
    ...listed(inWords(say('Exit status')), ends.join('; ')),
  ]
}

/** Text that no line of is taken for a macro, and no letter for an escape. */
function roff(text: string): string {
  const escaped = text.replaceAll('\\', '\\e').replaceAll('-', '\\-')
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped
}

/** One argument of a macro. */
function inMacro(text: string): string {
  return `"${roff(text).replaceAll('"', '\\(dq')}"`
}

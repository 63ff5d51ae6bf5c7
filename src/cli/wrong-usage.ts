import type { CommanderError } from 'commander'
import { foreignName, joinSentences, type Sentence, say, verbatim } from '../core/sentence.ts'
import { harmless } from '../core/text.ts'

/** What `commander` found wrong with a command line, as one sentence, with what may have been meant. */
export function wrongUsage({ code, message }: CommanderError): Sentence {
  const lists = say('outbox-doctor --help lists the commands.')
  if (code === 'commander.help') return say('Say what to do: outbox-doctor --help lists the commands.')
  // The nearest names, where there are any, stand in brackets on a line of their own.
  const [, what = '', oneOf, names] = /^(?:error: )?(.*?)(?:\n\(Did you mean (one of )?(.*)\?\))?$/s.exec(message) ?? []
  const near = names === undefined ? [] : [verbatim(harmless(names))]
  return joinSentences([
    (sentences[code] ?? inTheirOwn)(what),
    ...near.map((name) =>
      oneOf ? say('Did you mean one of {names}?', { names: name }) : say('Did you mean {name}?', { name }),
    ),
    ...(code === 'commander.unknownCommand' ? [lists] : []),
  ])
}

/** By the code of the error, from its text: what was given stands in there only. */
const sentences: Readonly<Record<string, (text: string) => Sentence>> = {
  'commander.unknownCommand': (text) => say("Unknown command '{command}'.", { command: quotedIn(text) }),
  'commander.unknownOption': (text) => say("Unknown option '{option}'.", { option: quotedIn(text) }),
  'commander.missingArgument': (text) => say("Missing required argument '{name}'.", { name: quotedIn(text) }),
  'commander.optionMissingArgument': (text) => say("Option '{option}' argument missing.", { option: quotedIn(text) }),
  'commander.excessArguments'(text) {
    const [expected, given] = [...text.matchAll(/\d+(?= arguments?\b|\.$)/g)].map(Number)
    if (expected === undefined || given === undefined) return inTheirOwn(text)
    return say("Too many arguments for '{command}'. Expected {expected} but got {given}.", {
      command: quotedIn(text),
      expected: say('{count} arguments', { count: expected }),
      given,
    })
  },
}

function quotedIn(text: string) {
  return verbatim(harmless(/'(.*)'/s.exec(text)?.[1] ?? '', 80))
}

function inTheirOwn(text: string): Sentence {
  const one = harmless(text)
  return foreignName(`${one.charAt(0).toUpperCase()}${one.slice(1)}${one.endsWith('.') ? '' : '.'}`)
}

import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Sentence } from '../core/sentence.ts'
import type { CommandContext } from './command-context.ts'

/** Asks the person at the terminal; empty when they only press Return or end the input. */
export async function askPerson(
  question: Sentence,
  { input, terminal, signal, interrupt }: CommandContext,
): Promise<string> {
  const output = new Writable({
    write: (text, _encoding, done) => {
      terminal.raw(String(text))
      done()
    },
  })
  const lines = createInterface({ input, output, terminal: true })
  // In this mode Control-C is a key and no signal.
  lines.on('SIGINT', interrupt)
  const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')))
  try {
    return (await Promise.race([lines.question(`${terminal.inWords(question)} `, { signal }), closed])).trim()
  } finally {
    lines.close()
  }
}

/** Whether an answer agrees, in any language that is spoken here. */
export function isYes(answer: string): boolean {
  return /^(y|yes|j|ja)$/i.test(answer)
}

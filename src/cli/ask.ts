import { Writable } from 'node:stream'
import { render } from '../core/render.ts'
import { type Sentence, say } from '../core/sentence.ts'
import type { CommandContext } from './command-context.ts'
import type { Terminal } from './terminal.ts'

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
  // No start waits for it.
  const { createInterface } = await import('node:readline/promises')
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

/** Whether an answer agrees, in the language of whoever reads here, or in English. */
export function isYes(answer: string, { inWords }: Pick<Terminal, 'inWords'>): boolean {
  const agreed = say('y yes')
  return `${render(agreed)} ${inWords(agreed)}`.split(' ').includes(answer.toLowerCase())
}

import { Writable } from 'node:stream'
import type { Sentence } from '../core/sentence.ts'
import type { CommandContext } from './command-context.ts'

/** Asks for a secret, after `question` where there is one: what is typed is not shown. Only at a terminal. */
export async function askHidden(
  question: Sentence | undefined,
  { input, terminal, signal, interrupt }: CommandContext,
): Promise<string> {
  if (question) terminal.raw(`${terminal.inWords(question)} `)
  const nowhere = new Writable({ write: (_text, _encoding, done) => done() })
  // No start waits for it.
  const { createInterface } = await import('node:readline/promises')
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 })
  lines.on('SIGINT', interrupt)
  const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')))
  try {
    return await Promise.race([lines.question('', { signal }), closed])
  } finally {
    lines.close()
    terminal.raw('\n')
  }
}

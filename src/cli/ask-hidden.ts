import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { CommandContext } from './command-context.ts'

/** Asks for a secret: what is typed is not shown. Only at a terminal. */
export async function askHidden(
  question: string,
  { input, terminal, signal, interrupt }: CommandContext,
): Promise<string> {
  terminal.raw(question)
  const nowhere = new Writable({ write: (_text, _encoding, done) => done() })
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

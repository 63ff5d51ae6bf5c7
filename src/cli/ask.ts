import { createInterface } from 'node:readline/promises'
import type { Session } from './session.ts'

/** Asks the person at the terminal; empty when they only press Return or end the input. */
export async function ask(question: string, { input, signal, interrupt }: Session): Promise<string> {
  const lines = createInterface({ input, output: process.stdout, terminal: true })
  // In this mode Control-C is a key and no signal.
  lines.on('SIGINT', interrupt)
  const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')))
  try {
    return (await Promise.race([lines.question(question, { signal }), closed])).trim()
  } finally {
    lines.close()
  }
}

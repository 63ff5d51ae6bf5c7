import { addAbortSignal } from 'node:stream'
import { say } from '../core/sentence.ts'
import { askHidden } from './ask-hidden.ts'
import type { CommandContext } from './command-context.ts'
import { WrongUse } from './exit-status.ts'

const maxPasswordBytes = 64 * 1024

/** The password from a pipe, everything up to the first line end, or from a person. Throws `WrongUse`. */
export async function passwordFrom(session: CommandContext): Promise<string> {
  const password = await (session.input.isTTY ? typed(session) : piped(session))
  if (password === '') throw new WrongUse(say('--password-stdin was given, but no password came.'))
  if (password.length > 4096) throw new WrongUse(say('--password-stdin: the password is longer than 4096 characters.'))
  return password
}

/** On stderr, as the answer may go into a file. */
function typed(session: CommandContext): Promise<string> {
  session.note(say('Waiting for the password: type it and press Return; it is not shown. Control-C ends this.'))
  return askHidden(undefined, session)
}

async function piped({ input, signal }: CommandContext): Promise<string> {
  let text = ''
  input.setEncoding('utf8')
  for await (const piece of addAbortSignal(signal, input)) {
    text += String(piece)
    if (text.includes('\n') || text.length > maxPasswordBytes) break
  }
  return text.split(/\r?\n/, 1)[0] ?? ''
}

import { addAbortSignal } from 'node:stream'
import { WrongUse } from './ending.ts'
import type { Session } from './session.ts'

const most = 64 * 1024

/** The password from a pipe: everything up to the first line end. Throws `WrongUse`. */
export async function passwordFrom({ input, signal }: Session): Promise<string> {
  if (input.isTTY) {
    throw new WrongUse('--password-stdin takes the password from a pipe or a file, so that nobody sees it being typed.')
  }
  let text = ''
  input.setEncoding('utf8')
  for await (const piece of addAbortSignal(signal, input)) {
    text += String(piece)
    if (text.includes('\n') || text.length > most) break
  }
  const [password = ''] = text.split(/\r?\n/, 1)
  if (password === '') throw new WrongUse('--password-stdin was given, but no password came.')
  if (password.length > 4096) throw new WrongUse('--password-stdin: the password is longer than 4096 characters.')
  return password
}

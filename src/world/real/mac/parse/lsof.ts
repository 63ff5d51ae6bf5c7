import { isIP } from 'node:net'
import type { ClientSocket } from '../../../../core/mac-powers.ts'
import { linesOf } from './lines.ts'

/**
 * The TCP sockets that lead somewhere, each once: several file descriptors may share one. Both of lsof's forms are
 * read, `-F` with one field on a line, and columns, where ports may be names and commands are cut at 9 characters.
 */
export function parseLsof(text: string): readonly ClientSocket[] {
  const lines = linesOf(text)
  const found = lines.some((line) => /^p\d+$/.test(line)) ? fromFields(lines) : fromColumns(lines)
  return [...new Map(found.flatMap(({ name, state }) => entryOf(name, state))).values()]
}

interface Row {
  name: string
  state: string
}

/** `n` names the connection, `TST=` its state; every file begins with `f`. */
function fromFields(lines: readonly string[]): Row[] {
  const rows: Row[] = []
  for (const line of lines) {
    const last = rows.at(-1)
    if (line.startsWith('f')) rows.push({ name: '', state: '' })
    else if (line.startsWith('n') && last) last.name = line.slice(1)
    else if (line.startsWith('TST=') && last) last.state = line.slice(4)
  }
  return rows
}

function fromColumns(lines: readonly string[]): Row[] {
  return lines.flatMap((line) => {
    const cells = line.trim().split(/\s+/)
    const at = cells.indexOf('TCP')
    const [name, state] = cells.slice(at + 1)
    return at > 0 && name ? [{ name, state: (state ?? '').replace(/[()]/g, '') }] : []
  })
}

function entryOf(name: string, state: string): [string, ClientSocket][] {
  const arrow = name.indexOf('->')
  if (arrow < 0) return []
  const far = name.slice(arrow + 2)
  const colon = far.lastIndexOf(':')
  const port = portOf(far.slice(colon + 1))
  const address = far.slice(0, colon).replace(/^\[|\]$/g, '')
  return port && isIP(address) && /^\w{1,20}$/.test(state) ? [[name, { address, port, state }]] : []
}

const names: Readonly<Record<string, number>> = {
  smtp: 25,
  pop3: 110,
  imap: 143,
  imap2: 143,
  https: 443,
  smtps: 465,
  urd: 465,
  submission: 587,
  imaps: 993,
  pop3s: 995,
}

function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Object.hasOwn(names, text) ? names[text] : undefined
  return port && port < 65_536 ? port : undefined
}

/** `lsof -iTCP:PORT -sTCP:LISTEN -F pn`: the processes that listen on it, each once. `n` is `*:1025`, `127.0.0.1:1025`. */
export function parseListeners(text: string, port: number): readonly number[] {
  const found = new Set<number>()
  let pid: number | undefined
  for (const line of linesOf(text)) {
    const told = /^p(\d{1,9})$/.exec(line)?.[1]
    if (told !== undefined) pid = Number(told)
    else if (line.startsWith('n') && line.endsWith(`:${port}`) && pid !== undefined) found.add(pid)
  }
  return [...found]
}

import { webLine } from '../causes/phrases.ts'
import { doors, isMail, isOpen, works } from '../causes/reading.ts'
import type { NamedCause } from '../core/diagnosis.ts'
import { serversOf } from '../core/mail.ts'
import type { Consultation, Note } from '../core/remedy.ts'
import { render } from '../core/render.ts'
import { once, type Wording } from '../core/sentence.ts'
import { discreet } from './note-privacy.ts'
import type { NoteWords, Request } from './note-words.ts'
import { encryptionWords } from './working-servers.ts'

/** A note of at most 40 lines of plain text, in the words of one language. */
export function noteText(
  consultation: Consultation,
  cause: Pick<NamedCause, 'evidence' | 'against'>,
  to: Note['to'],
  request: Request,
  words: NoteWords,
): Note {
  const told = discreet(consultation)
  const { chart, account, messages } = consultation
  const host = told((account.outgoing ?? account.incoming)?.host ?? '', 80) || '…'
  const waits = messages.filter(({ state }) => state === 'waiting').map(({ waitingSince }) => waitingSince)
  const servers = serversOf(account).map(({ role, server }) =>
    words.server(role, told(server.host, 80), server.port, encryptionWords[server.security]),
  )
  const said = new Set(cause.evidence.map((line) => render(line)))
  const working = whatWorks(consultation, words).filter((line) => !said.has(render(line)))
  const lines = [
    words.greeting,
    '',
    words.opening[to],
    '',
    words.when(moment(chart.at)),
    ...(waits.length > 0 ? [words.waiting(moment(Math.min(...waits)))] : []),
    ...section(words.servers, servers),
    ...section(
      words.found,
      cause.evidence.slice(0, 8).map((line) => told(render(line))),
    ),
    ...section(
      words.works,
      working.slice(0, 4).map((line) => told(render(line))),
    ),
    ...section(
      words.doubts,
      cause.against.slice(0, 2).map((line) => told(render(line))),
    ),
    ...section(words.asked, words.request[request]),
    '',
    ...words.closing,
  ]
  return { to, subject: words.subject[request](host), text: lines.join('\n') }
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `- ${line}`)] : []
}

/** Readable anywhere, and the same everywhere: `2026-11-20 09:30 UTC`. */
function moment(at: number): string {
  // The most that a Date can hold.
  return Math.abs(at) <= 8.64e15
    ? `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
    : 'an unknown time'
}

function whatWorks({ chart, account }: Consultation, words: NoteWords): Wording[] {
  const own = serversOf(account).flatMap(({ role, server: { host } }) => {
    const open = doors(chart, role)
      .filter((door) => isOpen(door) && isMail(door))
      .map(({ port }) => port)
    const ports = [...new Set(open)].sort((one, other) => one - other).join(', ')
    return [
      ...(works(chart, role) ? [words.signsInSecurely(host)] : []),
      ...(ports ? [words.openPorts(host, ports)] : []),
    ]
  })
  const web = webLine(chart)
  return once([...own, ...(web ? [web] : [])])
}

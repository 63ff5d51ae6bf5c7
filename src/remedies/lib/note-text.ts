import { isMailPort, isOpen, serverWorks, testedPorts } from '../../causes/lib/chart-queries.ts'
import { webLine } from '../../causes/lib/phrases.ts'
import type { NamedCause } from '../../core/diagnosis.ts'
import { serversOf } from '../../core/mail.ts'
import type { Note, RemedyContext } from '../../core/remedy.ts'
import { render } from '../../core/render.ts'
import {
  type Arg,
  foreignName,
  joinSentences,
  type Sentence,
  say,
  verbatim,
  withoutRepeats,
  withTexts,
} from '../../core/sentence.ts'
import { notePrivacyFilter } from './note-privacy.ts'
import { type NoteRequest, noteWords as words } from './note-words.ts'
import { encryptionWords } from './working-servers.ts'

const empty = verbatim('')

/** A note of at most 40 lines of plain text. Without a cause, nothing was found that explains it. */
export function noteText(
  context: RemedyContext,
  cause: Pick<NamedCause, 'evidence' | 'against'> | undefined,
  to: Note['to'],
  request: NoteRequest,
): Note {
  const told = notePrivacyFilter(context)
  const { chart, account, messages } = context
  const { evidence = [], against = [] } = cause ?? {}
  const host = told((account.outgoing ?? account.incoming)?.host ?? '', 80) || '…'
  const waits = messages.filter(({ state }) => state === 'waiting').map(({ waitingSince }) => waitingSince)
  const servers = serversOf(account).map(({ role, server }) =>
    words.server(role, told(server.host, 80), server.port, encryptionWords[server.security]),
  )
  const said = new Set(evidence.map((line) => render(line)))
  const working = whatWorks(context).filter((line) => !said.has(render(line)))
  const masked = (line: Sentence) => withoutNames(line, told)
  const lines: readonly Arg[] = [
    words.greeting,
    empty,
    cause ? words.opening[to] : words.unexplained,
    empty,
    words.when(moment(chart.at)),
    ...(waits.length > 0 ? [words.waiting(moment(Math.min(...waits)))] : []),
    ...section(words.servers, servers),
    ...section(words.found, evidence.slice(0, 8).map(masked)),
    ...section(words.works, working.slice(0, 4).map(masked)),
    ...section(words.doubts, against.slice(0, 2).map(masked)),
    ...section(words.asked, words.request[request]),
    empty,
    ...words.closing,
  ]
  return { to, subject: words.subject[request](host), text: joinSentences(lines, '\n') }
}

function section(title: Arg, lines: readonly Arg[]): Arg[] {
  return lines.length > 0 ? [empty, title, ...lines.map((line) => say('- {line}', { line }))] : []
}

/** Names stand in what fills a sentence. Where one is seen in the whole of it, nothing but its masked text is told. */
function withoutNames(line: Sentence, told: (text: string) => string): Arg {
  const masked = withTexts(line, (text) => told(text))
  const whole = told(render(line))
  return render(masked) === whole ? masked : foreignName(whole)
}

/** Readable anywhere, and the same everywhere: `2026-11-20 09:30 UTC`. */
function moment(at: number): Arg {
  // The most that a Date can hold.
  return Math.abs(at) <= 8.64e15
    ? verbatim(`${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`)
    : say('an unknown time')
}

function whatWorks({ chart, account }: RemedyContext): Sentence[] {
  const own = serversOf(account).flatMap(({ role, server: { host } }) => {
    const open = testedPorts(chart, role)
      .filter((tested) => isOpen(tested) && isMailPort(tested))
      .map(({ port }) => port)
    const ports = [...new Set(open)].sort((one, other) => one - other).join(', ')
    return [
      ...(serverWorks(chart, role) ? [words.signsInSecurely(host)] : []),
      ...(ports ? [words.openPorts(host, ports)] : []),
    ]
  })
  const web = webLine(chart)
  return withoutRepeats([...own, ...(web ? [web] : [])])
}

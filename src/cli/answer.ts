import { type Examined, knownCauses, knownQuestions } from '../agent.ts'
import type { Diagnosis, NamedCause, Status } from '../core/diagnosis.ts'
import { hanging } from './layout.ts'
import type { Terminal } from './terminal.ts'

const sentences: Record<Status, string> = {
  clear: 'Nothing stands in the way of your mail.',
  stuck: 'Your mail cannot leave, and this is why:',
  waiting: 'Your mail is being held up, and this is why:',
  offline: 'Your mail waits because this Mac is offline:',
  unsure: 'We could not find out whether your mail can leave.',
  checking: 'We are still looking.',
  paused: 'Outbox Doctor is paused.',
}

/** The answer in words, as one reads it to somebody: what is wrong, why we think so, what else there is. */
export function printAnswer({ diagnosis, findings }: Examined, terminal: Terminal): void {
  const { paint } = terminal
  const [first, ...others] = diagnosis.causes
  terminal.print('')
  paragraph(sentences[diagnosis.status], terminal, paint.bold)
  if (first) printCause(first, terminal)
  list(
    'It may also be',
    others.map(({ title, plain }) => `${title} ${plain}`),
    terminal,
  )
  if (first) return
  const reasons = new Map(
    findings.flatMap(({ probe, finding }) => (finding.state === 'unknown' ? [[probe.id, finding.why]] : [])),
  )
  const open = missingFrom(diagnosis, reasons)
  list('What we could not find out', open, terminal)
}

function printCause(cause: NamedCause, terminal: Terminal): void {
  const { paint } = terminal
  terminal.print('')
  paragraph(cause.title, terminal, (line) => paint.bold(cause.harm === 'stops' ? paint.red(line) : paint.yellow(line)))
  paragraph(cause.plain, terminal)
  list('Why we think so', cause.evidence, terminal)
  list('What speaks against it', cause.against, terminal)
  list('More about it', cause.details, terminal)
  list('It also explains', cause.explains.map(titleOf), terminal)
}

/** The questions that would have decided something, each once, with the reason where there is one. */
function missingFrom({ undecided }: Diagnosis, reasons: ReadonlyMap<string, string>): string[] {
  const missing = new Set(undecided.flatMap((cause) => cause.missing))
  return knownQuestions
    .filter(({ id }) => missing.has(id) || reasons.has(id))
    .map(({ id, question }) => [question, reasons.get(id)].filter(Boolean).join(' '))
}

function titleOf(causeId: string): string {
  return knownCauses.find(({ id }) => id === causeId)?.title ?? causeId
}

function paragraph(text: string, terminal: Terminal, paint?: (line: string) => string): void {
  terminal.print(hanging('', text, terminal.columns(), paint))
}

function list(heading: string, items: readonly string[], terminal: Terminal): void {
  if (items.length === 0) return
  terminal.print('')
  terminal.print(terminal.paint.bold(`${heading}:`))
  for (const item of items) terminal.print(hanging('  • ', item, terminal.columns()))
}

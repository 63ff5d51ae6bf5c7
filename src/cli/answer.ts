import { type Examined, knownCauses, knownQuestions } from '../agent.ts'
import type { Diagnosis, JustBefore, NamedCause, Status } from '../core/diagnosis.ts'
import { foreignName, joinSentences, type Sentence, say, verbatim } from '../core/sentence.ts'
import { withHangingIndent } from './layout.ts'
import type { Terminal } from './terminal.ts'
import { clockTime } from './time-words.ts'

type Findings = Examined['findings']

const cannotLeave = say('Your mail cannot leave, and this is why:')

const sentences: Record<Status, Sentence> = {
  clear: say('Nothing stands in the way of your mail.'),
  stuck: cannotLeave,
  waiting: say('Your mail is being held up, and this is why:'),
  // A network that wants a sign-in first is connected all the same: the cause says what there is.
  offline: cannotLeave,
  unsure: say('We could not find out whether your mail can leave.'),
  checking: say('We are still looking.'),
  paused: say('Outbox Doctor is paused.'),
}

/** The answer in words, as one reads it to somebody: what is wrong, why we think so, what else there is. */
export function printAnswer({ diagnosis, findings }: Examined, terminal: Terminal): void {
  const { paint } = terminal
  const [first, ...others] = diagnosis.causes
  terminal.print('')
  paragraph(first?.heading ?? sentences[diagnosis.status], terminal, paint.bold)
  if (first) printCause(first, terminal)
  list(
    say('It may also be:'),
    others.map(({ title, plain }) => joinSentences([title, plain])),
    terminal,
  )
  if (first) return
  const remark = remarkOn(diagnosis, findings)
  if (remark !== undefined) paragraph(remark, terminal)
  const { open, answered } = missingFrom(diagnosis, findings)
  list(say('What we could not find out:'), open, terminal)
  list(say('What these answers do not settle:'), answered, terminal)
}

/** Only what is wrong, for whoever is about to mend it; `check` tells the rest. */
export function printVerdict({ diagnosis }: Examined, terminal: Terminal): void {
  const [first] = diagnosis.causes
  terminal.print('')
  paragraph(first?.title ?? sentences[diagnosis.status], terminal, terminal.paint.bold)
  if (first) paragraph(first.plain, terminal)
}

/** What is to be thought of the findings marked as wrong where no cause speaks of them. */
function remarkOn({ status, undecided }: Diagnosis, findings: Findings): Sentence | undefined {
  const bad = findings.some(({ finding }) => finding.state === 'known' && finding.telling.tone === 'bad')
  if (status === 'clear') return bad ? say('What is marked “wrong” below does not touch your mail.') : undefined
  if (status !== 'unsure' || undecided.length > 0) return undefined
  return bad
    ? say('Nothing we looked at explains it. The lines marked “wrong” below are all we know.')
    : say('Nothing we looked at explains it.')
}

function printCause(cause: NamedCause, terminal: Terminal): void {
  const { paint } = terminal
  terminal.print('')
  paragraph(cause.title, terminal, (line) => paint.bold(cause.harm === 'stops' ? paint.red(line) : paint.yellow(line)))
  paragraph(cause.plain, terminal)
  if (cause.justBefore) paragraph(atTime(cause.justBefore), terminal)
  list(say('Why we think so:'), cause.evidence, terminal)
  list(say('What speaks against it:'), cause.against, terminal)
  list(say('More about it:'), cause.details, terminal)
  list(say('It also explains:'), cause.explains.map(titleOf), terminal)
}

/** What changed, with its time of this place. */
function atTime({ at, line }: JustBefore): Sentence {
  return say('{change} ({time})', { change: line, time: verbatim(clockTime(at)) })
}

/** The questions that would have decided something, each once, with the reason where there is one. */
function missingFrom(
  { undecided }: Diagnosis,
  findings: Findings,
): { open: readonly Sentence[]; answered: readonly Sentence[] } {
  const missing = new Set(undecided.flatMap((cause) => cause.missing))
  const found = new Map(findings.map(({ probe, finding }) => [probe.id, finding]))
  const told = knownQuestions.flatMap((known) => {
    const { id } = known
    const question = known.question
    const finding = found.get(id)
    if (finding?.state === 'unknown') return [{ question: joinSentences([question, finding.why]), isAnswered: false }]
    return missing.has(id) ? [{ question, isAnswered: finding?.state === 'known' }] : []
  })
  const those = (answered: boolean) => told.flatMap((one) => (one.isAnswered === answered ? [one.question] : []))
  return { open: those(false), answered: those(true) }
}

function titleOf(causeId: string): Sentence {
  return knownCauses.find(({ id }) => id === causeId)?.title ?? foreignName(causeId)
}

function paragraph(text: Sentence, terminal: Terminal, paint?: (line: string) => string): void {
  terminal.print(withHangingIndent('', terminal.inWords(text), terminal.columns(), paint))
}

function list(heading: Sentence, items: readonly Sentence[], terminal: Terminal): void {
  if (items.length === 0) return
  terminal.print('')
  terminal.print(terminal.paint.bold(terminal.inWords(heading)))
  for (const item of items) terminal.print(withHangingIndent('  • ', terminal.inWords(item), terminal.columns()))
}

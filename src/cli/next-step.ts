import type { RemedyOffer } from '../agent.ts'
import type { Status } from '../core/diagnosis.ts'
import { asCommand, say, verbatim } from '../core/sentence.ts'
import { harmless } from '../core/text.ts'
import { widthOf, withHangingIndent } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** How it was said what to examine, so that the next command means the same. */
export interface AskedAbout {
  scene?: string
  sceneFile?: string
  account?: string
}

/** The last line of an answer: the command that mends it; or what may be tried by whoever misses an answer all the same. */
export function printNextStep(
  offers: readonly RemedyOffer[],
  status: Status,
  asked: AskedAbout,
  terminal: Terminal,
): void {
  const first = offers.find(({ blocked }) => blocked === undefined) ?? offers[0]
  if (!first) return
  const { id, label } = first.remedy
  terminal.print('')
  if (status === 'clear') {
    const more = { remedy: verbatim(id), label }
    const words = say('Sent, but it never arrives? “fix {remedy}”, for the same account: {label}.', more)
    terminal.print(withHangingIndent('', terminal.inWords(words), terminal.columns()))
    return
  }
  const words = terminal.inWords(say('What can be done: {label}', { label }))
  terminal.print(withHangingIndent('', words, terminal.columns(), terminal.paint.bold))
  const lines = inLines(commandFor(id, asked), terminal.columns() - 2)
  terminal.print(`  ${lines.map((line) => terminal.inWords(asCommand(line))).join('\n    ')}`)
}

/** In pieces that stay together, so that an option stands beside its value. */
function commandFor(remedy: string, { scene, sceneFile, account }: AskedAbout): readonly string[] {
  const options = { '--scene': scene, '--scene-file': sceneFile, '--account': account }
  const given = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${quoted(value)}`],
  )
  return ['npx outbox-doctor fix', remedy, ...given]
}

/** Broken as a shell joins it again, so that it can be copied whole. */
function inLines(pieces: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    // Two columns are for the sign at the end, and two for the indent.
    if (last !== undefined && widthOf(`${last} ${piece}`) <= width - 4) lines[lines.length - 1] = `${last} ${piece}`
    else lines.push(piece)
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line))
}

/** As a shell takes it for one word. */
function quoted(text: string): string {
  const clean = harmless(text, 500)
  return /^[\w./:@%+=-]+$/.test(clean) ? clean : `'${clean.replaceAll("'", "'\\''")}'`
}

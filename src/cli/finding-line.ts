import type { Finding, Probe } from '../core/probe.ts'
import { hanging } from './layout.ts'
import type { Terminal } from './terminal.ts'

type Kind = 'good' | 'bad' | 'plain' | 'unknown' | 'skipped'

// A mark for the eye and a word for everybody: colour alone must tell nothing.
const marks: Record<Kind, { mark: string; word: string; paint?: 'green' | 'red' | 'yellow' | 'dim' }> = {
  good: { mark: '✓', word: 'fine', paint: 'green' },
  bad: { mark: '✗', word: 'wrong', paint: 'red' },
  plain: { mark: '·', word: 'note' },
  unknown: { mark: '?', word: 'unknown', paint: 'yellow' },
  skipped: { mark: '–', word: 'not asked', paint: 'dim' },
}
// Below, a column of words would leave no room for what they are about.
const narrow = 50
const longestWord = Math.max(...Object.values(marks).map(({ word }) => word.length))

/** One finding, as it is shown the moment it is there. */
export function findingLine(
  probe: Probe<unknown>,
  finding: Finding<unknown>,
  { paint, columns, told }: Terminal,
): string {
  const { mark, word, paint: colour } = marks[finding.state === 'known' ? finding.telling.tone : finding.state]
  const sentence = sentenceOf(probe, finding, told)
  const line =
    columns() < narrow
      ? hanging(`${mark} `, `${word}: ${sentence}`, columns())
      : hanging(`${mark} ${word.padEnd(longestWord)}  `, sentence, columns())
  return colour ? line.replace(mark, paint[colour](mark)) : line
}

function sentenceOf(probe: Probe<unknown>, finding: Finding<unknown>, told: Terminal['told']): string {
  const question = told(probe.question)
  if (finding.state === 'known') return told(finding.telling.line) || question
  return finding.state === 'unknown' ? `${question} ${told(finding.why)}` : question
}

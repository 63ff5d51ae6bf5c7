import type { Finding, Probe } from '../core/probe.ts'
import { hanging } from './layout.ts'
import type { Terminal } from './terminal.ts'

type Kind = 'good' | 'bad' | 'plain' | 'unknown' | 'skipped'

// A mark for the eye and a word for everybody: colour alone must tell nothing.
const marks: Record<Kind, { mark: string; word: string; paint: 'green' | 'red' | 'reset' | 'yellow' | 'dim' }> = {
  good: { mark: '✓', word: 'fine', paint: 'green' },
  bad: { mark: '✗', word: 'wrong', paint: 'red' },
  plain: { mark: '·', word: 'note', paint: 'reset' },
  unknown: { mark: '?', word: 'unknown', paint: 'yellow' },
  skipped: { mark: '–', word: 'not asked', paint: 'dim' },
}
const longestWord = Math.max(...Object.values(marks).map(({ word }) => word.length))

/** One finding, as it is shown the moment it is there. */
export function findingLine(probe: Probe<unknown>, finding: Finding<unknown>, { paint, columns }: Terminal): string {
  const { mark, word, paint: colour } = marks[finding.state === 'known' ? finding.telling.tone : finding.state]
  const lead = `${mark} ${word.padEnd(longestWord)}  `
  return hanging(lead, sentenceOf(probe, finding), columns()).replace(mark, paint[colour](mark))
}

function sentenceOf({ question }: Probe<unknown>, finding: Finding<unknown>): string {
  if (finding.state === 'known') return finding.telling.line || question
  return finding.state === 'unknown' ? `${question} ${finding.why}` : question
}

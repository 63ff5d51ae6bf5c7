import type { Finding, Probe } from '../core/probe.ts'
import { joinSentences, type Sentence, say } from '../core/sentence.ts'
import { widthOf, withHangingIndent } from './layout.ts'
import type { Terminal } from './terminal.ts'

type Kind = 'good' | 'bad' | 'plain' | 'unknown' | 'skipped'

// A mark for the eye and a word for everybody: colour alone must tell nothing.
const marks: Record<Kind, { mark: string; word: Sentence; paint?: 'green' | 'red' | 'yellow' | 'dim' }> = {
  good: { mark: '✓', word: say('fine'), paint: 'green' },
  bad: { mark: '✗', word: say('wrong'), paint: 'red' },
  plain: { mark: '·', word: say('note') },
  unknown: { mark: '?', word: say('unknown'), paint: 'yellow' },
  skipped: { mark: '–', word: say('not asked'), paint: 'dim' },
}
// Below, a column of words would leave no room for what they are about.
const narrow = 50

/** One finding, as it is shown the moment it is there. */
export function findingLine(
  probe: Probe<unknown>,
  finding: Finding<unknown>,
  { paint, columns, inWords }: Terminal,
): string {
  const { mark, word: own, paint: colour } = marks[finding.state === 'known' ? finding.telling.tone : finding.state]
  const word = inWords(own)
  const longest = Math.max(...Object.values(marks).map((one) => widthOf(inWords(one.word))))
  const sentence = inWords(sentenceOf(probe, finding))
  const line =
    columns() < narrow
      ? withHangingIndent(`${mark} `, `${word}: ${sentence}`, columns())
      : withHangingIndent(`${mark} ${word.padEnd(longest)}  `, sentence, columns())
  return colour ? line.replace(mark, paint[colour](mark)) : line
}

function sentenceOf(probe: Probe<unknown>, finding: Finding<unknown>): Sentence {
  const question = probe.question
  if (finding.state === 'known') return finding.telling.line || question
  return finding.state === 'unknown' ? joinSentences([question, finding.why]) : question
}

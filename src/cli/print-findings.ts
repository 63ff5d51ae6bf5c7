import type { Examined } from '../agent.ts'
import { say } from '../core/sentence.ts'
import { findingLine } from './finding-line.ts'
import { withHangingIndent } from './layout.ts'
import type { Terminal } from './terminal.ts'

/**
 * What was asked and answered, below the verdict. A screen would lose the verdict to the sixty lines of all of them: there
 * it is those marked as wrong, unless all are wished for. What is written into a file or a pipe is whole.
 */
export function printFindings(findings: Examined['findings'], isWhole: boolean, terminal: Terminal): void {
  const isBad = ({ finding }: (typeof findings)[number]) => finding.state === 'known' && finding.telling.tone === 'bad'
  const shown = isWhole || !terminal.moving ? findings : findings.filter(isBad)
  const rest = findings.length - shown.length
  if (findings.length > 0) terminal.print('')
  if (shown.length > 0)
    terminal.print(terminal.paint.bold(terminal.inWords(say('What was asked, and what came back:'))))
  for (const { probe, finding } of shown) terminal.print(findingLine(probe, finding, terminal))
  if (rest === 0) return
  const words = terminal.inWords(say('{count} answers more: --details shows them.', { count: rest }))
  terminal.print(withHangingIndent('', words, terminal.columns(), terminal.paint.dim))
}

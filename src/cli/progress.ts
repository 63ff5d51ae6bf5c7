import type { ExaminationProgress } from '../agent.ts'
import { say } from '../core/sentence.ts'
import { clippedToWidth } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** Shows an examination while it runs. */
export interface ProgressDisplay {
  show(progress: ExaminationProgress): void
  end(): void
}

/** A moving line for each question that still waits, and nothing of it left at the end; only where a terminal allows it. */
export function progressDisplayOn(terminal: Terminal): ProgressDisplay {
  return terminal.moving ? movingDisplay(terminal) : { show: () => {}, end: () => {} }
}

const hideCursor = '\u001b[?25l'
const showCursor = '\u001b[?25h'
const upAndClear = (lines: number) => (lines === 0 ? '' : `\u001b[${lines}A\r\u001b[J`)
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const frameLength = 100

function movingDisplay(terminal: Terminal): ProgressDisplay {
  const waiting = new Map<string, string>()
  let drawn = 0
  let frame = 0

  const draw = () => {
    const lines = waitingLines([...waiting.values()], frames[frame % frames.length] ?? '', terminal)
    for (const line of lines) terminal.print(line)
    drawn = lines.length
  }
  const clear = () => {
    terminal.raw(upAndClear(drawn))
    drawn = 0
  }
  // Only the picture's own movement; nothing that is measured or decided hangs on this timer.
  const turning = setInterval(() => {
    frame += 1
    clear()
    draw()
  }, frameLength)
  terminal.raw(hideCursor)

  return {
    show: (progress) => {
      clear()
      const { id } = progress.probe
      const question = terminal.inWords(progress.probe.question)
      if (progress.is === 'asking') waiting.set(id, question)
      if (progress.is === 'so far') waiting.set(id, `${question} ${terminal.inWords(progress.telling.line)}`)
      if (progress.is === 'found') waiting.delete(id)
      draw()
    },
    end: () => {
      clearInterval(turning)
      clear()
      terminal.raw(showCursor)
    },
  }
}

/** Never more than half the screen: what has scrolled away cannot be taken back. */
function waitingLines(
  waiting: readonly string[],
  spinner: string,
  { paint, columns, rows, inWords }: Terminal,
): string[] {
  const room = Math.max(1, Math.min(8, Math.floor(rows() / 2) - 1))
  const lines = waiting.slice(0, room).map((text) => `${paint.cyan(spinner)} ${clippedToWidth(text, columns() - 3)}`)
  const rest = waiting.length - lines.length
  return rest > 0
    ? [...lines, paint.dim(clippedToWidth(`  ${inWords(say('and {count} more', { count: rest }))}`, columns() - 1))]
    : lines
}

import { Readable } from 'node:stream'
import { runCommandLine } from '../../../src/cli/program.ts'
import { terminalOn } from '../../../src/cli/terminal.ts'
import { memoryLog } from '../../../src/core/log.ts'
import { systemClock } from '../../../src/world/real/clock.ts'
import { Screen } from '../../cli/screen.ts'
import type { Stage } from '../open-panel.ts'
import { draw } from './desk.ts'
import type { PictureLook } from './pictures.ts'

const scene = ['--scene', 'hotel-wifi-blocks-587']
const columns = 76

/** What two commands leave on a terminal, in its colours. */
export async function pictureOfTerminal({ browser }: Stage): Promise<void> {
  const told = [await leftBy(['check', ...scene]), await leftBy(['fix', 'switch-port', ...scene, '--yes'])]
  const inside = (look: PictureLook) =>
    `<pre class="on-desk" style="margin-bottom:20px;padding:14px 18px;box-sizing:border-box;
      background:${look === 'light' ? '#ffffff' : '#1b1d22'};font:12px/1.5 Menlo,'DejaVu Sans Mono',monospace">${told
        .map((lines) => lines.map((line) => marked(line, look)).join('\n'))
        .join('\n\n')}</pre>`
  await draw(browser, 'terminal', { width: 610, inside })
}

async function leftBy(args: readonly string[]): Promise<readonly string[]> {
  const screen = new Screen({ isTTY: true, columns, rows: 60, coloured: true })
  const terminal = terminalOn(screen, { TERM: 'xterm' })
  // At the speed of life, so that what servers took is what they take.
  await runCommandLine([...args, '--speed', '1'], {
    terminal,
    note: (sentence) => terminal.print(terminal.inWords(sentence)),
    input: Readable.from([]),
    signal: new AbortController().signal,
    interrupt: () => {},
    log: memoryLog(systemClock),
  })
  return [`\u001b[2m$\u001b[22m npx outbox-doctor ${args.join(' ')}`, ...screen.allLines()]
}

const tones: Record<PictureLook, Readonly<Record<string, string>>> = {
  light: { 31: '#b42a20', 32: '#23803f', 33: '#85560a', 36: '#0a5fd0' },
  dark: { 31: '#ff8b80', 32: '#66cf86', 33: '#eebb5c', 36: '#6cb0ff' },
}

/** The colours of a terminal as HTML. */
function marked(line: string, look: PictureLook): string {
  let [weight, tone, dim] = ['', '', '']
  return line
    .split(/(\p{Cc}\[\d*m)/u)
    .map((part) => {
      const code = /\[(\d*)m$/.exec(part)?.[1]
      if (code === undefined)
        return (
          part && `<span style="${weight}${tone}${dim}">${part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</span>`
        )
      if (code === '1') weight = 'font-weight:700;'
      else if (code === '2') dim = 'opacity:.6;'
      else if (code === '22') [weight, dim] = ['', '']
      else if (code === '39') tone = ''
      else if (tones[look][code]) tone = `color:${tones[look][code]};`
      return ''
    })
    .join('')
}

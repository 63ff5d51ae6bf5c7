import { once } from 'node:events'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { SimulatedClock } from '../clock.ts'
import type { SceneMailServer } from '../schema/hosts.ts'

type Break = NonNullable<SceneMailServer['breaks']>['how']
type Hostility = NonNullable<SceneMailServer['hostile']>['how']

/** Ends a connection as a scene says. A stall leaves it open, and nothing is ever said on it again. */
export function breakConnection(how: Break, socket: Socket): void {
  if (how === 'close') socket.end()
  if (how === 'reset') socket.resetAndDestroy()
}

/** An endless reply ends here: whoever has read so much has failed already. */
const endless = 64 * 1024 * 1024
const chunk = 64 * 1024

/** Says what was to be said as a broken or wicked server would. */
export async function sendHostileReply(
  how: Hostility,
  lines: readonly string[],
  to: Duplex,
  clock: SimulatedClock,
): Promise<void> {
  const first = lines[0] ?? ''
  const more = continued(first)
  switch (how) {
    case 'endless-line':
      await pour(to, first, 'A'.repeat(chunk), endless)
      return
    case 'endless-reply':
      await pour(to, '', `${more}\r\n`.repeat(500), endless)
      return
    case 'huge':
      await pour(to, '', `${`${more} and so on, for a very long time`}\r\n`.repeat(200), 10 * 1024 * 1024)
      to.write(`${lines.join('\r\n')}\r\n`)
      return
    case 'many-capabilities': {
      const many = Array.from({ length: 10_000 }, (_, index) => `${more}X-MADE-UP-${index}`)
      to.write(`${[...many, ...lines.slice(-1)].join('\r\n')}\r\n`)
      return
    }
    case 'no-line-end':
      to.write(first)
      return
    case 'half-reply':
      to.write(`${more}first of two\r\n`)
      return
    case 'nul-bytes':
      to.write(Buffer.concat([Buffer.from(first), Buffer.from([0, 0xff, 0xc0, 0x80, 0x1b]), Buffer.from('\r\n')]))
      return
    case 'drip':
      drip(to, `${lines.join('\r\n')}\r\n`, clock)
  }
}

/** How a line begins that announces another: `250-`, `* `, or POP3's plain one. */
function continued(line: string): string {
  const code = /^(\d{3})[ -]/.exec(line)?.[1]
  if (code) return `${code}-`
  return line.startsWith('+OK') || line.startsWith('-ERR') ? '' : '* '
}

async function pour(to: Duplex, start: string, piece: string, most: number): Promise<void> {
  to.write(start)
  for (let sent = 0; sent < most && to.writable; sent += piece.length) {
    if (to.write(piece)) continue
    const left = new AbortController()
    // A connection that broke off is written to no more.
    await Promise.race([once(to, 'drain', { signal: left.signal }), once(to, 'close', { signal: left.signal })]).catch(
      () => {},
    )
    left.abort()
  }
}

/** One byte a second. */
function drip(to: Duplex, text: string, clock: SimulatedClock): void {
  if (text === '' || !to.writable) return
  to.write(text.slice(0, 1))
  clock.after(1_000, () => drip(to, text.slice(1), clock))
}

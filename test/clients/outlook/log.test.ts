import { describe, expect, test } from 'vitest'
import { codesIn } from '../../../src/clients/outlook/log-lines.ts'
import { writeOutlookLog } from '../../../src/world/simulated/apps/outlook/outlook-home.ts'
import { MadeUpMac, now } from './made-up-mac.ts'

const lines = [
  'cut off in the mid',
  '2026-11-21 08:00:01.123 outlook.network: connection of ada@example.org to 10.0.0.1:3253 opened',
  '2026-11-21 08:00:02 outlook.sync: Sending "Error in the budget 17099 EUR?" took 3252 ms',
  '2026-11-21 08:00:03 outlook.exchange.ews: operation ended with -18597',
  '  Error Domain=NSURLErrorDomain Code=-1009 "offline"',
  '2026-11-21 08:00:05 outlook.exchange.ews: HTTP/1.1 503 Service Unavailable',
  '2026-11-21 08:00:06 outlook.account.imap: error -3253',
  'half a line with error -17997',
]
const at = (second: number) => new Date(2026, 10, 21, 8, 0, second).getTime()

describe('a log', () => {
  test('gives codes and times, and no text', () => {
    const found = codesIn(new TextEncoder().encode(lines.join('\r\n')), at(10))
    expect(found.slice(-4)).toEqual([
      { code: '-18597', at: at(3) },
      { code: '-1009', at: at(5) },
      { code: 'HTTP 503', at: at(5) },
      { code: '-3253', at: at(6) },
    ])
    for (const { code } of found) expect(code).toMatch(/^(HTTP )?-?\d+$/)
  })

  test.each([
    ['UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16 with its mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, the other way round', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    ['full of zeros', (text: string) => Buffer.from(text.replaceAll(' ', ' \0'))],
  ])('may be %s', (_, encoded) => {
    const found = codesIn(encoded(`${lines.slice(1, 7).join('\n')}\n`), at(10))
    expect(found.at(-1)).toEqual({ code: '-3253', at: at(6) })
  })

  test('is read from its end, the newest one only, wherever it lies', async () => {
    const mac = new MadeUpMac()
    const filler = `2026-11-21 07:00:00 outlook.sync: nothing to say\n`.repeat(20_000)
    writeOutlookLog(mac.home, 'Microsoft outlook-2026-11-20-1.log', 'outlook.sync error -17099\n')
    writeOutlookLog(
      mac.home,
      'Microsoft Outlook-2026-11-21-1.log',
      `outlook.sync error -3260\n${filler}outlook.sync error -3259\n`,
    )
    const { codes } = await mac.look(Date.now())
    expect(codes?.map(({ code }) => code)).toEqual(['-3259'])
  })

  test('that is not there is no news', async () => {
    expect(await new MadeUpMac().look(now)).not.toHaveProperty('codes')
  })
})

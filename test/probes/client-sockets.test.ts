import { describe, expect, test } from 'vitest'
import type { ClientSocket } from '../../src/core/mac-powers.ts'
import type { Server } from '../../src/core/mail.ts'
import { clientHealth } from '../../src/probes/client/client-health.ts'
import { clientSockets } from '../../src/probes/client/client-sockets.ts'
import { serverName } from '../../src/probes/names/server-name.ts'
import { simulatedClock } from '../../src/world/simulated/clock.ts'
import { askAlone, examination, factOf, type Given } from '../examination.ts'
import { macPrograms, nothingRunning, type Told } from './mac-programs.ts'

const smtp: Server = { protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls' }
const imap: Server = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' }
const named = (host: string, ...addresses: string[]) => ({
  host,
  literal: false,
  outcome: 'answered',
  addresses: addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  ms: 1,
})
const names = { outgoing: named(smtp.host, '192.0.2.1', '2001:db8::1'), incoming: named(imap.host, '192.0.2.2') }
const at = (address: string, port: number, state: string): ClientSocket => ({ address, port, state })

function given(told: Told, more: Given = {}) {
  const { programs, asked } = macPrograms(told)
  const clock = simulatedClock(0, 0, 1_000)
  const account = { client: 'apple-mail', outgoing: smtp, incoming: imap, ...more.account } as const
  return { given: { clock, mac: { programs }, facts: [[serverName, names]], ...more, account } as Given, asked }
}

async function sockets(...looks: ClientSocket[][]) {
  const { given: all, asked } = given({ sockets: looks.map((value) => ({ seen: true, value })) })
  return { ...(await factOf(clientSockets, all)), asked }
}

describe('client-sockets', () => {
  test.each<[string, ClientSocket[], string, string]>([
    ['nothing', [], 'none', 'none'],
    [
      'connected',
      [at('192.0.2.1', 587, 'ESTABLISHED'), at('192.0.2.2', 993, 'ESTABLISHED')],
      'established',
      'established',
    ],
    ['by IPv6 with a zone', [at('2001:DB8::1%en0', 587, 'ESTABLISHED')], 'established', 'none'],
    ['by IPv4 in IPv6', [at('::ffff:192.0.2.1', 587, 'ESTABLISHED')], 'established', 'none'],
    ['on another port of the service', [at('192.0.2.1', 465, 'ESTABLISHED')], 'established', 'none'],
    ['taking leave', [at('192.0.2.1', 587, 'FIN_WAIT_2')], 'established', 'none'],
    ['left alone', [at('192.0.2.2', 993, 'CLOSE_WAIT')], 'none', 'close-wait'],
    ['another address on that port', [at('198.51.100.7', 993, 'ESTABLISHED')], 'none', 'elsewhere'],
    ['calling a stranger', [at('198.51.100.7', 993, 'SYN_SENT')], 'none', 'none'],
    ['the web', [at('192.0.2.1', 443, 'ESTABLISHED')], 'none', 'none'],
    [
      'an old and a new one',
      [at('192.0.2.2', 993, 'CLOSE_WAIT'), at('192.0.2.2', 993, 'ESTABLISHED')],
      'none',
      'established',
    ],
    ['an unknown state', [at('192.0.2.1', 587, 'WHATEVER')], 'none', 'none'],
  ])('%s', async (_, seen, outgoing, incoming) => {
    const { fact, telling, asked } = await sockets(seen)
    expect([fact.servers.outgoing?.state, fact.servers.incoming?.state]).toEqual([outgoing, incoming])
    expect(fact.count).toBe(seen.length)
    expect(telling.tone).toBe('plain')
    expect(asked).toEqual(['running', 'sockets 401'])
  })

  test('a call counts only when it is still unanswered a while later', async () => {
    const calling = [at('192.0.2.1', 587, 'SYN_SENT'), at('192.0.2.2', 993, 'ESTABLISHED')]
    const answered = [at('192.0.2.1', 587, 'ESTABLISHED')]
    const hanging = await sockets(calling, calling)
    expect(hanging.fact.servers.outgoing?.state).toBe('syn-sent')
    expect(hanging.telling).toEqual({
      tone: 'bad',
      line: 'Mail tries to reach smtp.example.org and gets no answer; Mail is connected to imap.example.org',
    })
    expect((await sockets(calling, answered)).fact.servers.outgoing?.state).toBe('established')
  })

  test('of Exchange, where any web address would do, only its own addresses count', async () => {
    const incoming = { protocol: 'exchange', host: imap.host, port: 443, security: 'tls' } as const
    const ask = (address: string) => {
      const looks = [{ seen: true, value: [at(address, 443, 'ESTABLISHED')] }] as const
      return factOf(clientSockets, given({ sockets: looks }, { account: { incoming } }).given)
    }
    expect((await ask('192.0.2.2')).fact.servers.incoming?.state).toBe('established')
    expect((await ask('198.51.100.7')).fact.servers.incoming?.state).toBe('none')
  })

  test('an app that is not running has none, and one that may not be looked at is unknown', async () => {
    const { answer } = await askAlone(clientSockets, given({ processes: nothingRunning }).given)
    expect(answer).toEqual({ because: clientHealth.id })
    const hidden = given({ sockets: [{ seen: false, why: 'forbidden' }] }).given
    await expect(askAlone(clientSockets, hidden)).rejects.toThrow('may not look')
    await expect(askAlone(clientSockets, given({ processes: { seen: false, why: 'failed' } }).given)).rejects.toThrow()
  })

  test('is only asked where the mail app and a server are known', () => {
    expect(clientSockets.when?.(examination({ account: { outgoing: smtp } }))).toBe(false)
    expect(clientSockets.when?.(examination({ account: { client: 'outlook' } }))).toBe(false)
    expect(clientSockets.when?.(examination({ account: { client: 'outlook', outgoing: smtp } }))).toBe(true)
  })
})

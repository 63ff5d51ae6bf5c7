import { connect, createServer, type Socket } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { largeHelloLost } from '../../src/causes/path/large-hello-lost.ts'
import { tlsCutInPath } from '../../src/causes/tls/tls-cut-in-path.ts'
import type { LineProtocol, Role, Security } from '../../src/core/mail.ts'
import type { Encryption } from '../../src/probes/lib/encryption-fact.ts'
import { serverName } from '../../src/probes/names/server-name.ts'
import { serverRoute } from '../../src/probes/path/server-route.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'
import { found, sick } from '../causes/chart.ts'
import { factOf } from '../examination.ts'
import { dovecot, postfix, type Script } from '../wire/mail-server.ts'
import { startMailServer } from '../wire/start-mail-server.ts'
import { fastClock, netTo } from '../wire/visit.ts'

const most = 1_200

/** A box on the way. Of the first TLS record it looks at the length; what `lets` says no to it drops, and stays silent. */
async function relayTo(port: number, lets: (length: number, place: number) => boolean): Promise<number> {
  const open = new Set<Socket>()
  let hellos = 0
  const server = createServer((here) => {
    const there = connect(port, '127.0.0.1')
    let isDropping = false
    let isSettled = false
    for (const one of [here, there]) {
      open.add(one)
      one.on('error', () => one.destroy())
    }
    here.on('data', (bytes) => {
      if (!isSettled && bytes[0] === 22 && bytes[1] === 3) {
        isSettled = true
        isDropping = !lets(bytes.readUInt16BE(3), hellos)
        hellos += 1
      }
      if (!isDropping) there.write(bytes)
    })
    there.on('data', (bytes) => here.write(bytes))
    here.on('close', () => there.destroy())
    there.on('close', () => here.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const one of open) one.destroy()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}

const kinds = {
  smtp: { role: 'outgoing', host: 'smtp.example.org', port: 587, security: 'starttls', script: postfix() },
  smtps: { role: 'outgoing', host: 'smtp.example.org', port: 465, security: 'tls', script: postfix({ tls: true }) },
  imap: { role: 'incoming', host: 'imap.example.org', port: 993, security: 'tls', script: dovecot({ tls: true }) },
} satisfies Record<string, { role: Role; host: string; port: number; security: Security; script: Script }>

async function through(kind: keyof typeof kinds, lets: (length: number, place: number) => boolean) {
  const { role, host, port, security, script } = kinds[kind]
  const protocol: LineProtocol = role === 'outgoing' ? 'smtp' : 'imap'
  const server = await startMailServer(script, host)
  const relay = await relayTo(server.port, lets)
  const clock = fastClock()
  const net = await netTo({ [`192.0.2.10:${port}`]: relay }, clock)
  const named = { host, literal: false, outcome: 'answered', addresses: [{ address: '192.0.2.10', family: 4 }], ms: 1 }
  const { fact } = await factOf(encryption, {
    clock,
    net,
    account: { [role]: { protocol, host, port, security } },
    facts: [[serverName, { [role]: named }]],
  })
  const route = found(serverRoute, {
    [role]: { address: '192.0.2.10', route: { interface: 'en0', vpn: false, mtu: 1_500 } },
  } as never)
  return { one: fact[role], chart: sick([found(encryption, fact as Encryption), route]) }
}

describe('a box that drops a long first word', () => {
  test.for(['smtp', 'smtps', 'imap'] as const)('%s: proved by a second, short one', async (kind) => {
    const { one, chart } = await through(kind, (length) => length <= most)
    expect(one).toMatchObject({ outcome: 'silent', second: { large: false, small: true } })
    expect(largeHelloLost.judge(chart)).toMatchObject({ is: 'present' })
    expect(tlsCutInPath.judge(chart)).toEqual({ is: 'absent' })
  })

  test('one that drops every word is no such box', async () => {
    const { one, chart } = await through('smtp', () => false)
    expect(one).toMatchObject({ outcome: 'silent', second: { large: false, small: false } })
    expect(largeHelloLost.judge(chart)).toEqual({ is: 'absent' })
    expect(tlsCutInPath.judge(chart)).toMatchObject({ is: 'present' })
  })

  test('one that stumbles once accuses nobody', async () => {
    const { one, chart } = await through('smtps', (_length, place) => place > 0)
    expect(one).toMatchObject({ outcome: 'silent', second: { large: true, small: true } })
    expect(largeHelloLost.judge(chart)).toEqual({ is: 'absent' })
    expect(tlsCutInPath.judge(chart)).toEqual({ is: 'absent' })
  })

  test('where it passes, nobody asks twice', async () => {
    const { one } = await through('imap', () => true)
    expect(one?.outcome).toBe('secured')
    expect(one?.second).toBeUndefined()
  })

  test.for(['127.0.0.1', 'localhost', '::1'])('nothing on the way to %s cuts', (host) => {
    for (const outcome of ['reset', 'silent'] as const) {
      const one = { host, port: 1025, mode: 'starttls', outcome, second: { large: false, small: false } } as const
      const server = { protocol: 'smtp', host, port: 1025, security: 'starttls' } as const
      const chart = sick([found(encryption, { outgoing: one })], {
        account: { id: 'a', email: 'n@x.example', outgoing: server },
      })
      expect(tlsCutInPath.judge(chart)).toEqual({ is: 'absent' })
    }
  })
})

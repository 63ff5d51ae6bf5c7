import { describe, expect, test } from 'vitest'
import type { Probe } from '../../../src/core/probe.ts'
import { play } from './play.ts'

describe('this Mac', () => {
  test('is healthy unless told', async () => {
    const { world, signal } = await play()
    expect(await world.mac.network(signal)).toMatchObject({ ipv4: true, ipv6: true, dhcp: true, proxies: [], vpns: [] })
    expect(await world.mac.filters(signal)).toEqual([])
    expect(await world.mac.freeSpace(signal)).toBeGreaterThan(10 ** 9)
    expect(await world.mac.routeTo('203.0.113.2', signal)).toEqual({ interface: 'en0', vpn: false })
    expect(await world.mac.routeTo('127.0.0.1', signal)).toMatchObject({ interface: 'lo0' })
  })

  test('routes by host name, by address, and by default', async () => {
    const routes = { 'mail.example.net': { interface: 'utun4', vpn: true, mtu: 1280 }, '198.51.100.9': 'none' }
    const { world, signal } = await play({ mac: { routes } })
    const { records } = await world.net.lookup('mail.example.net', signal)
    for (const { address } of records)
      expect(await world.mac.routeTo(address, signal)).toEqual(routes['mail.example.net'])
    expect(await world.mac.routeTo('198.51.100.9', signal)).toBe('none')
    expect(await world.mac.routeTo('198.51.100.10', signal)).toEqual({ interface: 'en0', vpn: false })
  })

  test('cannot always tell its resolvers', async () => {
    const { world, signal } = await play({ mac: { resolvers: 'unknown' } })
    expect((await world.mac.network(signal)).resolvers).toBeUndefined()
    expect((await world.net.lookup('mail.example.net', signal)).outcome).toBe('answered')
  })

  test('remembers what changed, oldest first', async () => {
    const changes = [
      { at: '-5m', what: 'wake', line: 'Woke up' },
      { at: '-2h', what: 'vpn', line: 'VPN went up' },
    ]
    const { world, changes: all } = await play({ mac: { changes } })
    expect(world.mac.changes(0).map(({ what }) => what)).toEqual(['vpn', 'wake'])
    expect(world.mac.changes(world.clock.now() - 600_000).map(({ what }) => what)).toEqual(['wake'])
    expect(all).toHaveLength(2)
  })

  test('may have a wrong clock, while pages have the right date', async () => {
    const { world, signal } = await play({ mac: { clock: '3h' } })
    const page = await world.net.http({ url: 'https://www.apple.com/', timeoutMs: 5_000 }, signal)
    const date = page.outcome === 'answered' ? Date.parse(page.headers.date ?? '') : 0
    expect(Math.round((world.clock.now() - date) / 60_000)).toBe(180)
  })
})

describe('who is examined', () => {
  test('accounts, and of each the messages that wait', async () => {
    const other = { email: 'ben@example.org', outgoing: { host: 'smtp.example.org', port: 465, security: 'tls' } }
    const { accounts, messages, messagesOf, world } = await play({
      otherAccounts: [other],
      outbox: [
        { waiting: '20m', recipients: 2, subject: 'a canary' },
        { waiting: '1m', account: 'ben@example.org', recipients: ['x@example.com'] },
      ],
    })
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(2)
    for (const { id } of accounts) expect(id).toMatch(/^[0-9a-f]{20}$/)
    expect(accounts[0]?.outgoing?.protocol).toBe('smtp')
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({ state: 'waiting', recipients: expect.objectContaining({ length: 2 }) })
    expect(Math.abs(world.clock.now() - (messages[0]?.waitingSince ?? 0) - 1_200_000)).toBeLessThan(5_000)
    expect(accounts.slice(1).flatMap(messagesOf)).toMatchObject([{ recipients: ['x@example.com'] }])
    expect(JSON.stringify([accounts, messages])).not.toMatch(/canary|a good secret/)
  })

  test('the secret is handed out to its account only', async () => {
    const other = { email: 'ben@example.org' }
    const { accounts, world, canSignIn } = await play({ otherAccounts: [other] })
    const [first, second] = accounts.map(({ id }) => id)
    expect(canSignIn).toBe(true)
    expect(await world.secrets.read(first ?? '')).toEqual({ secret: 'a good secret', method: 'password', version: '1' })
    expect(await world.secrets.read(second ?? '')).toBeUndefined()
  })

  test('what the history knows', async () => {
    const probe = { id: 'made-up' } as Probe<{ size: number }>
    const { past, world } = await play({ past: { 'made-up': { at: '-1d', fact: { size: 3 } } } })
    const known = past?.last(probe, 'good')
    expect(known?.fact).toEqual({ size: 3 })
    expect(Math.round((world.clock.now() - (known?.at ?? 0)) / 3_600_000)).toBe(24)
    expect(past?.last(probe, 'bad')).toBeUndefined()
    expect(past?.last({ ...probe, id: 'another' })).toBeUndefined()
    expect((await play()).past).toBeUndefined()
  })
})

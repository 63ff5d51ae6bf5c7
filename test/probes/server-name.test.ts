import { describe, expect, test } from 'vitest'
import type { Server } from '../../src/core/mail.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { serverName } from '../../src/probes/names/server-name.ts'
import { simulatedClock } from '../../src/world/simulated/clock.ts'
import { factOf } from '../examination.ts'
import { type MadeUp, madeUpNet } from '../made-up-net.ts'

const smtp = (host: string): Server => ({ protocol: 'smtp', host, port: 587, security: 'starttls' })
const imap = (host: string): Server => ({ protocol: 'imap', host, port: 993, security: 'tls' })

async function named(host: string, wish: MadeUp = {}) {
  const { net, asked } = await madeUpNet(wish)
  const { fact, telling } = await factOf(serverName, { account: { outgoing: smtp(host) }, net })
  return { fact: fact.outgoing, telling, asked: asked() }
}

describe('a name', () => {
  test('that is known', async () => {
    const zone = { 'smtp.example.org': { A: ['192.0.2.1'], AAAA: ['2001:db8::1'] } }
    const { fact, telling } = await named('smtp.example.org', { zone })
    expect(fact).toMatchObject({ host: 'smtp.example.org', literal: false, outcome: 'answered' })
    expect(fact?.addresses).toHaveLength(2)
    expect(telling.tone).toBe('good')
    expect(render(telling.line)).toMatch(/^smtp\.example\.org was found(, after [\d.]+ s)?$/)
  })

  test('with many addresses gives four of each family', async () => {
    const A = [1, 2, 3, 4, 5, 6].map((n) => `192.0.2.${n}`)
    const AAAA = [1, 2, 3, 4, 5, 6].map((n) => `2001:db8::${n}`)
    const { fact } = await named('smtp.example.org', { zone: { 'smtp.example.org': { A, AAAA } } })
    expect(fact?.addresses.map(({ family }) => family).sort()).toEqual([4, 4, 4, 4, 6, 6, 6, 6])
  })

  test.each([
    ['missing', {}, 'no-such-name', 'There is no smtp.example.org'],
    ['empty', { 'smtp.example.org': {} }, 'no-records', 'smtp.example.org has no address'],
    ['refused', { 'smtp.example.org': 'refused' }, 'refused', 'Looking up smtp.example.org was refused'],
    ['failed', { 'smtp.example.org': 'failed' }, 'failed', 'Looking up smtp.example.org failed'],
  ] as const)('that is %s', async (_, zone, outcome, line) => {
    const { fact, telling } = await named('smtp.example.org', { zone })
    expect(fact).toMatchObject({ outcome, addresses: [] })
    expect(rendered(telling)).toEqual({ tone: 'bad', line })
  })

  test('of which nobody speaks is silent within the budget', async () => {
    const clock = simulatedClock(Date.now(), 0, 5)
    const { net } = await madeUpNet({ zone: { 'smtp.example.org': 'silent' }, clock })
    const { fact, telling } = await factOf(serverName, { account: { outgoing: smtp('smtp.example.org') }, net, clock })
    expect(fact.outgoing).toMatchObject({ outcome: 'silent', addresses: [] })
    expect(fact.outgoing?.ms).toBeLessThan(serverName.budget)
    expect(render(telling.line)).toBe('Looking up smtp.example.org got no answer')
  })
})

describe('an address is not looked up', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7', 4],
    ['2001:db8::7', '2001:db8::7', 6],
    ['[2001:db8::7]', '2001:db8::7', 6],
    ['fe80::1%en0', 'fe80::1%en0', 6],
  ])('%s', async (host, address, family) => {
    const { fact, asked, telling } = await named(host)
    expect(fact).toMatchObject({ host, literal: true, outcome: 'answered', addresses: [{ address, family }] })
    expect(asked).toEqual([])
    expect(render(telling.line)).toBe(`${host} is an address itself`)
  })
})

describe('an odd name is not looked up', () => {
  test.each([
    ['smtp.example.org ', 'a space'],
    [' smtp.example.org', 'a space'],
    ['smtp.example,org', ','],
    ['smtp.example.org:587', ':'],
    ['https://smtp.example.org', ':, /'],
    ['smtp\u200b.example.org', 'an invisible character'],
    ['smtp\ufffd.example.org', 'an invisible character'],
    ['smtp.\u001b[31mexample.org', 'an invisible character, ['],
    ['smtp..example.org', 'an empty part'],
    ['', 'an empty part'],
    [`${'a'.repeat(64)}.example.org`, 'a part of more than 63 characters'],
    [`${'abcdefg.'.repeat(40)}org`, 'more than 253 characters'],
    ['999.1.1.1:', ':'],
  ])('%j has %s', async (host, odd) => {
    const { fact, asked, telling } = await named(host)
    expect(fact).toMatchObject({ outcome: 'no-such-name', odd, addresses: [], literal: false })
    expect(asked).toEqual([])
    expect(render(telling.line)).toContain(`it has ${odd}`)
  })

  test('an address of a person in its place is not kept', async () => {
    const { fact, telling } = await named('anna.canary@example.org')
    expect(JSON.stringify([fact, telling])).not.toContain('canary')
    expect(render(fact?.odd ?? foreignName(''))).toBe('@')
  })
})

describe('both servers', () => {
  test('each is told as soon as it is known', async () => {
    const { net } = await madeUpNet({ zone: { 'imap.example.org': { A: ['192.0.2.2'] } } })
    const account = { outgoing: smtp('smtp.example.org'), incoming: imap('imap.example.org') }
    const { fact, sofar, telling } = await factOf(serverName, { account, net })
    expect(Object.keys(fact).sort()).toEqual(['incoming', 'outgoing'])
    expect(sofar).toHaveLength(1)
    expect(rendered(telling)).toEqual({ tone: 'bad', line: 'There is no smtp.example.org' })
  })

  test('one name is asked for once', async () => {
    const { net, asked } = await madeUpNet({ zone: { 'mail.example.org': { A: ['192.0.2.2'] } } })
    const account = { outgoing: smtp('mail.example.org'), incoming: imap('mail.example.org') }
    await factOf(serverName, { account, net })
    expect(asked().sort()).toEqual(['mail.example.org A', 'mail.example.org AAAA'])
  })

  test('an account without servers has nothing to name', async () => {
    const { fact, telling } = await factOf(serverName, {})
    expect(fact).toEqual({})
    expect(telling.tone).toBe('plain')
  })
})

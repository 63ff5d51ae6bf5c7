import { describe, expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { mailRecords } from '../../src/probes/names/mail-records.ts'
import { simulatedClock } from '../../src/world/simulated/clock.ts'
import { askAlone, factOf } from '../examination.ts'
import { madeUpNet } from '../made-up-net.ts'
import type { Zone } from '../name-server.ts'

async function published(zone: Zone, email = 'anna.canary@example.org') {
  const { net, asked } = await madeUpNet({ zone })
  return { ...(await factOf(mailRecords, { account: { email }, net })), asked: asked() }
}

test('everything a domain can publish', async () => {
  const { fact, telling, asked } = await published({
    'example.org': {
      MX: [
        { exchange: 'mx2.Example.org', preference: 20 },
        { exchange: 'mx1.example.org', preference: 10 },
      ],
      TXT: ['something=else', 'v=spf1 include:_spf.example.net -all'],
    },
    '_dmarc.example.org': { TXT: ['v=DMARC1; p=reject; rua=mailto:boss@example.org'] },
    '_submissions._tcp.example.org': {
      SRV: [
        { target: 'second.example.org', port: 465, priority: 1 },
        { target: 'light.example.org', port: 465, priority: 0, weight: 1 },
        { target: 'heavy.example.org', port: 465, priority: 0, weight: 9 },
      ],
    },
    '_imap._tcp.example.org': { SRV: [{ target: '.', port: 0 }] },
    '_autodiscover._tcp.example.org': { SRV: [{ target: 'autodiscover.example.net', port: 443 }] },
  })
  expect(fact).toEqual({
    domain: 'example.org',
    outcome: 'answered',
    mx: [
      { exchange: 'mx1.example.org', priority: 10 },
      { exchange: 'mx2.example.org', priority: 20 },
    ],
    nullMx: false,
    services: [
      { service: 'submissions', host: 'heavy.example.org', port: 465 },
      { service: 'submissions', host: 'light.example.org', port: 465 },
      { service: 'submissions', host: 'second.example.org', port: 465 },
      { service: 'autodiscover', host: 'autodiscover.example.net', port: 443 },
    ],
    spf: 'v=spf1 include:_spf.example.net -all',
    dmarc: expect.stringMatching(/^v=DMARC1; p=reject; rua=\S*<address>$/),
  })
  expect(rendered(telling)).toEqual({ tone: 'good', line: 'Mail for example.org goes to mx1.example.org' })
  expect(asked.join()).not.toContain('canary')
  expect(JSON.stringify(fact)).not.toMatch(/canary|boss/)
})

test('DMARC of the domain above holds for one below it', async () => {
  const zone = { 'news.example.co.uk': {}, '_dmarc.example.co.uk': { TXT: ['v=DMARC1; p=none'] } }
  const { fact } = await published(zone, 'anna@news.example.co.uk')
  expect(fact.dmarc).toBe('v=DMARC1; p=none')
})

describe('without MX', () => {
  test.each([
    ['null MX', { 'example.org': { MX: [{ exchange: '.', preference: 0 }] } }, 'answered', 'bad', 'takes no mail'],
    ['no records', { 'example.org': {} }, 'no-records', 'plain', 'names no server'],
    ['no domain', {}, 'no-such-name', 'bad', 'There is no example.org'],
    ['refused', { 'example.org': 'refused' }, 'refused', 'plain', 'Nobody could say'],
    ['failed', { 'example.org': 'failed' }, 'failed', 'plain', 'Nobody could say'],
  ] as const)('%s', async (name, zone, outcome, tone, words) => {
    const { fact, telling } = await published(zone)
    expect(fact).toMatchObject({ outcome, mx: [], nullMx: name === 'null MX' })
    expect(telling.tone).toBe(tone)
    expect(render(telling.line)).toContain(words)
  })

  test('silence is told within the budget', async () => {
    const clock = simulatedClock(Date.now(), 0, 5)
    const { net } = await madeUpNet({ zone: { 'example.org': 'silent' }, clock })
    const began = clock.elapsed()
    const { fact } = await factOf(mailRecords, { net, clock })
    expect(fact.outcome).toBe('silent')
    expect(clock.elapsed() - began).toBeLessThan(mailRecords.budget)
  })
})

test.each(['anna', 'anna@', 'anna@exa mple.org', ''])('%j has no domain to ask about', async (email) => {
  await expect(askAlone(mailRecords, { account: { email } })).rejects.toThrow('The account has no usable mail address.')
})

import { describe, expect, test } from 'vitest'
import type { Server } from '../../src/core/mail.ts'
import { render } from '../../src/core/render.ts'
import { exchangeEndpoints } from '../../src/probes/server/exchange-endpoints.ts'
import { simulatedClock } from '../../src/world/simulated/clock.ts'
import { askAlone, examination, factOf } from '../examination.ts'
import { type MadeUp, madeUpNet } from '../made-up-net.ts'

const incoming: Server = { protocol: 'exchange', host: 'mail.example.org', port: 443, security: 'tls' }
const ews = 'https://mail.example.org/EWS/Exchange.asmx'
const discover = 'https://office.example.com/autodiscover.json/v1.0/postmaster@example.org'
const outside = {
  autodiscover: ['https://office.example.com/autodiscover.json/v1.0/postmaster@{domain}?Protocol=AutodiscoverV1'],
}
const account = { email: 'anna.canary@example.org', incoming }

async function endpoints(pages: MadeUp['pages'] = {}, wish: MadeUp = {}) {
  const { net, requests } = await madeUpNet({ ...wish, pages: { [ews]: { status: 401 }, ...pages } })
  const began = wish.clock?.elapsed() ?? 0
  const found = await factOf(exchangeEndpoints, { account, net, outside, ...(wish.clock && { clock: wish.clock }) })
  const took = (wish.clock?.elapsed() ?? 0) - began
  expect(requests.join(' ')).not.toContain('canary')
  const [first, second] = found.fact.endpoints
  return { ...found, took, ews: first, autodiscover: second }
}

test('is asked for Exchange accounts only', () => {
  expect(exchangeEndpoints.when?.(examination({ account }))).toBe(true)
  expect(exchangeEndpoints.when?.(examination({ account: { incoming: { ...incoming, protocol: 'imap' } } }))).toBe(
    false,
  )
  expect(exchangeEndpoints.when?.(examination({}))).toBe(false)
})

describe('Exchange Web Services', () => {
  test.each([
    [401, 'there', 'good'],
    [302, 'there', 'good'],
    [200, 'there', 'good'],
    [403, 'there', 'good'],
    [404, 'not-there', 'bad'],
    [410, 'not-there', 'bad'],
    [503, 'no-answer', 'bad'],
  ])('%d is %s', async (status, outcome, tone) => {
    const { ews: found, telling } = await endpoints({ [ews]: { status } })
    expect(found).toMatchObject({ name: 'ews', host: 'mail.example.org', outcome, status })
    expect(telling.tone).toBe(tone)
  })

  test('refused', async () => {
    const { ews: found, telling } = await endpoints({ [ews]: 'refused' })
    expect(found).toMatchObject({ outcome: 'no-answer' })
    expect(found).not.toHaveProperty('status')
    expect(render(telling.line)).toBe('The Exchange service on mail.example.org does not answer')
  })

  test('silent, within the budget', async () => {
    const clock = simulatedClock(Date.now(), 0, 5)
    const { ews: found, took } = await endpoints({ [ews]: 'silent' }, { clock })
    expect(found?.outcome).toBe('no-answer')
    expect(took).toBeLessThan(exchangeEndpoints.budget)
  })

  test('a name that cannot be is not asked', async () => {
    const odd = { ...account, incoming: { ...incoming, host: 'mail.example.org/x' } }
    await expect(askAlone(exchangeEndpoints, { account: odd })).rejects.toThrow('cannot be right')
  })

  test('an IPv6 address and another port', async () => {
    const asked: string[] = []
    const net = {
      http: async ({ url }: { url: string }) => {
        asked.push(url)
        return { outcome: 'refused', ms: 1 } as const
      },
    }
    const odd = { email: '', incoming: { ...incoming, host: '2001:db8::1', port: 8443 } }
    await factOf(exchangeEndpoints, { account: odd, net })
    expect(asked).toEqual(['https://[2001:db8::1]:8443/EWS/Exchange.asmx'])
  })
})

describe('autodiscover', () => {
  test.each([
    ['there', { body: '{"Protocol":"AutodiscoverV1","Url":"https://outlook.example.com/a.xml"}' }, 'there'],
    ['not there', { status: 404 }, 'not-there'],
    ['something else', { body: '<html>' }, 'not-there'],
    ['out of order', { status: 500 }, 'no-answer'],
  ])('%s', async (_, page, outcome) => {
    const { autodiscover } = await endpoints({ [discover]: page })
    expect(autodiscover).toMatchObject({ name: 'autodiscover', host: 'office.example.com', outcome })
  })

  test('without a domain nothing is asked', async () => {
    const { net } = await madeUpNet({ pages: { [ews]: { status: 401 } } })
    const { fact } = await factOf(exchangeEndpoints, { account: { email: 'anna', incoming }, net, outside })
    expect(fact.endpoints).toHaveLength(1)
  })
})

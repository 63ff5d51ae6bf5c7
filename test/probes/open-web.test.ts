import { expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { openWeb } from '../../src/probes/network/open-web.ts'
import { simulatedClock } from '../../src/world/simulated/clock.ts'
import { factOf } from '../examination.ts'
import { type MadeUp, madeUpNet, type Page } from '../made-up-net.ts'

const apple = { url: 'http://captive.example.com/hotspot', body: '<HTML>Success</HTML>' }
const other = { url: 'http://connect.example.net/test.txt', body: 'Connect Test' }

async function asked(first: Page | 'refused' | 'silent', second: Page | 'refused' | 'silent', wish: MadeUp = {}) {
  const { net, requests } = await madeUpNet({ ...wish, pages: { [apple.url]: first, [other.url]: second } })
  const clock = wish.clock
  const found = await factOf(openWeb, {
    net,
    outside: { captiveChecks: [apple, other] },
    ...(clock && { clock }),
  })
  return { ...found, requests, proof: openWeb.provesWayOut?.(found.fact) }
}

test('both pages as they should be: open, and a proof of our way out', async () => {
  const { fact, telling, proof } = await asked({ body: `${apple.body}\n` }, { body: other.body })
  expect(fact).toMatchObject({ open: true, portal: false })
  expect(fact.checks.map(({ host, outcome, status }) => [host, outcome, status])).toEqual([
    ['captive.example.com', 'open', 200],
    ['connect.example.net', 'open', 200],
  ])
  expect(Math.abs((fact.checks[0]?.date ?? 0) - Date.now())).toBeLessThan(10_000)
  expect(rendered(telling)).toEqual({ tone: 'good', line: 'The web works' })
  expect(render(proof ?? foreignName(''))).toMatch(/^The web works: captive\.example\.com answered in \d+ ms$/)
})

test('one page as it should be is enough', async () => {
  const { fact } = await asked({ status: 302, headers: { location: 'http://x.test/' } }, { body: other.body })
  expect(fact).toMatchObject({ open: true, portal: false })
})

test('a redirect is a portal, of which only the host is kept, and is not followed', async () => {
  const redirect = { status: 302, headers: { location: 'https://login.hotel.test:8443/in?mac=canary' } }
  const { fact, telling, proof, requests } = await asked(redirect, redirect)
  expect(fact).toMatchObject({ open: false, portal: true })
  expect(fact.checks[0]).toMatchObject({ outcome: 'other', status: 302, redirect: 'login.hotel.test' })
  expect(JSON.stringify(fact)).not.toContain('canary')
  expect(rendered(telling)).toEqual({ tone: 'bad', line: 'This network sends us to login.hotel.test first' })
  expect(proof).toBeUndefined()
  expect(requests).toHaveLength(2)
})

test.each([
  ['another body', { body: '<html>Welcome to the train</html>' }],
  ['511 Network Authentication Required (RFC 6585)', { status: 511 }],
  ['an error page with the right words', { status: 500, body: apple.body }],
  ['a redirect to nowhere', { status: 302, headers: { location: 'http://[' } }],
] as const)('%s is a portal when the other does not answer', async (_, page) => {
  const { fact, telling } = await asked(page, 'refused')
  expect(fact).toMatchObject({ open: false, portal: true })
  expect(fact.checks.map(({ outcome }) => outcome)).toEqual(['other', 'none'])
  expect(fact.checks[0]).not.toHaveProperty('redirect')
  expect(rendered(telling)).toEqual({ tone: 'bad', line: 'Something else answers in place of a well-known page' })
})

test('no answer at all is no portal', async () => {
  const { fact, telling } = await asked('refused', 'refused')
  expect(fact).toMatchObject({ open: false, portal: false })
  expect(fact.checks[0]).toMatchObject({ outcome: 'none', code: 'ECONNREFUSED' })
  expect(rendered(telling)).toEqual({ tone: 'bad', line: 'No well-known page answers' })
})

test('silence is told within the budget', async () => {
  const { fact } = await asked('silent', 'silent', { clock: simulatedClock(Date.now(), 0, 5) })
  expect(fact).toMatchObject({ open: false, portal: false })
  for (const check of fact.checks) expect(check.ms).toBeLessThan(openWeb.budget)
})

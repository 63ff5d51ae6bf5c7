import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openHistory } from '../../src/history/history.ts'
import { playScene } from '../../src/world/simulated/world.ts'
import { ownFolder } from '../history/folder.ts'
import { type Difference, minute, stuckScene, trialsIn, watchedFor, watchFor } from './listened-watch.ts'

const bea = (reply: string) => ({ smtp: { recipients: { 'bea@example.org': reply } } })
const anna = (reply: string) => ({ smtp: { senders: { 'anna@example.net': reply } } })

/** What a server answers to the envelope of the waiting message, and the cause that the watch names. */
const answers: readonly [what: string, difference: Difference, cause: string | undefined][] = [
  [
    'its sender',
    anna('553 5.7.1 <anna@example.net>: Sender address rejected: not owned by user'),
    'sender-not-allowed',
  ],
  ['a recipient', bea('550 5.1.1 <bea@example.org>: Recipient address rejected: User unknown'), 'recipient-refused'],
  ['its size', { smtp: { replies: { mail: '552 5.3.4 Message size exceeds fixed limit' } } }, 'message-too-large'],
  ['a full mailbox', bea('452 4.2.2 <bea@example.org>: Mailbox full'), 'mailbox-full'],
  [
    'too much mail',
    bea('450 4.7.1 <anna@example.net>: Recipient address rejected: hourly quota exceeded'),
    'rate-limited',
  ],
  [
    'everybody it does not know, for now',
    bea('450 4.2.0 <bea@example.org>: Greylisted, come back later'),
    'server-busy',
  ],
  [
    'for now',
    { smtp: { replies: { mail: '451 4.3.2 System not accepting network messages, try again later' } } },
    'server-busy',
  ],
  ['nothing', {}, undefined],
]

test.for(answers)('the watch hears that the server refuses %s', { timeout: 60_000 }, async ([, difference, cause]) => {
  const { causes, state, said, told } = await watchedFor(difference)
  expect(causes[0]).toBe(cause)
  expect(state.episodes[0]?.cause).toBe(cause)
  if (cause === undefined) expect(state.status).toBe('stuck')
  expect(said.filter((line) => /^(MAIL|RCPT|DATA|RSET)/.test(line))).toEqual([
    'MAIL FROM:<anna@example.net> SIZE=40000',
    ...(difference.smtp && !('recipients' in difference.smtp) ? [] : ['RCPT TO:<bea@example.org>']),
    'RSET',
  ])
  expect(told).not.toMatch(/anna|bea@|zebra/)
})

test('once in a stuck spell, whatever happens, and over a restart; what was heard stays known', {
  timeout: 60_000,
}, async () => {
  const path = join(ownFolder(), 'history.sqlite')
  const played = await playScene(
    stuckScene(bea('550 5.1.1 <bea@example.org>: Recipient address rejected: User unknown')),
  )
  onTestFinished(() => played.close())
  const first = await watchFor(played, path, 90 * minute)
  expect(trialsIn(first.said)).toBe(1)
  expect(first.state.episodes).toMatchObject([{ cause: 'recipient-refused', tried: [expect.any(String)] }])
  const second = await watchFor(played, path, 60 * minute)
  expect(second.state.episodes).toEqual(first.state.episodes)
  expect(second.causes).toEqual(['recipient-refused'])
  expect(trialsIn(second.said)).toBe(0)
  new Database(path).pragma('wal_checkpoint(TRUNCATE)')
  expect(readFileSync(path).toString('latin1')).not.toMatch(/anna|bea|zebra/i)
})

test('asked again once other mail is stuck', { timeout: 60_000 }, async () => {
  const later = [
    { after: '10m', world: { outbox: [] } },
    { after: '20m', world: { outbox: [{ waiting: '1m', name: 'next', recipients: ['carl@example.org'] }] } },
  ]
  const { said } = await watchedFor({ world: { later } }, ':memory:', 30 * minute)
  expect(said.filter((line) => line.startsWith('RCPT'))).toEqual([
    'RCPT TO:<bea@example.org>',
    'RCPT TO:<carl@example.org>',
  ])
})

test('what it said about mail that has left accuses no other mail', { timeout: 60_000 }, async () => {
  const other = { waiting: '1m', name: 'next', recipients: ['carl@example.org'] }
  const refused = { waiting: '1m', name: 'first', recipients: ['bea@example.org'] }
  const world = {
    outbox: [refused],
    later: [
      { after: '6m', world: { outbox: [refused, other] } },
      { after: '12m', world: { outbox: [other] } },
    ],
  }
  const { causes, said } = await watchedFor(
    { ...bea('550 5.1.1 <bea@example.org>: User unknown'), world },
    ':memory:',
    30 * minute,
  )
  expect(causes).toEqual([])
  expect(trialsIn(said)).toBe(1)
})

test('a password that is refused in it is a refused password, and is not said again', { timeout: 60_000 }, async () => {
  const replies = { auth: '535 5.7.8 Error: authentication failed: zebra-7-canary' }
  const changed = { 'smtp.example.net': { smtp: { replies } } }
  const { causes, said, told } = await watchedFor(
    { world: { outbox: [], later: [{ after: '1m', world: { hosts: changed, ...stuckNow } }] } },
    ':memory:',
    60 * minute,
  )
  expect(causes).toEqual(['password-refused'])
  expect(trialsIn(said)).toBe(0)
  expect(said.filter((line) => line.startsWith('AUTH'))).toHaveLength(1)
  expect(told).not.toMatch(/zebra/)
})
const stuckNow = { outbox: [{ waiting: '1m', name: 'late', recipients: ['bea@example.org'] }] }

test('nobody is asked without a password, nor behind a certificate that is not in order', {
  timeout: 60_000,
}, async () => {
  const refusing = bea('550 5.1.1 User unknown')
  const without = await watchedFor({ ...refusing, secret: null })
  expect(without).toMatchObject({ causes: [], state: { status: 'stuck' } })
  const strange = await watchedFor({ smtp: { ...refusing.smtp, certificate: { issuer: 'self-signed' } } })
  expect(strange.causes[0]).toBe('certificate-self-signed')
  expect([...without.said, ...strange.said].filter((line) => /^(AUTH|MAIL|RCPT)/.test(line))).toEqual([])
})

test('nor where something else is found, nor while the password was said too often', { timeout: 60_000 }, async () => {
  const offline = await watchedFor({ world: { mac: { apps: [{ app: 'apple-mail', offline: true }] } } })
  expect(offline.causes[0]).toBe('client-offline')
  expect(trialsIn(offline.said)).toBe(0)

  const path = join(ownFolder(), 'history.sqlite')
  const played = await playScene(stuckScene(bea('550 5.1.1 <bea@example.org>: User unknown')))
  onTestFinished(() => played.close())
  const history = openHistory(path, () => played.world.clock.now())
  for (const secret of ['one', 'two', 'three']) {
    const said = { protocol: 'smtp', host: 'smtp.example.net', username: 'anna@example.net', secret } as const
    const permit = await history.signIns(true).mayTry(said)
    if (permit.may) permit.ended('broken-off')
  }
  history.close()
  const soon = await watchFor(played, path, 30 * minute)
  expect({ causes: soon.causes, trials: trialsIn(soon.said) }).toEqual({ causes: [], trials: 0 })
  const late = await watchFor(played, path, 90 * minute)
  expect({ causes: late.causes, trials: trialsIn(late.said) }).toEqual({ causes: ['recipient-refused'], trials: 1 })
})

test('a person who checks again is told what the server says now, and once', { timeout: 60_000 }, async () => {
  const refusing = bea('550 5.1.1 <bea@example.org>: User unknown')
  const mended = { later: [{ after: '20m', world: { hosts: {} } }] }
  const played = await playScene(stuckScene({ ...refusing, world: mended }))
  onTestFinished(() => played.close())
  const path = join(ownFolder(), 'history.sqlite')
  const before = await watchFor(played, path, 25 * minute)
  expect({ causes: before.causes, trials: trialsIn(before.said) }).toEqual({ causes: ['recipient-refused'], trials: 1 })
  const checked = await watchFor(played, path, 5 * minute, { check: true, for: 2 * minute })
  expect({ causes: checked.causes, trials: trialsIn(checked.said) }).toEqual({ causes: [], trials: 1 })
  const again = await watchFor(played, path, minute, { check: true, for: 2 * minute })
  expect({ causes: again.causes, trials: trialsIn(again.said) }).toEqual({ causes: [], trials: 0 })
})

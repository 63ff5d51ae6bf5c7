import { expect, test } from 'vitest'
import type { Reply } from '../../src/core/reply.ts'
import { leaveAloneAfter } from '../../src/sync/leave-alone.ts'

const minute = 60_000
const hour = 60 * minute

const said = (code: string, text: string, more: Partial<Reply> = {}): Reply => ({
  protocol: 'imap',
  stage: 'auth',
  code,
  text,
  host: 'imap.example.net',
  ...more,
})
const after = (reply: Reply, host = 'imap.example.net') => leaveAloneAfter({ outcome: 'refused', reply, ms: 1 }, host)

// As the servers word it.
test.each<[string, Reply, string?]>([
  ['Yahoo', said('NO', 'CAPABILITY Rate limit hit', { enhanced: 'LIMIT' }), 'imap.mail.yahoo.com'],
  ['Dovecot', said('NO', 'Maximum number of connections from user+IP exceeded', { enhanced: 'UNAVAILABLE' })],
  ['anybody', said('NO', 'Try later', { enhanced: 'LIMIT' })],
  ['another session', said('NO', 'In use', { enhanced: 'INUSE' })],
  ['Exchange Online', said('BAD', 'User is authenticated but not connected.', { stage: 'select' })],
])('%s is left alone for an hour', (_, reply, host) => {
  expect(after(reply, host)).toBe(hour)
})

test('who says how long is left alone for as long, and for an hour at least', () => {
  const throttled = (waitMs: number) =>
    leaveAloneAfter({ outcome: 'failed', code: 'THROTTLED', waitMs, ms: 1 }, 'outlook.office365.com')
  expect(throttled(299_961)).toBe(hour)
  expect(throttled(3 * hour)).toBe(3 * hour)
})

test('limits of a day last a day', () => {
  const gmail = 'imap.gmail.com'
  expect(after(said('NO', 'Account exceeded command or bandwidth limits', { enhanced: 'OVERQUOTA' }), gmail)).toBe(
    24 * hour,
  )
  expect(after(said('BYE', 'Session expired, please login again.'), gmail)).toBe(24 * hour)
})

test('whatever else goes wrong holds nobody back', () => {
  expect(after(said('NO', 'Invalid credentials', { enhanced: 'AUTHENTICATIONFAILED' }))).toBeUndefined()
  expect(after(said('NO', 'Mailbox is full', { enhanced: 'OVERQUOTA' }))).toBeUndefined()
  expect(leaveAloneAfter({ outcome: 'silent', ms: 1 }, 'imap.example.net')).toBeUndefined()
})

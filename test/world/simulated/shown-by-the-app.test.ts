import { beforeAll, describe, expect, test } from 'vitest'
import { rendered } from '../../../src/core/rendered.ts'
import { annas, askedBothWays } from './asked-both-ways.ts'
import { examined } from './examined.ts'

const both = (id: string) => ({ check: id, watch: id })
const shows = (text: string) => ({ mac: { apps: [{ app: 'apple-mail', shows: text }] } })
const exchange = (app: object) => ({
  account: {
    email: 'anna@example.net',
    client: 'outlook',
    incoming: { protocol: 'exchange', host: 'mail.example.net', port: 443, security: 'tls' },
  },
  mac: { apps: [{ app: 'outlook', ...app }] },
})

describe('what only the app tells, a check and the watch hear alike', () => {
  beforeAll(async () => void (await examined(annas({}))))

  test('the answer to the last dot never came', async () => {
    const scene = annas({ outbox: [{ waiting: '30m', size: 18_000, answer: 'lost' }] })
    expect(await askedBothWays(scene)).toEqual(both('maybe-delivered'))
  })

  test('nor did it in the German words of another app', async () => {
    const scene = annas(shows('Zeitüberschreitung nach dem Senden der Nachricht: keine Antwort des Servers'))
    expect(await askedBothWays(scene)).toEqual(both('maybe-delivered'))
  })

  test('a refusal for good is an answer, whatever else it says', async () => {
    const scene = annas(shows('550 5.6.0 Connection closed after end of data: bare LF in message'))
    expect(await askedBothWays(scene)).toEqual(both('message-malformed'))
  })

  test('a line of the message is too long', async () => {
    const scene = annas(shows('550 Maximum line length exceeded (see RFC 5321 4.5.3.1).'))
    expect(await askedBothWays(scene)).toEqual(both('message-malformed'))
    const [first] = (await examined(scene)).diagnosis.causes
    expect(rendered(first?.details ?? []).join(' ')).toMatch(/plain text/)
  })

  test('the Sent folder of an Exchange mailbox is gone', async () => {
    const scene = annas(exchange({ shows: 'ErrorFolderNotFound: the Sent Items folder does not exist.' }))
    expect(await askedBothWays(scene)).toEqual(both('maybe-delivered'))
    const [first] = (await examined(scene)).diagnosis.causes
    expect(rendered(first?.details ?? []).join(' ')).toMatch(/renamed, moved or deleted/)
  })

  test('the mailbox at Exchange is full', async () => {
    const scene = annas(exchange({ mailbox: { used: 49_900_000_000, limit: 50_000_000_000 } }))
    expect(await askedBothWays(scene)).toEqual(both('mailbox-full'))
  })

  test('the mailbox at Exchange is nearly full, which is less sure', async () => {
    const scene = annas(exchange({ mailbox: { used: 47_000_000_000, limit: 50_000_000_000 } }))
    expect(await askedBothWays(scene)).toEqual(both('mailbox-full'))
    expect((await examined(scene)).diagnosis.causes[0]?.weight).toBeLessThan(0.6)
  })

  test('of a mailbox with room nothing is said, nor of an old message while nothing waits', async () => {
    const room = annas(exchange({ mailbox: { used: 1_000_000_000, limit: 50_000_000_000 } }))
    expect((await askedBothWays(room)).check).not.toBe('mailbox-full')
    expect((await examined(annas({ ...shows('No response after the final dot'), outbox: [] }))).diagnosis.status).toBe(
      'clear',
    )
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { rendered } from '../../../src/core/rendered.ts'
import { annas, askedBothWays } from './asked-both-ways.ts'
import { examined } from './examined.ts'

const silent = { hosts: { 'mail.example.net': 'silent' } }
const filter = (at: string) => ({
  filters: [{ name: 'LuLu', version: '3.1' }],
  changes: [{ at, what: 'filter', line: 'LuLu was updated' }],
})
const refused = (at: string) => ({
  'sign-in': {
    at,
    tone: 'bad',
    fact: { outgoing: { host: 'mail.example.net', outcome: 'refused', ms: 210, version: 'old' } },
  },
})
const both = (id: string) => ({ check: id, watch: id })

describe('a provider of whom nothing answers, while others do', () => {
  beforeAll(async () => void (await examined(annas({}))))

  test('is kept away by the filter that was just changed', async () => {
    const scene = annas({ ...silent, mac: filter('-40m') })
    expect(await askedBothWays(scene)).toEqual(both('filter-blocks-client'))
    const [first, second] = (await examined(scene)).diagnosis.causes
    expect(first?.plain).toMatch(/\(LuLu\) was changed/)
    expect(rendered(first?.details ?? []).join(' ')).toMatch(/Another device in the same network is the proof/)
    expect(second?.id).toBe('server-down')
  })

  test('is down where its own status page says so, whatever was changed here', async () => {
    const icloud = { host: 'imap.mail.me.com', port: 993, security: 'tls' }
    const scene = annas({
      account: {
        email: 'anna.example@icloud.com',
        incoming: { protocol: 'imap', ...icloud },
        outgoing: { host: 'smtp.mail.me.com', port: 587, security: 'starttls' },
      },
      hosts: { 'imap.mail.me.com': 'silent', 'smtp.mail.me.com': 'silent' },
      outside: { incidents: [{ service: 'iCloud Mail', title: 'Some users are affected', since: '-50m' }] },
      mac: filter('-40m'),
    })
    expect(await askedBothWays(scene)).toEqual(both('server-down'))
    const [first] = (await examined(scene)).diagnosis.causes
    expect(first?.plain).toMatch(/the mail server is not answering\./)
  })

  test('is not the filter’s doing where a machine refuses', async () => {
    const scene = annas({ hosts: { 'mail.example.net': 'refused' }, mac: filter('-40m') })
    expect(await askedBothWays(scene)).toEqual(both('server-down'))
  })

  test('is likelier down where the filter was changed yesterday', async () => {
    expect(await askedBothWays(annas({ ...silent, mac: filter('-23h') }))).toEqual(both('server-down'))
  })

  test('has shut us out, web and all, after sign-ins that were refused', async () => {
    const scene = annas({ ...silent, past: refused('-40m') })
    expect(await askedBothWays(scene)).toEqual(both('server-bans-you'))
    const [first] = (await examined(scene)).diagnosis.causes
    expect(rendered(first?.details ?? []).join(' ')).toMatch(/Another network is the proof/)
    expect(rendered(first?.against ?? []).join(' ')).toMatch(/may also be down/)
  })

  test('has shut us out after the app told of a wrong password', async () => {
    const outlook = { app: 'outlook', shows: '535 5.7.8 Error: authentication failed' }
    const scene = annas({ ...silent, mac: { apps: [outlook] }, account: { ...annas({}).account, client: 'outlook' } })
    expect(await askedBothWays(scene)).toEqual(both('server-bans-you'))
  })

  test('has not shut us out for a sign-in of last week', async () => {
    expect(await askedBothWays(annas({ ...silent, past: refused('-7d') }))).toEqual(both('server-down'))
  })

  test('answers us not, and that is all that is said without a witness', async () => {
    const [first] = (await examined(annas(silent))).diagnosis.causes
    expect(first?.id).toBe('server-down')
    expect(first?.plain).toMatch(/nobody answers us/)
    expect(rendered(first?.details ?? []).join(' ')).toMatch(/another network tells/)
  })
})

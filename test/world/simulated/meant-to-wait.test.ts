import { beforeAll, describe, expect, test } from 'vitest'
import { rendered } from '../../../src/core/rendered.ts'
import { annas, askedBothWays } from './asked-both-ways.ts'
import { examined } from './examined.ts'

const one = (more: object) => ({ outbox: [{ waiting: '3m', size: 18_000, recipients: 1, ...more }] })
const both = (id: string) => ({ check: id, watch: id })
const closed = { mac: { apps: [{ app: 'apple-mail', running: false }] } }
const outlook = (more: object) => ({
  account: { ...annas({}).account, client: 'outlook' },
  mac: { apps: [{ app: 'outlook', ...more }] },
})

describe('a message that is meant to wait', () => {
  beforeAll(async () => void (await examined(annas({}))))

  test('waits as it should while it can be taken back, and leaves by itself', async () => {
    const later = [{ after: '8s', world: { outbox: [] } }]
    const scene = annas({ ...one({ waiting: '2s', state: 'undo-send', left: '8s' }), later })
    expect(await askedBothWays(scene)).toEqual({ check: 'waiting-by-design', watch: null })
  })

  test('waits no longer as it should three minutes after it could be taken back', async () => {
    const scene = annas({ ...one({ state: 'undo-send', left: '-170s' }), ...closed })
    expect(await askedBothWays(scene)).toEqual(both('client-not-running'))
  })

  test('nor where the app has lost count of the seconds', async () => {
    const scene = annas({ ...one({ state: 'undo-send', timer: 'lost' }), hosts: { 'mail.example.net': 'silent' } })
    expect(await askedBothWays(scene)).toEqual(both('server-down'))
  })

  test('nor in Outlook, switched offline before the seconds were over', async () => {
    const scene = annas({ ...outlook({ offline: true }), ...one({ waiting: '4m', state: 'undo-send', left: '-220s' }) })
    expect(await askedBothWays(scene)).toEqual(both('client-offline'))
  })

  test('nor an hour after the time at which it was to be sent', async () => {
    const scene = annas({ ...one({ waiting: '9h', state: 'scheduled', left: '-1h' }), ...closed })
    expect(await askedBothWays(scene)).toEqual(both('client-not-running'))
  })

  test('nor in Outlook, an hour after that time', async () => {
    const scene = annas({
      ...outlook({}),
      ...one({ waiting: '9h', state: 'scheduled', left: '-1h' }),
      hosts: { 'mail.example.net': 'silent' },
    })
    expect(await askedBothWays(scene)).toEqual(both('server-down'))
  })

  test('may wait until tomorrow, whatever is wrong with the app', async () => {
    const scene = annas({ ...one({ state: 'scheduled', left: '20h' }), ...closed })
    expect(await askedBothWays(scene)).toMatchObject({ watch: null })
    expect((await examined(annas(one({ state: 'scheduled', left: '20h' })))).diagnosis).toMatchObject({
      status: 'waiting',
      causes: [{ id: 'waiting-by-design', against: [] }],
    })
  })

  test('is said to have no time that could be seen, where the app has lost it', async () => {
    const scene = annas(one({ waiting: '3d', state: 'scheduled', timer: 'lost' }))
    expect(await askedBothWays(scene)).toEqual({ check: 'waiting-by-design', watch: null })
    const [first] = (await examined(scene)).diagnosis.causes
    expect(first?.against).toHaveLength(1)
    expect(rendered(first?.details ?? []).join(' ')).toMatch(/if its time has passed/)
  })
})

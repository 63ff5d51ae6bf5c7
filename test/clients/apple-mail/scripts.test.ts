import { describe, expect, test } from 'vitest'
import { AppleMail } from '../../../src/clients/apple-mail/apple-mail.ts'
import type { ScriptAnswer } from '../../../src/core/mac-powers.ts'
import { rendered } from '../../../src/core/rendered.ts'
import { mailOn, seen, why } from './look.ts'
import { FakeMail, minute, never, now, scriptAnswer, temporaryHome } from './mac.ts'

const uuid = 'AAAAAAAA-0000-4000-8000-000000000001'
const account = {
  id: uuid,
  type: 'imap',
  enabled: true,
  email: ['me@example.org', 'alias@example.org'],
  user: 'me',
  server: 'imap.example.org',
  port: 993,
  ssl: true,
  auth: 'password',
  delivery: 'set',
  'smtp-server': 'smtp.example.org',
  'smtp-user': 'me',
}
const smtp = { name: 'S', server: 'smtp.example.org', port: 587, ssl: true, auth: 'md5', user: 'me', enabled: true }
const message = {
  id: 7,
  size: 900,
  sent: now / 1_000 - 60,
  sender: 'Me <Alias@example.org>',
  to: ['a@x.org', 'b@x.org'],
}
const outbox = scriptAnswer('apple-mail-outbox', ['outbox', { count: 1 }], ['message', message])
const accounts = scriptAnswer('apple-mail-accounts', ['account', account], ['smtp', smtp])

/** A Mac that lets nobody look into its files. */
function blind() {
  const mail = new FakeMail()
  const client = new AppleMail()
  const mac = mail.mac(temporaryHome())
  const forbidden = async () => ({ seen: false, why: 'forbidden' }) as const
  const files = { ...mac.files, list: forbidden, read: forbidden, store: forbidden }
  mail.answers = { 'apple-mail-outbox': outbox, 'apple-mail-accounts': accounts }
  return { mail, look: (at = now) => client.read({ ...mac, files }, at, never) }
}

describe('with Automation only', () => {
  test('Mail itself tells accounts and outbox', async () => {
    const { look } = blind()
    const observation = await look()
    expect(observation.accounts).toEqual([
      {
        id: expect.any(String),
        client: 'apple-mail',
        email: 'me@example.org',
        enabled: true,
        incoming: {
          protocol: 'imap',
          host: 'imap.example.org',
          port: 993,
          security: 'tls',
          username: 'me',
          auth: 'password',
        },
        outgoing: {
          protocol: 'smtp',
          host: 'smtp.example.org',
          port: 587,
          security: 'starttls',
          username: 'me',
          auth: 'cram-md5',
        },
      },
    ])
    expect(seen(observation)).toEqual([
      {
        id: expect.any(String),
        account: observation.accounts[0]?.id,
        size: 900,
        sender: 'Alias@example.org',
        recipients: ['a@x.org', 'b@x.org'],
        state: 'waiting',
        waitingSince: now - minute,
      },
    ])
    expect(observation.unseen).toEqual([
      'The list of mail accounts cannot be read without Full Disk Access.',
      'Mail’s index cannot be read without Full Disk Access.',
    ])
  })

  test('accounts have the names that the system’s list gives them', async () => {
    const { accounts: list, look } = mailOn()
    list.add({ type: 'IMAP', identifier: uuid })
    expect((await look()).accounts[0]?.id).toBe((await blind().look()).accounts[0]?.id)
  })

  test('a closed Mail is not asked, and nothing is believed of it', async () => {
    const { mail, look } = blind()
    mail.running = false
    const observation = await look()
    expect(why(observation)).toBe(
      'Mail’s index cannot be read without Full Disk Access. And while Apple Mail is closed, it cannot be asked.',
    )
    expect(mail.asked).toEqual([])
    expect(observation.accounts).toEqual([])
  })

  test('a Mail that cannot be seen to run is not asked', async () => {
    const { mail, look } = blind()
    mail.running = 'unknown'
    const observation = await look()
    expect(observation).not.toHaveProperty('running')
    expect(rendered(observation.unseen)).toContain('It cannot be seen whether Apple Mail is open.')
    expect(mail.asked).toEqual([])
  })

  test('the same question is not asked at every look', async () => {
    const { mail, look } = blind()
    await look()
    await look(now + 5_000)
    expect(mail.asked).toEqual(['apple-mail-accounts', 'apple-mail-outbox 100'])
    await look(now + 11_000)
    expect(mail.asked.slice(2)).toEqual(['apple-mail-outbox 100'])
  })
})

describe('with neither', () => {
  test.each<[string, ScriptAnswer, string]>([
    ['−1743', { outcome: 'refused', number: -1743 }, 'Automation is not allowed'],
    ['−1744', { outcome: 'not-asked-yet', number: -1744 }, 'until you allow Automation'],
    ['−600', { outcome: 'not-running', number: -600 }, 'while it is closed'],
    ['−609', { outcome: 'failed', number: -609 }, 'quit while it was asked'],
    ['−1712', { outcome: 'timeout', number: -1712 }, 'does not answer'],
    ['−1728', { outcome: 'failed', number: -1728 }, 'did not find'],
    ['−10000', { outcome: 'failed', number: -10000 }, 'could not answer'],
    ['−1700', { outcome: 'failed', number: -1700 }, 'could not be read'],
    ['−2700', { outcome: 'failed', number: -2700 }, 'question to Apple Mail failed'],
    ['−128', { outcome: 'cancelled', number: -128 }, 'cancelled'],
    ['a number nobody knows', { outcome: 'failed', number: -1 }, 'could not be asked'],
  ])('%s is told in words', async (_, answer, words) => {
    const { mail, look } = blind()
    mail.answers = { 'apple-mail-outbox': answer, 'apple-mail-accounts': answer }
    const observation = await look()
    expect(why(observation)).toContain('Full Disk Access')
    expect(why(observation)).toContain(words)
    expect(observation.unseen).toHaveLength(3)
  })

  test.each(['not-asked', 'refused'] as const)('nothing is asked while Automation is %s', async (automation) => {
    const { mail, look } = blind()
    mail.allowed = { automation: { 'apple-mail': automation, outlook: 'unknown' } }
    expect(why(await look())).toContain('Automation')
    expect(mail.asked).toEqual([])
  })

  test('a busy Mail is left alone for longer and longer', async () => {
    const { mail, look } = blind()
    mail.answers = { 'apple-mail-accounts': accounts, 'apple-mail-outbox': { outcome: 'timeout' } }
    const askedAt: number[] = []
    for (let at = 0; at < 20 * minute; at += 5_000) {
      const before = mail.asked.length
      await look(now + at)
      if (mail.asked.slice(before).some((name) => name.startsWith('apple-mail-outbox'))) askedAt.push(at / 1_000)
    }
    expect(askedAt).toEqual([0, 30, 150, 750])
  })
})

describe('an answer', () => {
  const text = outbox.outcome === 'answered' ? outbox.text : ''
  test.each([
    ['garbage', 'syntax error: \u0000\u001b[31m'],
    ['nothing', ''],
    ['cut off', text.slice(0, -6)],
    ['of another script', text.replace('apple-mail-outbox', 'apple-mail-state')],
    ['of a later form', text.replace('format=1', 'format=2')],
    ['that counts more than it tells', text.replace('count=1', 'count=2')],
    ['that counts nothing', text.replace('count=1', 'error=-1728')],
    ['with a count that is none', text.replace('count=1', 'count=1e9')],
    ['with a message without a number', text.replace('id=7', 'id=seven')],
    ['of a megabyte', 'x'.repeat(1_048_576)],
  ])('that is %s is none', async (_, garbage) => {
    const { mail, look } = blind()
    mail.answers = { ...mail.answers, 'apple-mail-outbox': { outcome: 'answered', text: garbage } }
    expect(why(await look())).toContain('could not be read')
  })

  test('with unknown kinds and fields is read', async () => {
    const { mail, look } = blind()
    const told = scriptAnswer(
      'apple-mail-outbox',
      ['news', { a: 1 }],
      ['outbox', { count: 1, error: -1700 }],
      ['message', { id: 7, new: 'x' }],
    )
    mail.answers = { ...mail.answers, 'apple-mail-outbox': told }
    expect(seen(await look())).toEqual([{ id: expect.any(String), state: 'waiting', waitingSince: now }])
  })

  test('that tells a hundred of many says so', async () => {
    const { mail, look } = blind()
    const messages = Array.from({ length: 100 }, (_, id) => ['message', { id: id + 1 }] as const)
    mail.answers = {
      ...mail.answers,
      'apple-mail-outbox': scriptAnswer('apple-mail-outbox', ['outbox', { count: 900 }], ...messages),
    }
    const observation = await look()
    expect(seen(observation)).toHaveLength(100)
    expect(rendered(observation.unseen).at(-1)).toContain('only of some')
  })

  test('without the outgoing server does not claim that there is none', async () => {
    const { mail, look } = blind()
    const { 'smtp-server': _, ...unread } = account
    const others = [
      { ...account, delivery: 'none', 'smtp-server': '' },
      { id: 'E', type: 'unknown', delivery: 'none' },
    ]
    const told = [unread, ...others].map((one) => ['account', one] as const)
    mail.answers = { ...mail.answers, 'apple-mail-accounts': scriptAnswer('apple-mail-accounts', ...told) }
    const { accounts: found } = await look()
    expect(found.map(({ hidden }) => hidden)).toEqual([['outgoing'], undefined, ['incoming', 'outgoing']])
  })
})

describe('offline', () => {
  const menu = (online: boolean) => scriptAnswer('apple-mail-state', ['app', { version: '16.0' }], ['menu', { online }])
  test.each([
    [1, true, { offline: true, someOffline: true }],
    [2, true, { someOffline: true }],
    [2, false, { offline: false, someOffline: false }],
  ])('is told by the menu: %i accounts, %s', async (count, online, expected) => {
    const { mail, accounts: list, look } = mailOn()
    mail.allowed = { accessibility: 'granted' }
    mail.answers = { 'apple-mail-state': menu(online) }
    for (let n = 0; n < count; n++) list.add({ type: 'IMAP' })
    expect(await look()).toMatchObject(expected)
    expect(mail.asked).toEqual(['apple-mail-state Take All Accounts Online'])
  })

  test('is not known without Accessibility, nor where the item has another title', async () => {
    const { mail, look } = mailOn()
    const without = await look()
    expect(mail.asked).toEqual([])
    // The menu is reached through another program, about which macOS asks by itself.
    for (const systemEvents of ['not-asked', 'refused'] as const) {
      mail.allowed = { accessibility: 'granted', systemEvents }
      await look()
      expect(mail.asked).toEqual([])
    }
    mail.allowed = { accessibility: 'granted', systemEvents: 'granted' }
    mail.answers = { 'apple-mail-state': scriptAnswer('apple-mail-state', ['app', { version: '16.0' }]) }
    for (const observation of [without, await look()]) {
      expect(observation).not.toHaveProperty('offline')
      expect(observation).not.toHaveProperty('someOffline')
    }
  })
})

describe('with both', () => {
  test('Mail is not asked for what its files tell', async () => {
    const { mail, look } = mailOn()
    mail.answers = { 'apple-mail-outbox': outbox, 'apple-mail-accounts': accounts }
    const observation = await look()
    expect(mail.asked).toEqual([])
    expect(observation).toMatchObject({ version: '16.0', running: true, unseen: [] })
  })

  test('a message keeps its name when the index cannot be read for a while', async () => {
    const { store, mail, client, home } = mailOn()
    mail.answers = { 'apple-mail-outbox': outbox, 'apple-mail-accounts': accounts }
    const box = store.addMailbox('local://L/Outbox')
    store.addMessage({ mailbox: box, at: now - minute, size: 900, columns: { ROWID: message.id } })
    const mac = mail.mac(home)
    const locked = async () => ({ seen: false, why: 'locked' }) as const
    const [first] = seen(await client.read(mac, now, never))
    const [second] = seen(await client.read({ ...mac, files: { ...mac.files, list: locked } }, now, never))
    expect(second?.id).toBe(first?.id)
  })
})

test('looks wait for each other, and one that is aborted tells so', async () => {
  const { store, client, mail, home } = mailOn()
  store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), at: now })
  const mac = mail.mac(home)
  const aborted = client.read(mac, now, AbortSignal.abort(new Error('enough')))
  const next = client.read(mac, now, never)
  await expect(aborted).rejects.toThrow('enough')
  expect(seen(await next)).toHaveLength(1)
})

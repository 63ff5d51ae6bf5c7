import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { build, buildBinary, type PlistValue } from 'plist'
import { describe, expect, test } from 'vitest'
import type { SystemAccountRow } from '../../../src/clients/apple-mail/account-rows.ts'
import { mailAccounts } from '../../../src/clients/apple-mail/accounts.ts'
import { unarchived } from '../../../src/clients/apple-mail/archive.ts'
import type { ObservationWithSubjects } from '../../../src/core/client.ts'
import { rendered } from '../../../src/core/rendered.ts'
import type { FakeAccountRow } from '../../../src/world/simulated/apps/apple-mail/apple-accounts-store.ts'
import { keyedArchive } from '../../../src/world/simulated/apps/apple-mail/keyed-archive.ts'
import { mailOn, seen } from './look.ts'
import { hashes, now } from './mac.ts'

const uuid = (n: number) => `AAAAAAAA-0000-4000-8000-00000000000${n}`
const smtp: FakeAccountRow = {
  type: 'SMTP',
  identifier: uuid(9),
  username: 'me',
  properties: { Hostname: 'smtp.example.org', PortNumber: 587, SSLEnabled: true, SSLIsDirect: false },
}
const imap: FakeAccountRow = {
  type: 'IMAP',
  identifier: uuid(1),
  username: 'me',
  properties: {
    Hostname: 'imap.example.org',
    PortNumber: 993,
    SSLEnabled: true,
    SSLIsDirect: true,
    SendingAccountIdentifier: uuid(9),
    IdentityEmailAddress: 'me@example.org',
    EmailAliases: [{ DisplayName: 'Me', IsEnabled: true, IsPrimary: false, EmailAddresses: ['alias@example.org'] }],
  },
}

function only({ accounts }: ObservationWithSubjects) {
  expect(accounts).toHaveLength(1)
  return accounts[0]
}

/** An alias as one reader of Apple's has it, or as another. */
const inShape = (address: string, shape: number) =>
  [address, { EmailAddress: address, IsDefault: true }, { EmailAddress: address }][shape % 3] ?? address

describe('the aliases of an account', () => {
  const list = fc.array(fc.array(fc.tuple(fc.nat({ max: 9_999 }), fc.nat({ max: 2 })), { maxLength: 4 }), {
    maxLength: 4,
  })

  test('are taken in either shape, and tell whose a message is', async () => {
    await fc.assert(
      fc.asyncProperty(list, async (groups) => {
        const aliases = groups.map((group) => ({
          DisplayName: 'Me',
          EmailAddresses: group.map(([n, shape]) => inShape(`a${n}@example.org`, shape)),
        }))
        const archived = unarchived(keyedArchive(aliases as PlistValue))
        const row: SystemAccountRow = {
          key: 1,
          parent: undefined,
          identifier: uuid(1),
          type: 'IMAP',
          username: 'me@example.org',
          active: true,
          properties: new Map([['EmailAliases', archived ?? null]]),
          mail: undefined,
          broken: false,
        }
        const [known] = await mailAccounts([row], undefined)
        const wanted = new Set(groups.flat().map(([n]) => `a${n}@example.org`))
        expect(new Set(known?.addresses)).toEqual(wanted.add('me@example.org'))
      }),
      { numRuns: 300 },
    )
  })

  test('of any other shape are passed over', async () => {
    const odd = [
      7,
      true,
      null,
      { EmailAddresses: { EmailAddress: 'one@example.org' } },
      { EmailAddress: { a: 1 } },
      [[]],
    ]
    const row = { ...imap, properties: { ...imap.properties, EmailAliases: odd as PlistValue } }
    const { accounts, look } = mailOn()
    accounts.add(row)
    expect(only(await look())?.email).toBe('me@example.org')
  })
})

describe('an account of the system', () => {
  test('has its own servers, unpacked from archives', async () => {
    const { accounts, look } = mailOn()
    accounts.add(imap)
    accounts.add(smtp)
    expect(only(await look())).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
      client: 'apple-mail',
      email: 'me@example.org',
      enabled: true,
      incoming: { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', username: 'me' },
      outgoing: { protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls', username: 'me' },
    })
  })

  test.each([
    ['smtp.example.org ', 'smtp.example.org '],
    ['smtp.example.org\u200b', 'smtp.example.org\ufffd'],
    ['\u001b[31msmtp', '\ufffd[31msmtp'],
  ])('whose server is called %j keeps what is wrong with it', async (set, host) => {
    const { accounts, look } = mailOn()
    accounts.add(imap)
    accounts.add({ ...smtp, properties: { ...smtp.properties, Hostname: set } })
    expect(only(await look())?.outgoing?.host).toBe(host)
  })

  test.each([
    [{ SSLEnabled: false, SSLIsDirect: true }, 'none'],
    [{ SSLEnabled: true }, 'starttls'],
    [{ PortNumber: 465 }, 'tls'],
    [{ SSLEnabled: 1, SSLIsDirect: 1 }, 'tls'],
    [{}, 'starttls'],
  ] as const)('with %j is encrypted by %s', async (properties, security) => {
    const { accounts, look } = mailOn()
    accounts.add(imap)
    accounts.add({ ...smtp, properties: { Hostname: 'smtp.example.org', ...properties } })
    expect(only(await look())?.outgoing?.security).toBe(security)
  })

  test('of iCloud takes what the account above it says', async () => {
    const { accounts, look } = mailOn()
    const mail = {
      EmailAddress: 'me@icloud.com',
      imapHostname: 'p1-imap.mail.me.com',
      imapPort: 993,
      imapRequiresSSL: true,
      smtpHostname: 'p1-smtp.mail.me.com',
      smtpPort: 587,
      smtpRequiresSSL: true,
    }
    const parent = accounts.add({ type: 'AppleAccount', identifier: uuid(5), username: 'me@icloud.com', mail })
    accounts.add({ ...imap, parent, username: '', properties: { SendingAccountIdentifier: uuid(9) } })
    accounts.add({ type: 'SMTP', identifier: uuid(9), parent })
    expect(only(await look())).toMatchObject({
      email: 'me@icloud.com',
      incoming: { host: 'p1-imap.mail.me.com', port: 993, security: 'tls', username: 'me@icloud.com' },
      outgoing: { host: 'p1-smtp.mail.me.com', port: 587, security: 'starttls', username: 'me@icloud.com' },
    })
  })

  test('of Google without servers has those of Google', async () => {
    const { accounts, look } = mailOn()
    const parent = accounts.add({ type: 'Google', username: 'me@gmail.com' })
    accounts.add({ ...imap, parent, username: '', properties: {} })
    expect(only(await look())).toMatchObject({
      email: 'me@gmail.com',
      incoming: { host: 'imap.gmail.com', port: 993, security: 'tls', auth: 'oauth2' },
      outgoing: { host: 'smtp.gmail.com', port: 465, security: 'tls', auth: 'oauth2' },
    })
  })

  test('stands by itself where nothing is below it, but not for calendars alone', async () => {
    const { accounts, look } = mailOn()
    accounts.add({ type: 'Yahoo', username: 'me@yahoo.com' })
    accounts.add({ type: 'Google', username: 'calendar@gmail.com', enabled: false })
    accounts.add({ type: 'AppleAccount', username: 'me@icloud.com' })
    accounts.add({ type: 'CalDAV', username: 'me@icloud.com' })
    expect(only(await look())?.incoming?.host).toBe('imap.mail.yahoo.com')
  })

  test('of Exchange has one server for both ways', async () => {
    const { accounts, look } = mailOn()
    const properties = {
      EWSExternalURL: 'https://mail.example.org/EWS/Exchange.asmx',
      IdentityEmailAddress: 'me@example.org',
    }
    accounts.add({
      type: 'Exchange',
      username: 'DOMAIN\\me',
      identifier: uuid(3),
      properties: { ...properties, SendingAccountIdentifier: uuid(3) },
    })
    const server = {
      protocol: 'exchange',
      host: 'mail.example.org',
      port: 443,
      security: 'tls',
      username: 'DOMAIN\\me',
    }
    const account = only(await look())
    expect(account?.incoming).toEqual(server)
    expect(account).not.toHaveProperty('outgoing')
    expect(account).not.toHaveProperty('hidden')
  })

  test('that is switched off is there, and off', async () => {
    const { accounts, look } = mailOn()
    const key = accounts.add({ ...imap, active: false })
    expect(only(await look())?.enabled).toBe(false)
    accounts.setActive(key, true)
    expect(only(await look())?.enabled).toBe(true)
  })

  test('by POP, its values plain property lists', async () => {
    const { accounts, look } = mailOn()
    const key = accounts.add({ type: 'POP', identifier: uuid(1), username: 'me@example.org' })
    accounts.setProperty(key, 'Hostname', buildBinary('pop.example.org'))
    accounts.setProperty(key, 'PortNumber', new TextEncoder().encode(build(995)))
    expect(only(await look())?.incoming).toMatchObject({
      protocol: 'pop3',
      host: 'pop.example.org',
      port: 995,
      security: 'tls',
    })
  })

  test('with a broken value says so, and does not claim that there is no server', async () => {
    const { accounts, look } = mailOn()
    accounts.add(imap)
    accounts.add({ ...smtp, properties: { ...smtp.properties, Hostname: Uint8Array.of(1, 2, 3) } })
    const observation = await look()
    expect(only(observation)).toMatchObject({ hidden: ['outgoing'], incoming: { host: 'imap.example.org' } })
    expect(observation.unseen).toEqual(['Part of the settings of one mail account could not be read.'])
  })

  test('has no server for sending where it names none', async () => {
    const { accounts, look } = mailOn()
    accounts.add(imap)
    const account = only(await look())
    expect(account).not.toHaveProperty('outgoing')
    expect(account).not.toHaveProperty('hidden')
  })
})

describe('archives that run in circles or are cut off', () => {
  const circle = { $version: 1, $archiver: 'NSKeyedArchiver', $top: { root: { UID: 1 } } }
  test.each([
    buildBinary({ ...circle, $objects: ['$null', { 'NS.objects': [{ UID: 1 }] }] }),
    buildBinary({ ...circle, $objects: ['$null', { 'NS.objects': Array.from({ length: 40 }, () => ({ UID: 1 })) }] }),
    buildBinary({ ...circle, $objects: [] }),
    buildBinary({ $archiver: 'NSKeyedArchiver' }),
    buildBinary('cut off').subarray(0, 12),
    new TextEncoder().encode('bplist00'),
    new TextEncoder().encode('<plist><dict><key>a</key>'),
    new Uint8Array(70_000),
  ])('are passed over (%#)', async (blob) => {
    const { accounts, look } = mailOn()
    const key = accounts.add(imap)
    accounts.setProperty(key, 'Hostname', blob)
    expect(only(await look())?.hidden).toContain('incoming')
  })
})

describe('the account a message leaves by', () => {
  test('is the only one with the sender’s address, whatever its case', async () => {
    const { store, accounts, look } = mailOn()
    const outbox = store.addMailbox(`local://${store.local}/Outbox`)
    accounts.add(imap)
    accounts.add({ ...imap, identifier: uuid(2), properties: { IdentityEmailAddress: 'other@example.org' } })
    for (const from of ['Alias@Example.org', 'other@example.org', 'stranger@example.org'])
      store.addMessage({ mailbox: outbox, at: now, from })
    const observation = await look()
    const [first, second] = observation.accounts
    expect(seen(observation).map(({ account }) => account)).toEqual([first?.id, second?.id, undefined])
  })

  test('is unknown where two have the address, and nobody’s where the account is gone', async () => {
    const { store, accounts, look } = mailOn()
    accounts.add(imap)
    accounts.add({ ...imap, identifier: uuid(2) })
    store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), at: now, from: 'me@example.org' })
    store.addMessage({ mailbox: store.addMailbox(`imap://${uuid(7)}/Outbox`), at: now, from: 'gone@example.org' })
    const observation = await look()
    const [shared, gone] = seen(observation).map(({ account }) => account)
    expect(shared).toBeUndefined()
    expect(gone).toMatch(/^[0-9a-f]{20}$/)
    expect(observation.accounts.map(({ id }) => id)).not.toContain(gone)
  })
})

describe('the list of accounts', () => {
  test('in another layout is unknown, and the outbox is seen all the same', async () => {
    const { store, accounts, mail, look } = mailOn()
    mail.running = false
    store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), at: now })
    accounts.db.exec('ALTER TABLE ZACCOUNTPROPERTY RENAME COLUMN ZVALUE TO ZDATA')
    const observation = await look()
    expect(seen(observation)).toHaveLength(1)
    expect(observation.accounts).toEqual([])
    expect(observation.unseen).toEqual(['The list of mail accounts is laid out in a way not known here.'])
  })

  test('without the switches by kind is read', async () => {
    const { accounts, look } = mailOn()
    accounts.db.exec('DROP TABLE Z_2ENABLEDDATACLASSES; ALTER TABLE ZACCOUNT DROP COLUMN ZDATACLASSPROPERTIES')
    accounts.db.prepare("INSERT INTO ZACCOUNTTYPE (Z_PK, ZIDENTIFIER) VALUES (1, 'com.apple.account.Google')").run()
    accounts.db
      .prepare(
        "INSERT INTO ZACCOUNT (ZIDENTIFIER, ZACCOUNTTYPE, ZUSERNAME, ZACTIVE) VALUES ('G', 1, 'me@gmail.com', 1)",
      )
      .run()
    expect(only(await look())?.email).toBe('me@gmail.com')
  })

  test('is not written to', async () => {
    const { home, accounts, look } = mailOn()
    accounts.add(imap)
    const before = hashes(home)
    await look()
    expect(hashes(home)).toEqual(before)
  })

  test('that is no database is unknown', async () => {
    const { home, accounts, mail, look } = mailOn()
    mail.running = false
    accounts.close()
    writeFileSync(join(home, 'Library/Accounts/Accounts4.sqlite'), 'x'.repeat(9_000))
    expect(rendered((await look()).unseen)[0]).toContain('list of mail accounts')
  })
})

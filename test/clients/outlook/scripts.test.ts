import { describe, expect, test } from 'vitest'
import type { Files } from '../../../src/core/mac-powers.ts'
import { rendered } from '../../../src/core/rendered.ts'
import { MadeUpMac, messagesOf, minute, now, scriptText } from './made-up-mac.ts'

const accounts = scriptText(
  'outlook-accounts',
  [
    'account',
    'kind=imap',
    'id=1',
    'email=Ada@example.net',
    'user=ada',
    'server=imap.example.net',
    'port=143',
    'ssl=true',
    'smtp-server=smtp.example.net',
    'smtp-port=587',
    'smtp-ssl=true',
    'smtp-needs-auth=false',
  ],
  ['account', 'kind=exchange', 'id=2', 'email=ada@example.org', 'server=outlook.office365.com', 'connected=true'],
)
const outbox = scriptText(
  'outlook-outbox',
  ['folder', 'kind=exchange', 'account=2', 'id=115', 'count=1'],
  ['folder', 'kind=local', 'id=7', 'count=0'],
  ['message', 'id=31', 'folder=115', `modified=${(now - 10 * minute) / 1000}`],
)

/** A running legacy Outlook whose files may not be read. */
function shutMac() {
  const mac = new MadeUpMac()
  mac.running = true
  mac.preferences.IsRunningNewOutlook = '0'
  const denied: Files['list'] = async () => ({ seen: false, why: 'forbidden' })
  mac.files = { ...mac.files, list: denied, read: denied as never, store: denied as never }
  return mac
}

describe('a running Outlook is asked', () => {
  test('for accounts and outbox where no file may be read', async () => {
    const mac = shutMac()
    mac.answers['outlook-accounts'] = accounts
    mac.answers['outlook-outbox'] = outbox
    mac.answers['outlook-state'] = scriptText('outlook-state', ['app', 'version=16.103.2', 'offline=true'])
    const seen = await mac.look()
    expect(messagesOf(seen)).toMatchObject([
      { account: seen.accounts[1]?.id, waitingSince: now - 10 * minute, state: 'waiting' },
    ])
    expect(seen.offline).toBe(true)
    expect(seen.accounts).toMatchObject([
      {
        incoming: { protocol: 'imap', host: 'imap.example.net', port: 143, security: 'starttls', username: 'ada' },
        outgoing: { protocol: 'smtp', host: 'smtp.example.net', port: 587, security: 'starttls', auth: 'none' },
      },
      { incoming: { protocol: 'exchange', host: 'outlook.office365.com' } },
    ])
    expect(rendered(seen.unseen).join(' ')).toMatch(/Full Disk Access/)
  })

  test('for the outgoing server, which no file holds', async () => {
    const mac = new MadeUpMac()
    mac.running = true
    const store = mac.store()
    const imap = { email: 'ada@example.net', kind: 'imap', server: 'imap.example.net', port: 993 } as const
    const uid = store.addAccount(imap)
    store.addMessage({ folder: store.addFolders(uid).outbox, account: uid, at: now })
    mac.answers['outlook-accounts'] = accounts
    const seen = await mac.look()
    expect(seen.accounts).toHaveLength(2)
    expect(messagesOf(seen)[0]?.account).toBe(seen.accounts[0]?.id)
    expect(seen.accounts[0]).toMatchObject({ outgoing: { host: 'smtp.example.net' }, offline: false })
    expect(seen.accounts[0]).not.toHaveProperty('hidden')
  })

  test('and tells what it can where one of its outboxes fails', async () => {
    const mac = shutMac()
    const failing = ['account', 'kind=pop', 'error=-1728']
    mac.answers['outlook-accounts'] = scriptText('outlook-accounts', failing)
    mac.answers['outlook-outbox'] = scriptText(
      'outlook-outbox',
      ['folder', 'kind=exchange', 'account=2', 'id=115', 'count=1'],
      ['folder', 'kind=local', 'error=-1728'],
      ['message', 'id=31', 'folder=115'],
    )
    const seen = await mac.look()
    expect(messagesOf(seen)).toHaveLength(1)
    expect(seen.accounts).toEqual([])
    expect(rendered(seen.unseen).join()).toMatch(/only of some/)
  })

  test('seldom', async () => {
    const mac = shutMac()
    mac.answers['outlook-accounts'] = accounts
    await mac.look()
    const first = mac.asked.length
    await mac.look(now + 1_000)
    expect(mac.asked).toHaveLength(first)
  })

  test.each([undefined, false])('never when running is %s', async (running) => {
    const mac = shutMac()
    mac.running = running
    const seen = await mac.look()
    expect(mac.asked).toEqual([])
    expect(seen.outbox.seen).toBe(false)
  })

  test.each(['refused', 'not-asked'] as const)('never when Automation is %s', async (state) => {
    const mac = shutMac()
    const permissions = {
      fullDiskAccess: 'refused',
      automation: { 'apple-mail': 'granted', outlook: state },
      accessibility: 'unknown',
      notifications: 'unknown',
      localNetwork: 'unknown',
    } as const
    const asking = { ...mac, permissions: async () => permissions }
    const seen = await mac.outlook.read(asking, now, new AbortController().signal)
    expect(mac.asked).toEqual([])
    expect(rendered(seen.outbox)).toMatchObject({
      seen: false,
      why: expect.stringMatching(/Full Disk Access.*Automation/),
    })
  })
})

describe('an answer that cannot be believed leaves the outbox unseen:', () => {
  test.each([
    ['none in time', { outcome: 'timeout', number: -1712 }],
    ['a refusal', { outcome: 'refused', number: -1743 }],
    ['garbage', { outcome: 'answered', text: 'missing value, 12\x00' }],
    ['half of one', { outcome: 'answered', text: 'outbox-doctor\x1fscript=outlook-outbox\x1fformat=1\x1efolder' }],
    ['no folders', scriptText('outlook-outbox')],
    ['a folder without a count', scriptText('outlook-outbox', ['folder', 'kind=local', 'id=7', 'error=-1728'])],
    ['counted and untold', scriptText('outlook-outbox', ['folder', 'kind=local', 'id=7', 'count=3'])],
  ] as const)('%s', async (_, answer) => {
    const mac = shutMac()
    mac.answers['outlook-outbox'] = answer
    expect((await mac.look()).outbox.seen).toBe(false)
  })

  test('zeros, unless it is legacy Outlook for sure', async () => {
    const mac = shutMac()
    mac.answers['outlook-outbox'] = scriptText('outlook-outbox', ['folder', 'kind=local', 'id=7', 'count=0'])
    expect(messagesOf(await mac.look())).toEqual([])
    const unsure = shutMac()
    delete unsure.preferences.IsRunningNewOutlook
    unsure.answers['outlook-outbox'] = mac.answers['outlook-outbox']
    expect((await unsure.look()).outbox.seen).toBe(false)
  })
})

test('an aborted look rejects, and the next one works', async () => {
  const mac = shutMac()
  await expect(mac.outlook.read(mac, now, AbortSignal.abort())).rejects.toThrow()
  expect((await mac.look()).client).toBe('outlook')
})

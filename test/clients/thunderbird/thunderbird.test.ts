import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { render } from '../../../src/core/render.ts'
import { MadeUpMac, messagesOf, now, prefsLines, profile, queued, signal } from './made-up-mac.ts'

const outside = { address: '192.0.2.7', port: 993, state: 'ESTABLISHED' }

describe('Thunderbird', () => {
  test('shows its accounts with their servers', async () => {
    const mac = new MadeUpMac()
    mac.profile('')
    const { accounts, running, version } = await mac.look()
    expect({ running, version }).toEqual({ running: true, version: '140.5.0' })
    expect(accounts.map(({ id: _, ...account }) => account)).toEqual([
      {
        client: 'thunderbird',
        email: 'mia@example.org',
        enabled: true,
        incoming: {
          protocol: 'imap',
          host: 'imap.example.org',
          port: 993,
          security: 'tls',
          username: 'mia@example.org',
          auth: 'oauth2',
        },
        outgoing: {
          protocol: 'smtp',
          host: 'smtp.example.org',
          port: 587,
          security: 'starttls',
          username: 'mia@example.org',
          auth: 'oauth2',
        },
      },
      {
        client: 'thunderbird',
        email: 'mia@pop.example',
        enabled: true,
        incoming: { protocol: 'pop3', host: 'pop.example', port: 110, security: 'starttls', username: 'mia' },
        outgoing: {
          protocol: 'smtp',
          host: 'smtp.pop.example',
          port: 465,
          security: 'tls',
          username: 'mia',
          auth: 'password',
        },
      },
    ])
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(2)
  })

  test('shows what waits, with size and age, and nothing that has left', async () => {
    const mac = new MadeUpMac()
    mac.profile([queued('0801', 'a'), queued('0809', 'gone'), queued('0801', 'b', ['Bcc: dora@example.net'])].join(''))
    const seen = await mac.look()
    const messages = messagesOf(seen)
    expect(messages).toHaveLength(2)
    expect(messages[0]).toMatchObject({
      account: seen.accounts[0]?.id,
      sender: 'mia@example.org',
      recipients: ['ben@example.net', 'cleo@example.net'],
      subject: 'Grüße',
      waitingSince: Date.UTC(2026, 10, 28, 10, 11, 12),
      state: 'waiting',
    })
    expect(messages[1]?.recipients).toContain('dora@example.net')
    const length = queued('0801', 'a').length - 'From - Sat Nov 28 10:11:12 2026\n'.length
    expect(messages[0]?.size).toBe(length)
    const again = messagesOf(await mac.look(now + 60_000))
    expect(again.map(({ id }) => id)).toEqual(messages.map(({ id }) => id))
  })

  test('knows by its sender, and by an account that is gone, where a message belongs', async () => {
    const mac = new MadeUpMac()
    const bare = queued('0801', 'a').replace(/X-(Identity|Account)-Key: .*\n/g, '')
    const orphan = queued('0801', 'b').replace('account2', 'account9').replace('id1', 'id9')
    const identity = queued('0801', 'c').replace('account2', 'account9').replace('id1', 'id3')
    mac.profile([bare, orphan, identity].join(''))
    const { accounts, ...seen } = await mac.look()
    const owners = messagesOf({ ...seen, accounts }).map(({ account }) => account)
    expect(owners[0]).toBe(accounts[0]?.id)
    expect(accounts.map(({ id }) => id)).not.toContain(owners[1])
    expect(owners[1]).toBeDefined()
    expect(owners[2]).toBe(accounts[1]?.id)
  })

  test('a date that is none, or lies ahead, makes nobody wait for years', async () => {
    const mac = new MadeUpMac()
    const dated = (id: string, date: string) => queued('0801', id).replace(/Date: .*\n/, date)
    mac.profile(
      [dated('a', ''), dated('b', 'Date: soon\n'), dated('c', 'Date: Sat, 28 Nov 2099 11:11:12 +0100\n')].join(''),
    )
    await mac.look()
    const seen = messagesOf(await mac.look(now + 60_000))
    expect(seen.map(({ waitingSince }) => waitingSince)).toEqual([now, now, now])
  })

  test('an outbox that was never used is empty; one that is not there with its folder is not known to be', async () => {
    const mac = new MadeUpMac()
    mac.profile()
    expect(messagesOf(await mac.look())).toEqual([])
    const other = new MadeUpMac()
    other.write('profiles.ini', `[Profile0]\nName=x\nIsRelative=1\nPath=${profile}\n`)
    other.write(`${profile}/prefs.js`, `${prefsLines.join('\n')}\n`)
    const { outbox, accounts } = await other.look()
    expect(outbox).toMatchObject({ seen: false })
    expect(accounts).toHaveLength(2)
  })

  test.each<[string, (mac: MadeUpMac) => void, RegExp]>([
    ['no profiles', () => {}, /list of profiles was not found/],
    ['a list of rubbish', (mac) => mac.write('profiles.ini', '\0'.repeat(500)), /list of profiles .* damaged/],
    ['a huge list', (mac) => mac.write('profiles.ini', '['.repeat(300_000)), /list of profiles is too large/],
    ['settings of zeros', (mac) => mac.write(`${profile}/prefs.js`, '\0'.repeat(4_000)), /file of settings .* damaged/],
    [
      'no settings',
      (mac) => mac.write('profiles.ini', '[Profile0]\nIsRelative=1\nPath=Profiles/none\n'),
      /file of settings was not found/,
    ],
    [
      'huge settings',
      (mac) => mac.write(`${profile}/prefs.js`, 'x'.repeat(8_388_609)),
      /file of settings is too large/,
    ],
    [
      'a profile elsewhere',
      (mac) => mac.write('profiles.ini', '[Profile0]\nIsRelative=0\nPath=/Volumes/stick/tb\n'),
      /does not look into/,
    ],
    [
      'a profile above',
      (mac) => mac.write('profiles.ini', '[Profile0]\nIsRelative=1\nPath=../../Documents\n'),
      /list of profiles .* damaged/,
    ],
    [
      'an outbox of rubbish',
      (mac) => mac.write(`${profile}/Mail/Local Folders/Unsent Messages`, 'not a mailbox\n'),
      /outbox .* damaged/,
    ],
    [
      'an outbox of folders',
      (mac) => mac.write(`${profile}/Mail/Local Folders/Unsent Messages/cur/1`, 'x'),
      /a file for each message/,
    ],
  ])('%s is told and never taken for an empty outbox', async (name, damage, told) => {
    const mac = new MadeUpMac()
    if (name !== 'no profiles') mac.profile()
    if (!/^(settings|huge settings|an outbox)/.test(name) && name !== 'no profiles') mac.write('installs.ini', '')
    damage(mac)
    const { outbox, unseen } = await mac.look()
    expect(outbox.seen ? 'seen' : render(outbox.why)).toMatch(told)
    expect(unseen).toHaveLength(1)
  })

  test('of several profiles, the one that the installed Thunderbird opens counts, then the newest', async () => {
    const mac = new MadeUpMac()
    mac.profile(queued('0801', 'a'))
    mac.write(
      'profiles.ini',
      `[Profile0]\nIsRelative=1\nPath=Profiles/old.default\nDefault=1\n[Profile1]\nIsRelative=1\nPath=${profile}\n`,
    )
    mac.write('Profiles/old.default/prefs.js', `${prefsLines.slice(0, 5).join('\n')}\n`, now)
    mac.write('Profiles/old.default/Mail/Local Folders/Trash', '')
    expect(messagesOf(await mac.look())).toHaveLength(1)
    // Two of them are installed.
    mac.write('installs.ini', `[A]\nDefault=Profiles/old.default\n[B]\nDefault=${profile}\n`)
    mac.write(`${profile}/prefs.js`, `${prefsLines.join('\n')}\n`, now - 1_000)
    expect(messagesOf(await mac.look())).toEqual([])
    mac.write(`${profile}/prefs.js`, `${prefsLines.join('\n')}\n`, now + 1_000)
    expect(messagesOf(await mac.look())).toHaveLength(1)
  })

  test('folders that somebody has moved are followed inside the profile only', async () => {
    for (const [told, count] of [
      ['[ProfD]Mail/Elsewhere', 1],
      ['[ProfD]../../../Documents', 2],
      ['/etc', 2],
    ] as const) {
      const mac = new MadeUpMac()
      mac.profile(
        [queued('0801', 'a'), queued('0801', 'b')].join(''),
        prefsLines.map((line) => line.replace('[ProfD]Mail/Local Folders', told)),
      )
      mac.write(`${profile}/Mail/Elsewhere/Unsent Messages`, queued('0801', 'c'))
      expect(messagesOf(await mac.look())).toHaveLength(count)
    }
  })

  test('a link out of the profile is not followed', async () => {
    const mac = new MadeUpMac()
    mac.profile()
    mkdirSync(join(mac.home, 'Documents'))
    mac.write('../../Documents/letters', queued('0801', 'a'))
    symlinkSync(
      join(mac.home, 'Documents/letters'),
      join(mac.home, 'Library/Thunderbird', profile, 'Mail/Local Folders/Unsent Messages'),
    )
    expect((await mac.look()).outbox).toMatchObject({ seen: false })
  })
})

describe('whether Thunderbird works offline', () => {
  const offlineLines = [...prefsLines, 'user_pref("network.online", false);', 'user_pref("offline.startup_state", 0);']
  test.each([
    ['was offline, and has no connection', offlineLines, [], true, true],
    ['was offline, and is connected', offlineLines, [outside], true, false],
    ['is connected', prefsLines, [outside], true, false],
    ['has no connection', prefsLines, [], true, undefined],
    ['talks to itself alone', offlineLines, [{ ...outside, address: '127.0.0.1' }], true, true],
    ['was offline, and its connections cannot be seen', offlineLines, undefined, true, undefined],
    ['was offline, and is closed', offlineLines, [], false, undefined],
    ['always starts offline', [...prefsLines, 'user_pref("offline.startup_state", 3);'], [], true, true],
  ] as const)('%s', async (_, lines, sockets, running, offline) => {
    const mac = new MadeUpMac()
    mac.profile(queued('0801', 'a'), lines)
    mac.sockets = sockets
    mac.running = running
    expect((await mac.look()).offline).toBe(offline)
  })
})

test('the whole texts of what waits come without what only the file is for', async () => {
  const mac = new MadeUpMac()
  mac.profile([queued('0801', 'a', [], '>From here on\nFrom there\n'), queued('0809', 'gone')].join(''))
  const sources = await mac.thunderbird.sources(mac, signal)
  if (!sources.seen) throw new Error(render(sources.why))
  expect(sources.found).toHaveLength(1)
  const text = new TextDecoder().decode(sources.found[0]?.bytes)
  expect(text).toMatch(/^Message-ID: <a@example\.org>\nDate: /)
  expect(text).toContain('To: Ben <ben@example.net>,\n cleo@example.net\n')
  expect(text).toContain('\n\nFrom here on\nFrom there\n')
  expect(sources.found[0]?.at).toBe(Date.UTC(2026, 10, 28, 10, 11, 12))
})

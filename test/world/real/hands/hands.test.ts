import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { mailClients } from '../../../../src/clients/index.ts'
import type { Hands } from '../../../../src/core/hands.ts'
import type { Process, ReadResult } from '../../../../src/core/mac-powers.ts'
import { rendered } from '../../../../src/core/rendered.ts'
import type { Clock } from '../../../../src/core/time.ts'
import { handsOnFiles } from '../../../../src/world/real/hands/files.ts'
import { macHands } from '../../../../src/world/real/hands/mac-hands.ts'
import { macOs } from '../../../../src/world/real/mac/mac-os.ts'
import type { RunProgram } from '../../../../src/world/real/run.ts'
import { FakeRun, recording, type Transcript } from '../mac/fake-run.ts'

const { signal } = new AbortController()
const acting = resolve(import.meta.dirname, '../../../../native/scripts/acting')
const source = (name: string) => readFileSync(resolve(acting, `${name}.applescript`), 'utf8')
const mail: Process = { pid: 7, name: 'Mail', path: '/System/Applications/Mail.app/Contents/MacOS/Mail' }
let fake = FakeRun.list([])
let processes: Process[] = []

afterEach(() => fake.holdsNoSurprise())

/** Time passes only by waiting, while others come to their turn. */
function leapingClock(): Clock {
  let now = 0
  return {
    now: () => now,
    elapsed: () => now,
    wait: async (ms) => {
      now += ms
      await nextTurn()
    },
  }
}

function handsBy(run: RunProgram): Hands {
  const clock = leapingClock()
  const unix = { network: async () => ({ interfaces: [], ipv4: true, ipv6: true }), freeSpace: async () => 0 }
  const mac = macOs({ clock, unix, run, home: '/nowhere' })
  const running = async (): Promise<ReadResult<readonly Process[]>> => ({ seen: true, value: processes })
  const version = async () => ({ product: '26.1' })
  const programs = { ...mac.programs, running }
  return macHands({ clock, mac: { ...mac, programs, version }, files: handsOnFiles({ clock }), run, home: '/Users/x' })
}

function hands(...transcripts: Transcript[]): Hands {
  fake = FakeRun.list(transcripts)
  return handsBy(fake.run)
}

const script = (name: string, args: readonly string[], answer: Partial<Transcript>): Transcript => ({
  path: '/usr/bin/osascript',
  args: ['-e', source(name), ...args],
  ...answer,
})
const failing = (file: string) => ({ code: 1, stderr: recording(`osascript/${file}.stderr.txt`) })

describe('quitting', () => {
  const quit = (answer: Partial<Transcript>) => script('quit', ['com.apple.mail'], answer)

  test('asks, and waits until the process is gone', async () => {
    processes = [mail]
    const run: RunProgram = async () => {
      setImmediate(() => {
        processes = []
      })
      return { code: 0, stdout: 'asked\n', stderr: '' }
    }
    expect(await handsBy(run).quit('apple-mail', 60_000, signal)).toEqual({ done: true })
  })

  test('needs no question where the app is closed', async () => {
    processes = []
    expect(await hands().quit('apple-mail', 60_000, signal)).toEqual({ done: true })
    expect(fake.asked).toEqual([])
  })

  test('ends after the time with the app still open, and kills nobody', async () => {
    processes = [mail]
    const stays = await hands(quit({ stdout: 'asked\n' })).quit('apple-mail', 60_000, signal)
    expect(stays).toEqual({ done: false, why: 'still-running' })
    const dialog = await hands(quit({ failed: 'timeout' })).quit('apple-mail', 60_000, signal)
    expect(rendered(dialog)).toMatchObject({ why: 'still-running', detail: expect.stringMatching(/window/) })
    expect(fake.asked.every((line) => line.startsWith('/usr/bin/osascript '))).toBe(true)
  })

  test.each([
    ['admin-cancel', 'cancelled'],
    ['tcc-automation-denied-mail-15.2', 'refused'],
    ['tcc-automation-denied-british', 'refused'],
  ])('%s is %s', async (file, why) => {
    processes = [mail]
    expect(await hands(quit(failing(file))).quit('apple-mail', 60_000, signal)).toMatchObject({ done: false, why })
  })
})

describe('opening and showing', () => {
  const open = (...args: string[]): Transcript => ({ path: '/usr/bin/open', args })

  test('an app, in the background or in front', async () => {
    expect(await hands(open('-g', '-b', 'com.apple.mail')).open('apple-mail', 'background', signal)).toEqual({
      done: true,
    })
    const missing = { ...open('-b', 'com.microsoft.Outlook'), code: 1 }
    expect(await hands(missing).open('outlook', 'front', signal)).toMatchObject({ why: 'missing' })
  })

  test('only what stands in our lists', async () => {
    const network = open('x-apple.systempreferences:com.apple.Network-Settings.extension')
    expect(await hands(network).show({ panel: 'network' }, signal)).toEqual({ done: true })
    const page = 'https://support.apple.com/en-us/102654'
    expect(await hands(open(page)).show({ page }, signal)).toEqual({ done: true })
    for (const bad of [
      'http://support.apple.com/',
      'https://support.apple.com.evil.example/',
      'https://support.apple.com@evil.example/',
      'https://support.apple.com:8443/',
      'file:///etc/passwd',
      '-a Terminal',
      'javascript:alert(1)',
    ])
      expect(await hands().show({ page: bad }, signal)).toMatchObject({ why: 'missing' })
    expect(await hands().show({ panel: 'toString' }, signal)).toMatchObject({ why: 'missing' })
    expect(await hands().show({ tool: '/bin/sh' }, signal)).toMatchObject({ why: 'missing' })
  })
})

describe('sending and switching', () => {
  test('one account of Mail is synchronised by its id, and all of Outlook’s at once', async () => {
    const account = { name: 'opaque', key: '6C1F', email: 'anna@example.net' }
    const file = readFileSync(resolve(acting, 'apple-mail-synchronise.js'), 'utf8')
    const inMail = (stdout: string) => ({
      path: '/usr/bin/osascript',
      args: ['-l', 'JavaScript', '-e', file, '6C1F'],
      stdout,
    })
    const mail = inMail('asked\n')
    expect(await hands(mail).synchronise('apple-mail', account, signal)).toEqual({ done: true })
    expect(await hands(inMail('missing\n')).synchronise('apple-mail', account, signal)).toMatchObject({
      why: 'missing',
    })
    expect(await hands(mail).synchronise('apple-mail', undefined, signal)).toMatchObject({ done: false })
    const outlook = script('outlook-send', [], { stdout: 'asked\n' })
    expect(await hands(outlook).synchronise('outlook', undefined, signal)).toEqual({ done: true })
    expect(await hands(outlook).synchronise('thunderbird', undefined, signal)).toMatchObject({ done: false })
  })

  test('by the script of each app', async () => {
    expect(await hands(script('apple-mail-send', [], { stdout: 'asked\n' })).sendNow('apple-mail', signal)).toEqual({
      done: true,
    })
    const nothing = script('outlook-send', [], { stdout: 'nothing\n' })
    expect(await hands(nothing).sendNow('outlook', signal)).toMatchObject({ why: 'refused' })
    const closed = script('outlook-send', [], { stdout: 'not-running\n' })
    expect(await hands(closed).sendNow('outlook', signal)).toMatchObject({ why: 'missing' })
    const off = script('outlook-online', ['offline'], { stdout: 'set\n' })
    expect(await hands(off).setOnline('outlook', false, signal)).toEqual({ done: true })
    const menu = (answer: Partial<Transcript>) => script('apple-mail-online', ['Take All Accounts Online'], answer)
    for (const word of ['pressed', 'already'])
      expect(await hands(menu({ stdout: `${word}\n` })).setOnline('apple-mail', true, signal)).toEqual({ done: true })
    const translated = await hands(menu({ stdout: 'no-menu\n' })).setOnline('apple-mail', true, signal)
    expect(rendered(translated)).toMatchObject({ why: 'refused', detail: expect.stringMatching(/language/) })
    const barred = menu(failing('tcc-automation-denied-system-events'))
    expect(await hands(barred).setOnline('apple-mail', true, signal)).toMatchObject({ why: 'refused' })
  })
})

describe('showing', () => {
  test.each([
    ['apple-mail', 'apple-mail-show'],
    ['outlook', 'outlook-show'],
  ] as const)('a message of %s, by its number', async (client, name) => {
    const answer = (told: Partial<Transcript>) => hands(script(name, ['42'], told)).showMessage(client, '42', signal)
    expect(await answer({ stdout: 'shown\n' })).toEqual({ done: true })
    expect(await answer({ stdout: 'not-running\n' })).toMatchObject({ why: 'missing' })
    const gone = { code: 1, stderr: 'execution error: Can’t get message id 42. (-1728)\n' }
    expect(await answer(name === 'outlook-show' ? gone : { stdout: 'gone\n' })).toMatchObject({ why: 'missing' })
    for (const bad of ['', '-1', '4 2', '$(id)', '1'.repeat(16)])
      expect(await hands().showMessage(client, bad, signal)).toMatchObject({ why: 'failed' })
  })

  test('a program in the Finder, by its whole path alone', async () => {
    const path = '/Applications/Dev "Tool" $(id).app'
    const open: Transcript = { path: '/usr/bin/open', args: ['-R', path] }
    expect(await hands(open).reveal(path, signal)).toEqual({ done: true })
    expect(await hands({ ...open, code: 1 }).reveal(path, signal)).toMatchObject({ why: 'missing' })
    for (const bad of ['', 'Tool.app', '-a Terminal', 'https://example.org', '/a\nb', `/${'x'.repeat(2_000)}`])
      expect(await hands().reveal(bad, signal)).toMatchObject({ why: 'failed' })
  })
})

describe('a VPN', () => {
  const id = '44444444-4B98-4DA1-87D8-9D605FFF6188'
  const list: Transcript = {
    path: '/usr/sbin/scutil',
    args: ['--nc', 'list'],
    stdout: `Available network connection services in the current set (*=enabled):\n* (Connected)   ${id} PPP --> L2TP       "Test-VPN"                      [PPP:L2TP]\n`,
  }
  const nc = (verb: string, answer: Partial<Transcript> = {}): Transcript => ({
    path: '/usr/sbin/scutil',
    args: ['--nc', verb, id],
    ...answer,
  })

  test('is stopped by its identifier, and only where the system lists it', async () => {
    const stopped = hands(list, nc('stop'), nc('status', { stdout: 'Disconnected\n' }))
    expect(await stopped.setVpn('Test-VPN', false, signal)).toEqual({ done: true })
    expect(await hands(list).setVpn('another', false, signal)).toMatchObject({ why: 'missing' })
    const stays = hands(list, nc('stop'), nc('status', { stdout: 'Connected\n' }))
    expect(await stays.setVpn('Test-VPN', false, signal)).toMatchObject({ why: 'timeout' })
  })
})

test('a mail bridge of our list is started in the background, and nothing else', async () => {
  const open: Transcript = { path: '/usr/bin/open', args: ['-g', '-b', 'com.protonmail.bridge'] }
  expect(await hands(open).openMailBridge('com.protonmail.bridge', signal)).toEqual({ done: true })
  const gone = hands({ ...open, code: 1 })
  expect(await gone.openMailBridge('com.protonmail.bridge', signal)).toMatchObject({ why: 'missing' })
  for (const other of ['com.apple.Terminal', '-a', ''])
    expect(await hands().openMailBridge(other, signal)).toMatchObject({ done: false })
})

test('Thunderbird sends what was put off by an item of its menu', async () => {
  const press = (answer: Partial<Transcript>) => hands(script('thunderbird-send', ['Send Unsent Messages'], answer))
  const said = async (word: string) => press({ stdout: `${word}\n` }).sendPutOff('thunderbird', signal)
  expect(await said('pressed')).toEqual({ done: true })
  expect(await said('not-running')).toMatchObject({ why: 'missing' })
  expect(await said('nothing')).toMatchObject({ why: 'refused' })
  expect(rendered(await said('no-menu'))).toMatchObject({ why: 'refused', detail: expect.stringMatching(/language/) })
  expect(await hands().sendPutOff('apple-mail', signal)).toMatchObject({ done: false })
})

describe('Wi-Fi', () => {
  const turn = (word: string, answer: Partial<Transcript> = {}): Transcript => ({
    path: '/usr/sbin/networksetup',
    args: ['-setairportpower', 'en0', word],
    ...answer,
  })

  test('is switched by its interface, and what the tool says stood against it', async () => {
    expect(await hands(turn('on')).setWifi('en0', true, signal)).toEqual({ done: true })
    expect(await hands(turn('off')).setWifi('en0', false, signal)).toEqual({ done: true })
    const said = { done: false, why: 'refused', detail: 'en0 is not a Wi-Fi interface.' }
    const refusing = hands(turn('on', { stdout: 'en0 is not a Wi-Fi interface.\n** Error: Error in parameters.\n' }))
    expect(rendered(await refusing.setWifi('en0', true, signal))).toMatchObject({
      ...said,
      detail: expect.stringContaining(said.detail),
    })
    expect(await hands(turn('on', { code: 10 })).setWifi('en0', true, signal)).toMatchObject({ why: 'refused' })
    for (const bad of ['-getinfo', 'en0; id', 'Wi-Fi', ''])
      expect(await hands().setWifi(bad, true, signal)).toMatchObject({ why: 'failed' })
  })
})

describe('what needs an administrator', () => {
  const reason = 'Outbox Doctor wants to see.'
  const admin = (args: readonly string[], answer: Partial<Transcript> = {}) => script('admin', args, answer)

  test('is one constant command with one prompt', async () => {
    const flush = hands(admin(['flush-names', reason]))
    expect(await flush.admin({ command: 'flush-names' }, reason, signal)).toEqual({ done: true })
    const lease = hands(admin(['renew-lease', reason, 'en0']))
    expect(await lease.admin({ command: 'renew-lease', interface: 'en0' }, reason, signal)).toEqual({ done: true })
    for (const bad of ['en0; rm -rf ~', '$(id)', '-en0', 'EN0', ''])
      expect(await hands().admin({ command: 'renew-lease', interface: bad }, reason, signal)).toMatchObject({
        why: 'failed',
      })
  })

  test.each([
    ['admin-cancel', 'cancelled'],
    ['admin-wrong-password', 'refused'],
  ])('%s is %s', async (file, why) => {
    const flush = hands(admin(['flush-names', reason], failing(file)))
    expect(await flush.admin({ command: 'flush-names' }, reason, signal)).toMatchObject({ done: false, why })
  })

  test('is refused without a screen, and on a managed Mac', async () => {
    const none = { code: 1, stderr: 'execution error: No user interaction allowed. (-1713)\n' }
    const flush = hands(admin(['flush-names', reason], none))
    expect(await flush.admin({ command: 'flush-names' }, reason, signal)).toMatchObject({ why: 'refused' })
    const managed = { stdout: recording('socketfilterfw/set-on-managed-mac.txt') }
    const firewall = hands(admin(['firewall-allow-outlook', reason], managed))
    expect(
      rendered(await firewall.admin({ command: 'firewall-allow', client: 'outlook' }, reason, signal)),
    ).toMatchObject({
      why: 'refused',
      detail: expect.stringMatching(/manages/),
    })
  })

  test.each(mailClients)('lets $fullName through the firewall, and blocks it again', ({ id, path }) => {
    const told = (command: string) =>
      source('admin').match(
        new RegExp(`is "${command}-${id}" then\\s+set theShell to theFirewall & "(\\S+) '?([^"']+)'?"`),
      )
    expect(told('firewall-allow')?.slice(1)).toEqual(['--unblockapp', path])
    expect(told('firewall-block')?.slice(1)).toEqual(['--blockapp', path])
  })

  test('runs nothing but what stands in the script: no value of the world is joined to it but a quoted interface', () => {
    const joined = [...source('admin').matchAll(/set theShell to (.*)/g)].map(([, text = '']) => text)
    expect(joined.length).toBe(8)
    for (const text of joined.filter((one) => one.includes('&')))
      expect(text).toMatch(/^(theFirewall & "[^"]*"|"[^"]*" & quoted form of \(item 3 of theArguments\) & "[^"]*")$/)
  })
})

describe('preferences', () => {
  const bundle = 'com.microsoft.Outlook'
  const defaults = (args: string[], answer: Partial<Transcript> = {}): Transcript => ({
    path: '/usr/bin/defaults',
    args,
    ...answer,
  })
  const daemon: Transcript = { path: '/usr/bin/killall', args: ['cfprefsd'] }

  test('are kept, cleared and put back, and the daemon that caches them is told', async () => {
    const kept = hands(defaults(['export', bundle, '/Users/x/a.plist']))
    expect(await kept.preferences.export(bundle, '~/a.plist', signal)).toEqual({ done: true })
    const cleared = hands(defaults(['delete', bundle]), daemon)
    expect(await cleared.preferences.clear(bundle, signal)).toEqual({ done: true })
    expect(fake.asked.at(-1)).toBe('/usr/bin/killall cfprefsd')
    const back = hands(defaults(['import', bundle, '/Users/x/a.plist']), daemon)
    expect(await back.preferences.import(bundle, '/Users/x/a.plist', signal)).toEqual({ done: true })
  })

  test('that are not there, or may not be touched', async () => {
    const stderr = 'Domain (com.microsoft.Outlook) not found.\nDefaults have not been changed.\n'
    const missing = hands(defaults(['delete', bundle], { code: 1, stderr }))
    expect(await missing.preferences.clear(bundle, signal)).toMatchObject({ why: 'missing' })
    for (const [domain, file] of [
      ['-g', '/a'],
      [bundle, 'a.plist'],
      [bundle, '/Users/x/../../etc/a'],
    ] as const)
      expect(await hands().preferences.export(domain, file, signal)).toMatchObject({ why: 'failed' })
  })
})

describe('hostile names', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '"; do shell script "id',
      '$(touch /tmp/x)',
      '`id`',
      "' & quit & '",
      '-e do shell script "id"',
      '--help',
      '../../etc/passwd',
      '<script>alert(1)</script>',
      'a\nb\r\nc',
      '\u202eevil\u202c',
      'x'.repeat(10_000),
    ),
    fc.string({ maxLength: 200, unit: 'binary' }),
  )

  test('reach no program but as one whole argument after our own source', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (name) => {
        const asked: { path: string; args: readonly string[] }[] = []
        const run: RunProgram = async (path, args) => {
          asked.push({ path, args })
          return { code: 0, stdout: '', stderr: '' }
        }
        const all = handsBy(run)
        processes = []
        await all.setVpn(name, false, signal)
        await all.show({ page: name }, signal)
        await all.show({ panel: name }, signal)
        await all.show({ tool: name }, signal)
        await all.admin({ command: 'renew-lease', interface: name }, name, signal)
        await all.admin({ command: 'flush-names' }, name, signal)
        await all.preferences.export(name, name, signal)
        for (const { path, args } of asked) {
          expect(path).toMatch(/^\/usr\/(s?bin)\/(scutil|osascript|defaults)$/)
          if (path.endsWith('osascript')) {
            expect(args.slice(0, 2)).toEqual(['-e', source('admin')])
            for (const arg of args.slice(2)) expect(arg).not.toMatch(/^-|\p{Cc}/u)
          }
          if (path.endsWith('scutil')) expect(args).toEqual(['--nc', 'list'])
          if (path.endsWith('defaults')) expect(args.at(1)).toMatch(/^\w[\w.-]*$/)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('letting macOS ask', () => {
  test.each(['apple-mail', 'outlook', 'system-events'] as const)('about %s, by one event', async (app) => {
    expect(await hands(script(`ask-${app}`, [], { stdout: 'asked\n' })).askToAutomate(app, signal)).toEqual({
      done: true,
    })
    // Who says no has answered.
    const denied = failing('tcc-automation-denied-mail-15.2')
    expect(await hands(script(`ask-${app}`, [], denied)).askToAutomate(app, signal)).toEqual({ done: true })
  })

  test('about nobody who is closed, and not for ever', async () => {
    const ask = (answer: Partial<Transcript>) =>
      hands(script('ask-apple-mail', [], answer)).askToAutomate('apple-mail', signal)
    expect(await ask({ stdout: 'not-running\n' })).toMatchObject({ done: false, why: 'missing' })
    expect(await ask({ failed: 'timeout' })).toMatchObject({ done: false, why: 'timeout' })
  })
})

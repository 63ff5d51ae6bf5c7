import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, buildBinary } from 'plist'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Programs } from '../../../../src/core/mac-powers.ts'
import type { Clock } from '../../../../src/core/time.ts'
import { systemClock } from '../../../../src/world/real/clock.ts'
import { readPower, readVersion } from '../../../../src/world/real/mac/condition.ts'
import { filesBelow } from '../../../../src/world/real/mac/files.ts'
import { macPrograms } from '../../../../src/world/real/mac/programs.ts'
import type { ProgramResult, RunProgram } from '../../../../src/world/real/run.ts'
import { FakeRun, recording, type Transcript } from './fake-run.ts'

const { signal } = new AbortController()
let home: string
let fake = FakeRun.list([])

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'programs-'))
  mkdirSync(join(home, 'Applications'))
})
afterEach(() => {
  rmSync(home, { recursive: true, force: true })
  fake.holdsNoSurprise()
})

function programs(...transcripts: Transcript[]): Programs {
  fake = FakeRun.list(transcripts)
  return by(fake.run)
}
const by = (run: RunProgram) =>
  macPrograms(run, filesBelow(home, systemClock), systemClock, { apps: [join(home, 'Applications')] })

const mail = '/System/Applications/Mail.app/Contents/MacOS/Mail'
const outlook = '/Applications/Microsoft Outlook.app/Contents/MacOS/Microsoft Outlook'
const ps = (...paths: string[]): Transcript => ({
  path: '/bin/ps',
  args: ['-xww', '-o', 'pid=', '-o', 'comm='],
  stdout: ['    1 /sbin/launchd', ...paths.map((path, at) => `  ${300 + at} ${path}`)]
    .map((line) => `${line}\n`)
    .join(''),
})

describe('who listens on a port', () => {
  const lsof = (told: Partial<Transcript>): Transcript => ({
    path: '/usr/sbin/lsof',
    args: ['-nPw', '-iTCP:1025', '-sTCP:LISTEN', '-F', 'pn'],
    ...told,
  })

  test('is told with its path, each process once', async () => {
    const told = lsof({ stdout: 'p301\nf7\nn127.0.0.1:1025\nf8\nn[::1]:1025\np999\nf3\nn*:11025\n' })
    expect(await programs(told, ps(mail, outlook)).listeners(1025, signal)).toEqual({
      seen: true,
      value: [{ pid: 301, name: 'Microsoft Outlook', path: outlook }],
    })
  })

  test('is nobody where lsof shows nobody, and unseen where it does not run', async () => {
    expect(await programs(lsof({ code: 1 })).listeners(1025, signal)).toEqual({ seen: true, value: [] })
    expect(await programs(lsof({ failed: 'timeout' })).listeners(1025, signal)).toMatchObject({ seen: false })
    expect(await programs().listeners(0.5, signal)).toMatchObject({ seen: false })
  })
})

describe('running programs', () => {
  test('are told with their paths, spaces and all', async () => {
    expect(await programs(ps(mail, outlook)).running(signal)).toEqual({
      seen: true,
      value: [
        { pid: 1, name: 'launchd', path: '/sbin/launchd' },
        { pid: 300, name: 'Mail', path: mail },
        { pid: 301, name: 'Microsoft Outlook', path: outlook },
      ],
    })
  })

  test('are not none when the tool does not answer', async () => {
    expect(await programs({ ...ps(), failed: 'timeout' }).running(signal)).toMatchObject({ seen: false, why: 'failed' })
    expect(await programs({ ...ps(), stdout: '' }).running(signal)).toMatchObject({ seen: false })
  })
})

describe('sockets of a program', () => {
  const lsof = (answer: Partial<Transcript>): Transcript => ({
    path: '/usr/sbin/lsof',
    args: ['-nPw', '-iTCP', '-a', '-p', '322', '-F', 'pfnT'],
    ...answer,
  })

  test('each once, with the state that tells a dropped packet', async () => {
    const stdout = `p322
f9
n172.16.23.66:49712->203.0.113.229:993
TST=ESTABLISHED
TQR=0
f13
n172.16.23.66:49712->203.0.113.229:993
TST=ESTABLISHED
f14
n[2001:db8::2]:50000->[2001:db8::587]:587
TST=SYN_SENT
f15
n*:15611
TST=LISTEN
`
    expect(await programs(lsof({ stdout })).sockets(322, signal)).toEqual({
      seen: true,
      value: [
        { address: '203.0.113.229', port: 993, state: 'ESTABLISHED' },
        { address: '2001:db8::587', port: 587, state: 'SYN_SENT' },
      ],
    })
  })

  test('none is told by exit status 1 and no words', async () => {
    expect(await programs(lsof({ code: 1 })).sockets(322, signal)).toEqual({ seen: true, value: [] })
    expect(await programs(lsof({ code: 1, stderr: 'lsof: illegal option' })).sockets(322, signal)).toMatchObject({
      seen: false,
    })
    expect(await programs(lsof({ failed: 'timeout' })).sockets(322, signal)).toMatchObject({ seen: false })
  })
})

describe('installed apps', () => {
  function install(name: string, info: string | Uint8Array) {
    const contents = join(home, 'Applications', `${name}.app/Contents`)
    mkdirSync(contents, { recursive: true })
    writeFileSync(join(contents, 'Info.plist'), info)
    return join(home, 'Applications', `${name}.app`)
  }
  const infoOf = (CFBundleIdentifier: string, CFBundleShortVersionString: string) => ({
    CFBundleIdentifier,
    CFBundleShortVersionString,
    CFBundleVersion: '16.112.26081010',
  })

  test('are found by identifier, whatever they are called, in both forms of property list', async () => {
    install('Broken', 'not a property list')
    install('Empty', '')
    const path = install('Outlook (old)', build(infoOf('com.microsoft.Outlook', '16.103.2')))
    const other = install('Mail', buildBinary(infoOf('com.apple.mail', '16.0')))
    const found = programs()
    const app = { path, version: '16.103.2', build: '16.112.26081010' }
    expect(await found.app('com.microsoft.Outlook', signal)).toEqual({ seen: true, value: app })
    expect(await found.app('com.apple.mail', signal)).toMatchObject({
      seen: true,
      value: { path: other, version: '16.0' },
    })
    expect(await found.app('com.example.none', signal)).toEqual({ seen: false, why: 'missing' })
    install('Outlook (old)', build(infoOf('com.microsoft.Outlook', '16.104')))
    expect(await found.app('com.microsoft.Outlook', signal)).toMatchObject({ value: { version: '16.104' } })
  })
})

describe('the signature of an app', () => {
  const verify = (answer: Partial<Transcript>) =>
    programs({
      path: '/usr/bin/codesign',
      args: ['--verify', '--deep', '--strict', '/Applications/X.app'],
      ...answer,
    }).signature({ path: '/Applications/X.app' }, signal)

  test.each([
    [{ code: 0 }, { is: 'intact' }],
    [
      {
        code: 1,
        stderr: '/Applications/X.app: a sealed resource is missing or invalid\nfile modified: /Applications/X.app/Y\n',
      },
      { is: 'broken', line: 'a sealed resource is missing or invalid' },
    ],
    [
      {
        code: 1,
        stderr:
          '/Applications/X.app: code object is not signed at all\nIn subcomponent: /Applications/X.app/Contents/Frameworks/OLE.framework\n',
      },
      { is: 'intact' },
    ],
    [
      {
        code: 1,
        stderr:
          '/Applications/X.app: invalid signature\nIn subcomponent: /X.app/OLE.framework\nIn subcomponent: /X.app/Mail.framework\n',
      },
      { is: 'broken', line: 'invalid signature' },
    ],
    [{ code: 1, stderr: '/Applications/X.app: No such file or directory\n' }, { is: 'unknown' }],
    [{ code: 2, stderr: 'Usage: codesign -s identity …' }, { is: 'unknown' }],
    [{ failed: 'timeout' as const }, { is: 'unknown' }],
  ])('%j', async (answer, signature) => {
    expect(await verify(answer)).toMatchObject(signature)
  })
})

test('a signature is not checked again for some hours, unless the app was updated or nothing was found out', async () => {
  let elapsed = 0
  const clock: Clock = { now: () => elapsed, elapsed: () => elapsed, wait: () => new Promise(() => {}) }
  const args = ['--verify', '--deep', '--strict', '/X.app']
  const codesign: Transcript = { path: '/usr/bin/codesign', args, code: 2 }
  fake = FakeRun.list([codesign])
  const { signature } = macPrograms(fake.run, filesBelow(home, clock), clock)
  const times = async (version: string) => {
    await signature({ path: '/X.app', version }, signal)
    return fake.asked.length
  }
  expect([await times('1'), await times('1')]).toEqual([1, 2])
  codesign.code = 0
  expect([await times('1'), await times('1'), await times('2')]).toEqual([3, 3, 4])
  elapsed = 7 * 3_600_000
  expect(await times('2')).toBe(5)
})

describe('preferences', () => {
  const read = (answer: Partial<Transcript>): Transcript => ({
    path: '/usr/bin/defaults',
    args: ['read', 'com.microsoft.Outlook', 'IsRunningNewOutlook'],
    ...answer,
  })
  const ask = (...transcripts: Transcript[]) =>
    programs(...transcripts).preference('com.microsoft.Outlook', 'IsRunningNewOutlook', signal)

  test('are told as text', async () => {
    expect(await ask(read({ stdout: '1\n' }))).toEqual({ seen: true, value: '1' })
    expect(await ask(read({ code: 1, stderr: 'The domain/default pair … does not exist\n' }))).toEqual({
      seen: false,
      why: 'missing',
    })
  })

  test('are read from the container where the tool hangs', async () => {
    const place = join(home, 'Library/Containers/com.microsoft.Outlook/Data/Library/Preferences')
    expect(await ask(read({ failed: 'timeout' }))).toEqual({ seen: false, why: 'failed', detail: 'defaults: timeout' })
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, 'com.microsoft.Outlook.plist'), buildBinary({ IsRunningNewOutlook: true }))
    expect(await ask(read({ failed: 'timeout' }))).toEqual({ seen: true, value: '1' })
  })

  test.each([
    ['-g', 'x'],
    ['com.apple.mail', '-x'],
    ['/etc/passwd', 'x'],
    ['a/../b', 'x'],
  ])('%s %s is not asked for', async (domain, key) => {
    expect(await programs().preference(domain, key, signal)).toMatchObject({ seen: false })
  })
})

describe('scripts', () => {
  const osascript = (answer: Partial<Transcript>): Transcript => ({
    path: '/usr/bin/osascript',
    args: (args) => args[0] === '-l' && args[2] === '-e' && args[4] === '-e' && args.slice(6).join() === '20',
    ...answer,
  })
  const send = (...transcripts: Transcript[]) =>
    programs(...transcripts).script('apple-mail-outbox', ['20'], 15_000, signal)

  test('are never sent to an app that is not running, whatever else is called Mail', async () => {
    expect(await send(ps(outlook, '/Users/x/Mail', '/Applications/OtherMail.app/Contents/MacOS/Mail'))).toEqual({
      outcome: 'not-running',
    })
    expect(fake.asked).toHaveLength(1)
  })

  test('are not sent when it is not known what runs', async () => {
    expect(await send({ ...ps(mail), failed: 'timeout' })).toEqual({ outcome: 'failed' })
  })

  test('are answered, or refused by number', async () => {
    expect(await send(ps(mail), osascript({ stdout: 'text\n' }))).toEqual({ outcome: 'answered', text: 'text\n' })
    const stderr = recording('osascript/tcc-automation-denied-mail-15.2.stderr.txt')
    expect(await send(ps(mail), osascript({ code: 1, stderr }))).toEqual({ outcome: 'refused', number: -1743 })
    expect(await send(ps(mail), osascript({ failed: 'timeout' }))).toEqual({ outcome: 'timeout' })
    expect(await send(ps(mail), osascript({ code: 1, stderr: 'nonsense' }))).toEqual({ outcome: 'failed' })
  })

  test('an argument cannot become an option', async () => {
    const asked = programs(ps(mail)).script('apple-mail-state', ['-e'], 1_000, signal)
    expect(await asked).toEqual({ outcome: 'failed' })
  })

  test('are sent one at a time', async () => {
    const ends: ((ran: ProgramResult) => void)[] = []
    const run: RunProgram = async (path) => {
      if (path === '/bin/ps') return { code: 0, stdout: `1 ${mail}\n2 ${outlook}\n`, stderr: '' }
      return new Promise<ProgramResult>((resolve) => ends.push(resolve))
    }
    const both = by(run)
    const first = both.script('apple-mail-state', [], 1_000, signal)
    const second = both.script('outlook-state', [], 1_000, signal)
    await expect.poll(() => ends.length).toBe(1)
    ends[0]?.({ code: 0, stdout: 'one', stderr: '' })
    expect(await first).toMatchObject({ text: 'one' })
    await expect.poll(() => ends.length).toBe(2)
    ends[1]?.({ code: 0, stdout: 'two', stderr: '' })
    expect(await second).toMatchObject({ text: 'two' })
  })
})

describe('the condition of a Mac', () => {
  const run = (...transcripts: Transcript[]) => {
    fake = FakeRun.list(transcripts)
    return fake.run
  }

  test('its power', async () => {
    const batt = { path: '/usr/bin/pmset', args: ['-g', 'batt'] }
    const all = { path: '/usr/bin/pmset', args: ['-g'], stdout: recording('pmset/g-lowpowermode-off.txt') }
    expect(await readPower(run({ ...batt, stdout: "Now drawing from 'Battery Power'\n" }, all), signal)).toEqual({
      source: 'battery',
      lowPower: false,
    })
    const three = { ...all, stdout: 'Currently in use:\n powermode            1\n' }
    expect(await readPower(run({ ...batt, stdout: 'something new' }, three), signal)).toEqual({
      source: 'unknown',
      lowPower: true,
    })
    expect(await readPower(run({ ...batt, failed: 'missing' }, { ...all, failed: 'missing' }), signal)).toEqual({
      source: 'unknown',
    })
  })

  test('its version', async () => {
    const stdout = 'ProductName:\t\tmacOS\nProductVersion:\t\t26.1\nBuildVersion:\t\t25B78\n'
    const swVers = { path: '/usr/bin/sw_vers', args: [] }
    expect(await readVersion(run({ ...swVers, stdout }), signal)).toEqual({ product: '26.1', build: '25B78' })
    expect(await readVersion(run({ ...swVers, failed: 'missing' }), signal)).toEqual({})
  })
})

import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { rendered } from '../../src/core/rendered.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import type { World } from '../../src/core/world.ts'
import { openPoints } from '../../src/self-check/open-points.ts'
import type { RunProgram } from '../../src/world/real/run.ts'
import { realWorld } from '../../src/world/real/world.ts'
import { calm } from '../app/shell-double.ts'
import { ownFolder } from '../history/folder.ts'
import { recording } from '../world/real/mac/fake-run.ts'
import { appDataStep } from './app-data-step.ts'
import { dayIn, proveAll, type Step } from './day.ts'
import { switches } from './drive.ts'
import { byStep, pointsIn, settledBy, verdictOn } from './points.ts'
import { recordingRun } from './record.ts'
import { redactor } from './redact.ts'
import { harm, reportOf } from './report.ts'
import { steps } from './steps.ts'

const root = resolve(import.meta.dirname, '../..')
const signal = AbortSignal.timeout(600_000)
const unasked = () => {
  throw new Error('no such tool')
}
const redact = redactor({ user: 'annamueller', computerNames: ['annas-mac'] })

describe('the open points', () => {
  test('are read from the report, each with its answer', async () => {
    const about = { settings: defaultSettings, warnings: [], version: '0', database: ':memory:', mac: false, signal }
    const lines = rendered((await openPoints({ ...about, world: realWorld(), state: calm })).lines)
    const points = pointsIn(lines)
    expect(points).toHaveLength(lines.length - 1)
    expect(points.map(({ answer }) => answer).join('')).toBe('')
    const ids = points.map(({ id }) => id)
    expect(Object.keys(settledBy).sort()).toEqual([...ids].sort())
    expect(pointsIn(['macos-5: Does it? 161 certificates with Node 24.', 'no point'])).toEqual([
      { id: 'macos-5', question: 'Does it?', answer: '161 certificates with Node 24.' },
    ])
  })

  test('that wait for this command are those that its steps settle, and no others', async () => {
    const about = { settings: defaultSettings, warnings: [], version: '0', database: ':memory:', mac: true, signal }
    // All else cannot be asked.
    const mac = new Proxy({}, { get: () => unasked }) as World['mac']
    const lines = rendered((await openPoints({ ...about, world: { ...realWorld(), mac }, state: calm })).lines)
    const waiting = lines.filter((line) => /npm run mac, in the sources, finds it out\.$/.test(line))
    const announced = steps.flatMap(({ settles = [] }) => settles).sort()
    expect(pointsIn(waiting).map(({ id }) => id)).toEqual(announced)
    const byOne = Object.entries(settledBy).flatMap(([id, settled]) => (settled === byStep ? [id] : []))
    expect(byOne.sort()).toEqual(announced)
  })

  test.each([
    ['permissions-3', 'Mail: granted, Outlook: refused, System Events: granted, in 40 ms; no question may …', 'proved'],
    ['permissions-3', 'Mail: granted, Outlook: granted, System Events: granted, in 4012 ms; no …', 'not seen'],
    ['permissions-3', 'Mail: granted, Outlook: unknown, System Events: granted, in 40 ms; no …', 'not seen'],
    ['macos-10', 'Understood: battery; Low Power Mode off.', 'proved'],
    ['macos-10', 'Not understood; Low Power Mode not told.', 'contradicted'],
    ['macos-13', 'Of 12 letters beyond ASCII, 3 came broken.', 'contradicted'],
    ['macos-13', 'Of 12 letters beyond ASCII, 0 came broken.', 'proved'],
    ['macos-13', 'Only plain letters came, which settles nothing.', 'not seen'],
    ['mail-3', 'Mail is closed, so it was not asked.', 'not seen'],
    ['mail-3', 'answered after 420 ms.', 'proved'],
    ['mail-7', 'The folder may not be read.', 'not seen'],
    ['mail-7', 'V10, MailData of 3 entries.', 'proved'],
    ['mail-7', 'nothing of 3 entries.', 'contradicted'],
    ['macos-5', '161 certificates in 5120 ms with Node 24.21.0.', 'proved'],
    ['macos-5', 'They could not be read with Node 24.21.0.', 'contradicted'],
    ['macos-2', 'It could not be found out: no such tool', 'not seen'],
    ['outlook-6', 'outlook-state answered, outlook-accounts failed -1728.', 'contradicted'],
    ['no-such-1', 'answered', 'not seen'],
  ])('%s: %s is %s', (id, answer, verdict) => {
    expect(verdictOn(id, answer)).toBe(verdict)
  })
})

test('the report counts, keeps to its table, and names nobody', () => {
  const points = [
    { id: 'macos-2', question: 'Which filters?', answer: '2 filters.' },
    { id: 'macos-10', question: 'Power?', answer: 'Not understood; | on /Users/annamueller' },
    { id: 'mail-2', question: 'Undo Send?', answer: 'It shows only while it happens;\nwatch tells of it then.' },
  ]
  const all = [
    { title: 'The addon', is: 'done' as const, lines: ['For x86_64 arm64, on annas-mac.'], files: ['addon.txt'] },
  ]
  const report = reportOf('2026-11-29', all, points, redact)
  expect(report).toContain('1 proved, 1 contradicted, 1 not seen.')
  expect(report).toContain('- **The addon**: done\n  - For x86_64 arm64, on a-mac.\n  - see addon.txt')
  expect(report).not.toMatch(/anna/)
  const rows = report.split('\n').filter((line) => line.startsWith('| m'))
  expect(rows).toHaveLength(3)
  for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5)
})

test('a step that saw it itself settles a point, whatever the doctor says', () => {
  const points = [{ id: 'app-5', question: 'Control-click?', answer: 'npm run mac finds it out.' }]
  const step = { title: 'The app', is: 'done' as const, lines: [] }
  const report = (settles: Record<string, 'proved' | 'contradicted'>) =>
    reportOf('', [{ ...step, settles }], points, redact)
  expect(report({})).toContain('| app-5 | not seen |')
  expect(report({ 'app-5': 'proved' })).toContain('| app-5 | proved |')
  expect(report({ 'app-5': 'contradicted' })).toContain('0 proved, 1 contradicted, 0 not seen.')
})

test('what a tool printed is kept under its name, once, and without what is private', async () => {
  const text = recording('scutil-nwi/wifi-ipv4-ipv6.txt').replace(/203\.0\.113\.\d+/g, '81.169.145.97')
  const plain: RunProgram = async (path) =>
    path.endsWith('kmutil') ? { failed: 'missing' } : { code: 0, stdout: text, stderr: 'annas-mac: no' }
  const { run, recordings } = recordingRun(plain)
  for (const path of ['/usr/sbin/scutil', '/usr/sbin/scutil', '/usr/bin/kmutil', '/bin/ps'])
    expect(await run(path, ['--nwi'], { signal })).toEqual(await plain(path, [], { signal }))
  const kept = recordings(redact, '26.1')
  expect(kept.map(({ path }) => path)).toEqual(['scutil/macos26.1-nwi.txt', 'scutil/macos26.1-nwi.stderr.txt'])
  expect(kept.map(({ text }) => text).join('')).not.toMatch(/81\.169|annas/)
})

describe('a day', () => {
  test('goes on where one step fails, and keeps what was made', async () => {
    const folder = ownFolder()
    const day = dayIn(folder, signal)
    const told: string[] = []
    const all = await proveAll(
      [
        { title: 'One', does: '', prove: () => Promise.reject(new Error('It broke.')) },
        {
          title: 'Two',
          does: '',
          prove: async ({ keep }) => ({ is: 'done', lines: [], files: [keep('a/b.txt', 'text')] }),
        },
      ],
      day,
      (line) => told.push(line),
    )
    expect(all).toEqual([
      { title: 'One', is: 'failed', lines: ['It broke.'] },
      { title: 'Two', is: 'done', lines: [], files: ['a/b.txt'] },
    ])
    expect(readFileSync(join(folder, 'a/b.txt'), 'utf8')).toBe('text')
    expect(told).toHaveLength(4)
  })

  test('asks only where it may, settles only what it announces, and ends where no time is left', async () => {
    let proved = 0
    const prove = async () => {
      proved += 1
      return { is: 'done' as const, lines: [], settles: { 'app-1': 'proved' as const } }
    }
    const step = { title: 'One', does: '', settles: ['app-1'], prove }
    const became = async (one: Step, until = signal, may = {}) =>
      (await proveAll([one], dayIn(ownFolder(), until), () => {}, may))[0]
    expect(await became({ ...step, asks: true })).toMatchObject({
      is: 'not seen',
      lines: [expect.stringContaining('--ask')],
    })
    expect(await became(step, AbortSignal.abort())).toMatchObject({
      is: 'not seen',
      lines: ['No time was left for it.'],
    })
    expect(proved).toBe(0)
    expect(await became({ ...step, asks: true }, signal, { mayAsk: true })).toMatchObject({ is: 'done' })
    expect(await became({ ...step, settles: [] })).toMatchObject({ is: 'failed' })
    expect(steps.filter(({ asks }) => asks)).toEqual([appDataStep])
  })

  test('keeps pictures of its own windows alone, and starts the app without the keychain', () => {
    const own = readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.test.ts'))
    const texts = own.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')
    expect(texts).not.toMatch(/screencapture|desktopCapturer|CGWindowList/)
    expect(texts.match(/\.screenshot\(/g)).toHaveLength(1)
    expect(texts).toContain('page.screenshot(')
    expect(texts.match(/electron\.launch\(.*/g)).toEqual([expect.stringContaining('args: switches')])
    expect(switches).toEqual(['--use-mock-keychain'])
  })

  test.skipIf(process.platform === 'darwin')('elsewhere says what it would do, and does nothing', async () => {
    const folder = join(ownFolder(), 'report')
    const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'mac-day.ts'), folder])
    for (const { title, does } of steps) expect(stdout).toContain(`- ${title}: ${does}.`)
    expect(stdout).toContain('outbox-doctor doctor')
    for (const line of harm) expect(stdout).toContain(`${line}\n`)
    expect(stdout).not.toMatch(/without changing|changes nothing/)
    expect(existsSync(folder)).toBe(false)
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.mac).toBe(
      'node test/mac-day/mac-day.ts',
    )
  })
})

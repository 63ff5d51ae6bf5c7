import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileLog } from '../../src/storage/log-file.ts'
import { newestIn } from '../../src/storage/log-lines.ts'
import { HandClock } from '../hand-clock.ts'
import { ownFolder } from '../history/folder.ts'

const small = { maxBytes: 2_000, files: 3 }

function logIn(folder: string, limits = small) {
  const clock = new HandClock(Date.UTC(2026, 2, 2, 9))
  return { clock, log: fileLog(folder, 'app', clock, limits) }
}

const sizes = (folder: string) => readdirSync(folder).map((name) => statSync(join(folder, name)).size)
const namesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

/** Runs the writer in a process of its own, started by this shell line that ends in `"$@"`. */
async function writer(line: string, ...args: readonly string[]) {
  const file = join(import.meta.dirname, 'log-writer.ts')
  const child = spawn('/bin/sh', ['-c', line, 'sh', process.execPath, file, ...args])
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { out: out.trim(), errors }
}

describe('a log in a file', () => {
  test('is one line of JSON for each entry, for its owner alone', async () => {
    const folder = join(ownFolder(), 'log')
    const { log } = logIn(folder)
    log.error('history-failed', { error: Object.assign(new TypeError('canary'), { code: 'SQLITE_FULL' }) })
    await log.written()
    expect(JSON.parse(readFileSync(join(folder, 'app.log'), 'utf8'))).toEqual({
      time: '2026-03-02T09:00:00.000Z',
      level: 'error',
      program: 'app',
      event: 'history-failed',
      name: 'TypeError',
      code: 'SQLITE_FULL',
    })
    expect([modeOf(folder), modeOf(join(folder, 'app.log'))]).toEqual(['700', '600'])
    expect(await log.newest(9)).toMatchObject([{ when: Date.UTC(2026, 2, 2, 9), event: 'history-failed' }])
  })

  test('takes from everybody else what a copy by hand left open', async () => {
    const folder = ownFolder()
    writeFileSync(join(folder, 'app.log'), '', { mode: 0o644 })
    chmodSync(join(folder, 'app.log'), 0o644)
    const { log } = logIn(folder)
    log.info('started')
    await log.written()
    expect(modeOf(join(folder, 'app.log'))).toBe('600')
  })

  test('makes nothing before there is something to write, and does not come back when it was removed', async () => {
    const folder = join(ownFolder(), 'log')
    const { log } = logIn(folder)
    await log.written()
    expect(existsSync(folder)).toBe(false)
    expect(await log.newest(9)).toEqual([])
    log.info('started')
    await log.written()
    rmSync(folder, { recursive: true })
    log.error('uncaught')
    await log.written()
    expect(existsSync(folder)).toBe(false)
  })

  test('stays within its three files however much comes, keeps the newest, and in order', async () => {
    const bursts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(bursts, fc.integer({ min: 1_200, max: 6_000 }), async (all, maxBytes) => {
        const folder = join(ownFolder(), 'log')
        const { log, clock } = logIn(folder, { maxBytes, files: 3 })
        let last = 0
        for (const many of all) {
          for (let n = 0; n < many; n += 1) {
            last += 1
            log.error('answer-failed', { of: { id: `request${last}` } })
          }
          await clock.pass(1_000)
          await log.written()
          expect(Math.max(...sizes(folder))).toBeLessThanOrEqual(maxBytes)
          expect(readdirSync(folder).length).toBeLessThanOrEqual(3)
        }
        const numbers = (await log.newest(10_000)).map(({ of }) => Number(of?.replace('request', '')))
        const first = numbers[0] ?? 0
        // Without a gap, up to the last.
        expect(numbers).toEqual(numbers.map((_, index) => first + index))
        expect(numbers.at(-1)).toBe(last)
      }),
      { numRuns: 40 },
    )
  })

  test('what comes faster than it can be written is counted', async () => {
    const folder = join(ownFolder(), 'log')
    const { log } = logIn(folder, { maxBytes: 1_000_000, files: 3 })
    for (let n = 0; n < 2_000; n += 1) log.error('answer-failed', { of: { id: `request${n}` } })
    await log.written()
    const entries = await log.newest(10_000)
    const lost = entries.find(({ event }) => event === 'lines-lost')
    expect(lost?.count).toBeGreaterThan(1_000)
    expect(entries.length - 1 + (lost?.count ?? 0)).toBe(2_000)
  })

  // No permission holds a test back that runs as root; these do.
  test.each<[string, (folder: string) => void]>([
    ['in the place of the folder stands a file', (folder) => writeFileSync(folder, 'mine')],
    ['in the place of the file stands a folder', (folder) => mkdirSync(join(folder, 'app.log'), { recursive: true })],
    [
      'in the place of the file stands a link',
      (folder) => {
        mkdirSync(folder)
        writeFileSync(join(folder, '../mine'), 'mine')
        symlinkSync(join(folder, '../mine'), join(folder, 'app.log'))
      },
    ],
  ])('where %s, nothing is written, nothing thrown and nothing of anybody changed', async (_, prepare) => {
    const home = ownFolder()
    const folder = join(home, 'log')
    prepare(folder)
    const before = namesIn(home)
    const { log } = logIn(folder)
    for (let n = 0; n < 9; n += 1) log.error('uncaught', { count: n })
    await log.written()
    expect(namesIn(home)).toEqual(before)
    if (before.includes('mine')) expect(readFileSync(join(home, 'mine'), 'utf8')).toBe('mine')
  })

  test('how many could not be written is told as soon as it can be', async () => {
    const folder = join(ownFolder(), 'log')
    mkdirSync(join(folder, 'app.log'), { recursive: true })
    const { log } = logIn(folder)
    log.error('uncaught')
    log.error('history-failed')
    await log.written()
    rmSync(join(folder, 'app.log'), { recursive: true })
    log.error('look-failed')
    await log.written()
    expect((await log.newest(9)).map(({ event, count }) => [event, count])).toEqual([
      ['look-failed', undefined],
      ['lines-lost', 2],
    ])
  })

  test('a disk that takes no more ends nothing, and what is whole is read again', async () => {
    const folder = join(ownFolder(), 'log')
    // Files of at most 8 blocks of 512 bytes: what comes after is refused, as by a full disk.
    const { out, errors } = await writer(`trap '' XFSZ; ulimit -f 8; exec "$@"`, folder, 'a', '400', '1000000')
    expect(errors).toBe('')
    expect(Number(out)).toBeGreaterThan(10)
    expect(Number(out)).toBeLessThan(60)
  })
})

describe('of several processes', () => {
  test('all lines are there, none is torn, and the size holds', async () => {
    const folder = join(ownFolder(), 'log')
    // Room for all: whatever is missing was lost.
    const ran = await Promise.all(['a', 'b'].map((name) => writer('exec "$@"', folder, name, '600', '60000')))
    expect(ran.map(({ errors }) => errors)).toEqual(['', ''])
    const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
    const ids = lines.map((line) => JSON.parse(line).of)
    for (const name of ['a', 'b'])
      expect(ids.filter((id) => id.startsWith(name)).sort()).toEqual(
        Array.from({ length: 600 }, (_, n) => `${name}${n}`).sort(),
      )
    expect(readdirSync(folder).sort()).toEqual(['terminal.1.log', 'terminal.2.log', 'terminal.log'])
    expect(Math.max(...sizes(folder))).toBeLessThanOrEqual(2 * 60_000)
  })

  test('one that ended in the middle of moving files on holds nobody up for ever', async () => {
    const folder = ownFolder()
    // No process has this number (PID_MAX_LIMIT is 2^22).
    symlinkSync('99999999', join(folder, 'app.log.lock'))
    const { log, clock } = logIn(folder)
    for (let n = 0; n < 200; n += 1) {
      log.error('answer-failed', { of: { id: `request${n}` } })
      await clock.pass(1_000)
      await log.written()
    }
    expect(readdirSync(folder).sort()).toEqual(['app.1.log', 'app.2.log', 'app.log'])
    expect(Math.max(...sizes(folder))).toBeLessThanOrEqual(2 * small.maxBytes)
  })

  test('while another moves them on, there is a limit all the same', async () => {
    const folder = ownFolder()
    symlinkSync(String(process.ppid), join(folder, 'app.log.lock'))
    const { log } = logIn(folder)
    for (let n = 0; n < 200; n += 1) log.error('answer-failed', { of: { id: `request${n}` } })
    await log.written()
    expect(statSync(join(folder, 'app.log')).size).toBeLessThanOrEqual(2 * small.maxBytes)
  })
})

describe('what is read again', () => {
  const whole = { time: '2026-03-02T09:00:00.000Z', level: 'error', program: 'app', event: 'uncaught' }
  const fileWith = (content: string | Buffer) => {
    const folder = ownFolder()
    writeFileSync(join(folder, 'app.log'), content)
    return folder
  }

  test('is what has the form in which it is written, whatever else stands there', async () => {
    const bad = [
      '{"time":"2026-0',
      'canary',
      'null',
      '[]',
      JSON.stringify({ ...whole, event: 'Anna at example.net' }),
      JSON.stringify({ ...whole, of: 'anna@example.net' }),
      JSON.stringify({ ...whole, code: '\u001b[2J' }),
      JSON.stringify({ ...whole, places: ['../../etc/passwd:1'] }),
      JSON.stringify({ ...whole, time: 'yesterday' }),
      '\u0000'.repeat(900),
    ]
    const folder = fileWith([...bad, JSON.stringify(whole), ...bad].join('\n'))
    writeFileSync(join(folder, 'terminal.1.log'), Buffer.from([0xff, 0xfe, 0x0a, 0xc3]))
    writeFileSync(join(folder, 'canary.log'), JSON.stringify(whole))
    mkdirSync(join(folder, 'terminal.log'))
    expect(await newestIn(folder, 99)).toEqual([
      { when: Date.UTC(2026, 2, 2, 9), level: 'error', program: 'app', event: 'uncaught' },
    ])
  })

  test('is the newest part of a file of any size', async () => {
    const line = (n: number) => JSON.stringify({ ...whole, count: n })
    const folder = fileWith(Array.from({ length: 20_000 }, (_, n) => line(n)).join('\n'))
    const read = await newestIn(folder, 100_000)
    expect(read.at(-1)?.count).toBe(19_999)
    expect(read.length).toBeLessThan(1_000)
  })

  test('is nothing where there is no folder, and a fault where it cannot be read', async () => {
    const home = ownFolder()
    expect(await newestIn(join(home, 'none'), 9)).toEqual([])
    writeFileSync(join(home, 'file'), '')
    await expect(newestIn(join(home, 'file'), 9)).rejects.toThrow()
  })
})

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ForeignDatabaseHandle, ReadResult } from '../../../src/core/mac-powers.ts'
import { Unknown } from '../../../src/core/probe.ts'
import { openInThread, parseInThread } from '../../../src/world/real/reading/open-store.ts'
import { ReadingThread } from '../../../src/world/real/reading/thread.ts'
import { makeTemporary, tidyTemporary } from '../../../src/world/real/temporary.ts'
import { columns, forEver, holding, rows } from '../../store-readings.ts'

const { signal } = new AbortController()
const sql = 'SELECT name FROM messages'
let folder: string
let path: string
let copies: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reading-'))
  path = join(folder, 'Envelope Index')
  copies = join(folder, 'temporary')
  const store = new Database(path)
  store.exec("CREATE TABLE messages (name TEXT); INSERT INTO messages VALUES ('one')")
  store.close()
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function opened(thread: ReadingThread): Promise<ForeignDatabaseHandle> {
  const looked: ReadResult<ForeignDatabaseHandle> = await openInThread(thread, path, copies, signal)
  if (!looked.seen) throw new Error(looked.why)
  return looked.value
}

/**
 * The longest that this thread worked without a pause while `work` went on, in milliseconds of processor time: what it
 * waits for a processor on a busy machine is not of our making.
 */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let last = process.threadCpuUsage()
  let longest = 0
  const look = () => {
    const { user, system } = process.threadCpuUsage(last)
    longest = Math.max(longest, (user + system) / 1_000)
    last = process.threadCpuUsage()
  }
  const timer = setInterval(look, 1)
  await work()
  clearInterval(timer)
  look()
  return longest
}

describe('the thread that reads stores', () => {
  test('reads by functions of our modules, and tells their errors', async () => {
    const store = await opened(new ReadingThread())
    expect(await store.ask(columns, 'messages', signal)).toEqual(['name'])
    expect(await store.ask(rows, sql, signal)).toEqual([{ name: 'one' }])
    await expect(store.ask(rows, 'SELECT nonsense', signal)).rejects.toBeInstanceOf(Unknown)
    store.close()
    await expect(store.ask(rows, sql, signal)).rejects.toBeInstanceOf(Unknown)
  })

  test('gives up what takes too long, and opens anew afterwards', async () => {
    const thread = new ReadingThread({ patienceMs: 1_000 })
    const [stuck, other] = [await opened(thread), await opened(thread)]
    await expect(stuck.ask(forEver, undefined, signal)).rejects.toThrow('took too long')
    // All that was open is gone with the thread, and no number of a store means another one now.
    const anew = await opened(thread)
    await expect(other.ask(rows, sql, signal)).rejects.toBeInstanceOf(Unknown)
    expect(await anew.ask(rows, sql, signal)).toEqual([{ name: 'one' }])
  })

  test('lets go of whoever is aborted, at once', async () => {
    const thread = new ReadingThread({ patienceMs: 2_000 })
    const store = await opened(thread)
    const leaving = new AbortController()
    const asked = store.ask(forEver, undefined, leaving.signal)
    const waiting = store.ask(rows, sql, leaving.signal)
    leaving.abort(new Error('gone'))
    await expect(asked).rejects.toThrow('gone')
    await expect(waiting).rejects.toThrow('gone')
  })

  test('holds the event loop for no long reading', async () => {
    const store = await opened(new ReadingThread())
    const held = await longestHold(() => store.ask(holding, 400, signal))
    expect(held).toBeLessThan(200)
  })

  test('works here where no thread can be had', async () => {
    const thread = new ReadingThread({ entry: pathToFileURL(join(folder, 'nothing.js')) })
    const store = await opened(thread)
    expect(await store.ask(rows, sql, signal)).toEqual([{ name: 'one' }])
  })

  test('asks for a thread again after growing pauses, and says so meanwhile', async () => {
    const file = join(folder, 'late.js')
    let elapsed = 0
    const minute = 60_000
    const thread = new ReadingThread({ entry: pathToFileURL(file), elapsed: () => elapsed })
    expect(thread.failures).toBe(0)
    const store = await opened(thread)
    expect(thread.failures).toBe(1)
    elapsed = minute
    await opened(thread)
    expect(thread.failures).toBe(2)
    const entry = new URL('../../../src/world/real/reading/thread-entry.ts', import.meta.url)
    writeFileSync(file, `import ${JSON.stringify(entry.href)}`)
    // The second pause is twice as long.
    elapsed = 2 * minute
    expect(await store.ask(rows, sql, signal)).toEqual([{ name: 'one' }])
    expect(thread.failures).toBe(2)
    elapsed = 3 * minute
    await expect(store.ask(rows, sql, signal)).rejects.toBeInstanceOf(Unknown)
    expect(thread.failures).toBe(0)
    const held = await longestHold(async () => {
      const anew = await opened(thread)
      await anew.ask(holding, 500, signal)
    })
    expect(held).toBeLessThan(250)
  })

  test.each([
    ['a list within lists, each twice', nestedList(40)],
    ['brackets without end', Buffer.from(`<plist>${'<array>'.repeat(200_000)}`)],
  ])('%s holds nobody up', async (_, bytes) => {
    const thread = new ReadingThread({ patienceMs: 3_000 })
    const module = new URL('../../../src/formats/property-list.ts', import.meta.url).href
    const { propertyList } = await import('../../../src/formats/property-list.ts')
    const how = { module, parse: propertyList }
    const held = await longestHold(() => parseInThread(thread, new Uint8Array(bytes), how, signal))
    expect(held).toBeLessThan(200)
    const after = await parseInThread(thread, Buffer.from('<plist><string>a</string></plist>'), how, signal)
    expect(after).toEqual({ seen: true, value: 'a' })
  })
})

/** A binary property list of a few hundred bytes that would unfold into 2^depth strings. */
function nestedList(depth: number): Buffer {
  const objects = Array.from({ length: depth }, (_, at) => Buffer.from([0xa2, at + 1, at + 1]))
  objects.push(Buffer.from([0x51, 0x61]))
  const offsets: number[] = []
  let end = 8
  for (const one of objects) {
    offsets.push(end)
    end += one.length
  }
  const trailer = Buffer.alloc(32)
  trailer[6] = 2
  trailer[7] = 1
  trailer.writeBigUInt64BE(BigInt(objects.length), 8)
  trailer.writeBigUInt64BE(BigInt(end), 24)
  const table = Buffer.concat(offsets.map((at) => Buffer.from([at >> 8, at & 255])))
  return Buffer.concat([Buffer.from('bplist00'), ...objects, table, trailer])
}

const child = join(import.meta.dirname, 'reading/child.ts')

describe('a private copy', () => {
  test('leaves nothing behind, however often its process is killed', async () => {
    const writer = new Database(path)
    writer.pragma('journal_mode = WAL')
    writer.close()
    for (const when of ['opened', 'read', 'copied'] as const) {
      const killed = spawn(process.execPath, [child, when, path, copies], { stdio: ['ignore', 'pipe', 'inherit'] })
      expect(await text(killed.stdout)).toBe(when)
      if (killed.signalCode === null) await once(killed, 'exit')
      expect(killed.signalCode).toBe('SIGKILL')
      expect(readdirSync(copies)).toHaveLength(when === 'copied' ? 1 : 0)
    }
    // Killed between copying and opening: the next start tidies it.
    const store = await opened(new ReadingThread())
    expect(await store.ask(rows, sql, signal)).toEqual([{ name: 'one' }])
    expect(readdirSync(copies)).toEqual([])
  })

  test('of a process that is at work stays, unless it is old; what else lies there goes', () => {
    const own = makeTemporary(copies)
    const [old, dead, odd] = [`${process.pid}-old`, '999999-dead', 'odd'].map((name) => join(copies, name))
    for (const one of [old, dead, odd]) mkdirSync(one ?? '')
    writeFileSync(join(dead ?? '', 'Envelope Index'), 'mail')
    // The file system's clock, by which all of these are dated.
    const now = statSync(own).mtimeMs
    utimesSync(old ?? '', (now - 3_600_000) / 1_000, (now - 3_600_000) / 1_000)
    tidyTemporary(copies, now)
    expect([own, old, dead, odd].map((one) => existsSync(one ?? ''))).toEqual([true, false, false, false])
  })
})

test('a thread that hangs in the system keeps no process from ending', async () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const ended = spawn(process.execPath, [child, 'hang', pipe, copies], { stdio: ['ignore', 'pipe', 'inherit'] })
  expect(await text(ended.stdout)).toBe('given up')
  if (ended.exitCode === null && ended.signalCode === null) await once(ended, 'exit')
  expect(ended.exitCode ?? ended.signalCode).not.toBeNull()
})

test('a thread that has nothing to do keeps no process from ending', async () => {
  const ended = spawn(process.execPath, [child, 'read and end', 'four'], { stdio: ['ignore', 'pipe', 'inherit'] })
  // Long before the thread goes by itself, after half a minute.
  const late = setTimeout(() => ended.kill('SIGKILL'), 20_000)
  const [said, [code]] = await Promise.all([text(ended.stdout), once(ended, 'exit')])
  clearTimeout(late)
  expect([said, code]).toEqual(['4', 0])
})

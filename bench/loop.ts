/**
 * The longest time for which the main thread is held over a busy hour: both mail apps with a million messages each write
 * all the time, and mail is stuck in both. `node_modules/.bin/node bench/loop.ts [SPEED]`
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { appleMailIndex } from './apple-mail-index.ts'
import { outlookStore } from './outlook-store.ts'
import { table } from './statistics.ts'

const speed = Number(process.argv[2] ?? 30)
const messages = 1_000_000
const goalMs = 50
/** Between two commits of each app, in its own time. */
const everyMs = 2_000

interface Held {
  longestMs: number
  p99Ms: number
  byClockMs: number
  looks: number
  states: number
}

const home = mkdtempSync(join(tmpdir(), 'outbox-doctor-loop-'))
const stores = [appleMailIndex(home), outlookStore(home, messages)]
try {
  const watch = fileURLToPath(import.meta.resolve('./loop-watch.ts'))
  const child = spawn(process.execPath, [watch, home, String(speed)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const writing = setInterval(() => {
    for (const store of stores) store.commit()
  }, everyMs / speed)
  const held = JSON.parse(await text(child.stdout)) as Held
  clearInterval(writing)
  const reached = held.longestMs <= goalMs
  if (!reached) process.exitCode = 1
  process.stdout.write(
    `${table([
      [`an hour in ${3_600 / speed} s, two stores of ${messages.toLocaleString('en')} messages`, ''],
      ['changes heard', String(held.looks)],
      ['states told', String(held.states)],
      ['99th percentile', `${held.p99Ms.toFixed(1)} ms`],
      ['longest by the clock, other programs at work', `${held.byClockMs.toFixed(1)} ms`],
      [
        `longest hold of the event loop (≤ ${goalMs} ms)`,
        `${held.longestMs.toFixed(1)} ms ${reached ? 'reached' : 'MISSED'}`,
      ],
    ])}\n`,
  )
} finally {
  for (const store of stores) store.close()
  rmSync(home, { recursive: true, force: true })
}

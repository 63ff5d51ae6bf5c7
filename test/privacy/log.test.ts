import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { faultOf } from '../../src/core/fault.ts'
import { type LogEvent, logEvents } from '../../src/core/log-events.ts'
import { fileLog } from '../../src/storage/log-file.ts'
import { newestIn } from '../../src/storage/log-lines.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { outboxDoctor } from '../cli/run.ts'
import { ownFolder } from '../history/folder.ts'
import { canariesIn } from './canaries.ts'
import { poison, privateText } from './poison.ts'

const source = new URL('../../src/', import.meta.url).href

test('whatever fails, wherever it is caught: nothing private stands in the log', { timeout: 120_000 }, async () => {
  const folder = ownFolder()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'failing-play.ts'), folder])
  const [errors] = await Promise.all([readAll(child.stderr), readAll(child.stdout)])
  expect(errors).toBe('')
  const names = readdirSync(folder).filter((name) => name.endsWith('.log'))
  const text = names.map((name) => readFileSync(join(folder, name), 'latin1')).join('\n')
  expect(canariesIn(text)).toEqual([])
  expect(text).not.toMatch(/example|zeisig|birken|spamhaus|192\.168/i)
  // It was not empty, and it was all of ours.
  const entries = await newestIn(folder, 10_000)
  const lines = text.split('\n').filter((line) => line !== '')
  expect(entries).toHaveLength(lines.length)
  // Of what was only called off, nobody waits: that is no fault.
  expect(entries.filter(({ event }) => event === 'uncaught')).toEqual([])
  const reached = new Set(entries.map(({ event }) => event))
  const wanted: LogEvent[] = [
    'question-failed',
    'answer-failed',
    'telling-failed',
    'history-failed',
    'look-failed',
    'reading-failed',
    'surroundings-failed',
  ]
  expect(wanted.filter((event) => !reached.has(event))).toEqual([])
  expect([...reached].filter((event) => !Object.hasOwn(logEvents, event))).toEqual([])
  // Frames are of files that there are.
  const places = new Set(entries.flatMap((entry) => entry.places ?? []))
  expect(places.size).toBeGreaterThan(10)
  for (const place of places) expect(readFileSync(new URL(place.replace(/:\d+$/, ''), source), 'utf8')).not.toBe('')
})

test('of poison, nothing comes through', () => {
  for (const make of poison) {
    expect(canariesIn(JSON.stringify(faultOf(make())))).toEqual([])
    expect(JSON.stringify(faultOf(make()))).not.toContain('example')
  }
})

test('a log that was damaged, or filled by somebody else, brings nothing into the report', async () => {
  const home = ownFolder()
  const folder = join(home, 'outbox-doctor/log')
  const log = fileLog(folder, 'app', systemClock)
  log.error('look-failed', { error: new TypeError(privateText) })
  await log.written()
  const whole = JSON.parse(readFileSync(join(folder, 'app.log'), 'utf8'))
  const forged = Object.keys(whole).map((name) => JSON.stringify({ ...whole, [name]: privateText }))
  writeFileSync(join(folder, 'terminal.log'), [...forged, privateText, `{"time":"${privateText}`].join('\n'))
  writeFileSync(join(folder, 'app.1.log'), Buffer.from(privateText).reverse())
  const env = { HOME: home, XDG_STATE_HOME: home }
  const [told, json] = [await outboxDoctor(['doctor'], '', env), await outboxDoctor(['doctor', '--json'], '', env)]
  const section = (JSON.parse(json.out) as { sections: { id: string; lines: string[] }[] }).sections.find(
    ({ id }) => id === 'own-faults',
  )
  expect(section?.lines).toEqual([
    expect.stringMatching(/UTC, app: A mail app could not be looked into\. \(look-failed, TypeError/),
  ])
  expect(told.out).toContain('A mail app could not be looked into.')
  expect(canariesIn(told.out + json.out)).toEqual([])
})

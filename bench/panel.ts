/**
 * The panel in Chromium over a year of five accounts: how soon it is there, what it weighs, whether the year can be
 * moved smoothly, and how soon news is seen. `node bench/panel.ts [DATABASE]`, with the database of bench/timeline.ts.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import type { Answers } from '../src/api/endpoint.ts'
import { okAnswer } from '../src/api/schema/answer.ts'
import { openHistory } from '../src/history/history.ts'
import { launch } from '../test/panel/browser.ts'
import { builtPanel, type Opened, openPanel } from '../test/panel/open-panel.ts'
import { stuck } from '../test/panel/stories.ts'
import { median, table } from './statistics.ts'

const rounds = 25
const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-panel-bench-'))
const database = process.argv[2] ?? join(folder, 'history.sqlite')
/** When the year of bench/timeline.ts ends. */
const now = Date.UTC(2026, 10, 20, 12, 7)

if (!existsSync(database)) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'timeline.ts'), database])
  if (status !== 0) throw new Error('bench/timeline.ts made no database.')
}
const history = openHistory(database)
const files = await builtPanel()
const browser = await launch()

/** The past from the database, on its own day. */
const answers: Partial<Answers> = {
  timeline: (query) => okAnswer(history.timeline.read(query, now)),
  strip: (query) => okAnswer(history.timeline.strip(query, now)),
  incidents: ({ from, to }) =>
    okAnswer(
      history.episodes
        .since(from)
        .filter(({ openedAt }) => openedAt < to)
        .map(({ id, client, openedAt, closedAt, cause, hosts, messages }) => ({
          id,
          client,
          openedAt,
          ...(closedAt !== undefined && { closedAt }),
          ...(cause !== undefined && { cause: { id: cause, title: cause } }),
          hosts,
          messages: messages.length,
        })),
    ),
  about: () =>
    okAnswer({
      name: 'Outbox Doctor',
      version: '0',
      license: 'MIT',
      real: true,
      plays: false,
      clock: { now, speed: 1 },
    }),
}
const open = (at: string): Promise<Opened> => openPanel({ browser, files }, stuck, { at, answers })

async function firstPaint(at: string): Promise<number> {
  const { page, close } = await open(at)
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const ms = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  await close()
  return ms
}

/** The time between any two frames while the year is dragged to and fro. */
async function framesWhilePanning(): Promise<number[]> {
  const { page, close } = await open('timeline')
  await page.getByRole('button', { name: 'Year', exact: true }).click()
  const chart = page.getByRole('slider')
  await page.locator('.band.is-good').first().waitFor()
  await chart.focus()
  for (let closer = 0; closer < 3; closer++) await page.keyboard.press('+')
  const box = await chart.boundingBox()
  if (!box) throw new Error('There is no timeline.')
  await countFrames(page)
  const [middle, y] = [box.x + box.width / 2, box.y + 100]
  await page.mouse.move(middle, y)
  await page.mouse.down()
  for (let step = 0; step < 240; step++) await page.mouse.move(middle + 120 * Math.sin(step / 14), y)
  await page.mouse.up()
  const frames = await page.evaluate(() => Reflect.get(window, 'frames_') as number[])
  await close()
  return frames.slice(1)
}

function countFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const frames: number[] = []
    Reflect.set(window, 'frames_', frames)
    let last = performance.now()
    const count = (at: number) => {
      frames.push(at - last)
      last = at
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
  })
}

/** From telling a new state here to the frame in which it is seen there. */
async function pushes(): Promise<number[]> {
  const { page, scripted, close } = await open('now')
  await page.getByRole('heading', { name: '1 message is stuck.' }).waitFor()
  await page.evaluate(() => {
    const seen: Record<string, number> = {}
    Reflect.set(window, 'seen_', seen)
    const look = () =>
      requestAnimationFrame(() => {
        seen[document.querySelector('h1')?.textContent ?? ''] ??= Date.now()
      })
    new MutationObserver(look).observe(document.body, { subtree: true, characterData: true, childList: true })
  })
  const took: number[] = []
  const [message] = stuck.state?.waiting ?? []
  for (let count = 2; count < 2 + 2 * rounds && message; count++) {
    const waiting = Array.from({ length: count }, (_, index) => ({ ...message, id: `m${index}` }))
    const told = Date.now()
    scripted.become({ waiting })
    const words = `${count} messages are stuck.`
    await page.waitForFunction((sought) => sought in (Reflect.get(window, 'seen_') as object), words)
    took.push(
      (await page.evaluate((sought) => Reflect.get(Reflect.get(window, 'seen_'), sought) as number, words)) - told,
    )
  }
  await close()
  return took
}

const share = (values: readonly number[], part: number) =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * part) - 1] ?? Number.NaN

async function repeated(measure: () => Promise<number>): Promise<number[]> {
  // The first one makes caches.
  await measure()
  const all: number[] = []
  for (let round = 0; round < rounds; round++) all.push(await measure())
  return all
}

try {
  // The German catalogue is data that only a German panel reads.
  const script = [...files]
    .filter(([name]) => name.endsWith('.js'))
    .map(([, { bytes }]) => gzipSync(bytes, { level: 9 }).length)
  const kilobytes = script.reduce((sum, one) => sum + one, 0) / 1_000
  const measured = [
    { name: 'first paint, now', goal: 200, times: await repeated(() => firstPaint('now')) },
    { name: 'first paint, timeline', goal: 200, times: await repeated(() => firstPaint('timeline')) },
    { name: 'frame while panning a year', goal: 33, times: await framesWhilePanning() },
    { name: 'a push until it is seen', goal: 50, times: await pushes() },
  ]
  const ms = (value: number) => `${value.toFixed(1)} ms`
  console.log(
    table([
      ['', 'median', '95 %', 'most', 'goal', ''],
      ...measured.map(({ name, goal, times }) => {
        const high = share(times, 0.95)
        return [
          name,
          ms(median(times)),
          ms(high),
          ms(Math.max(...times)),
          ms(goal),
          high <= goal ? 'reached' : 'MISSED',
        ]
      }),
      ['JavaScript, gzipped', `${kilobytes.toFixed(1)} kB`, '', '', '90 kB', kilobytes <= 90 ? 'reached' : 'MISSED'],
    ]),
  )
} finally {
  await browser.close()
  history.close()
  rmSync(folder, { recursive: true })
}

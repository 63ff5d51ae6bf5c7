/**
 * How soon the panel is painted, in Chromium and by its real server, beside a page with one word in it in the same run:
 * what lies above that page is ours. `node bench/first-paint.ts [ROUNDS]`; no database is needed.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { launch } from '../test/panel/browser.ts'
import { builtPanel, openPanel } from '../test/panel/open-panel.ts'
import { clear, stuck } from '../test/panel/stories.ts'
import { median, table } from './statistics.ts'

const rounds = Number(process.argv[2] ?? 40)
const goalMs = 200

const files = await builtPanel()
const browser = await launch()
const bare = createServer((_, answer) => {
  answer.setHeader('content-type', 'text/html; charset=utf-8')
  answer.end('<!doctype html><title>Bare</title><p>Bare</p>')
}).listen(0, '127.0.0.1')
await once(bare, 'listening')

async function paintOf(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN)
}

async function bareOnce(): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 400, height: 640 } })
  try {
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/`)
    return await paintOf(page)
  } finally {
    await context.close()
  }
}

const panelOnce = (story: typeof stuck, at: string) => async (): Promise<number> => {
  const { page, close } = await openPanel({ browser, files }, story, { at, viewport: { width: 400, height: 640 } })
  try {
    return await paintOf(page)
  } finally {
    await close()
  }
}

const measured = [
  { name: 'a bare page', once: bareOnce, times: [] as number[] },
  { name: 'now, stuck', once: panelOnce(stuck, 'now'), times: [] as number[] },
  { name: 'now, all well', once: panelOnce(clear, 'now'), times: [] as number[] },
  { name: 'timeline', once: panelOnce(stuck, 'timeline'), times: [] as number[] },
  { name: 'accounts', once: panelOnce(stuck, 'accounts'), times: [] as number[] },
]

try {
  // The first of each makes caches.
  for (const { once: paint } of measured) await paint()
  // In turns, so that a busy minute of this machine hits all of them alike.
  for (let round = 0; round < rounds; round++) for (const { once: paint, times } of measured) times.push(await paint())
  const ms = (value: number) => `${value.toFixed(0)} ms`
  const share = (values: readonly number[], part: number) =>
    values.toSorted((one, other) => one - other)[Math.ceil(values.length * part) - 1] ?? Number.NaN
  console.log(
    table([
      ['first paint', 'median', '95 %', 'most', 'goal at 95 %', ''],
      ...measured.map(({ name, times }, index) => {
        const high = share(times, 0.95)
        const goal = index === 0 ? ['', ''] : [ms(goalMs), high <= goalMs ? 'reached' : 'MISSED']
        return [name, ms(median(times)), ms(high), ms(Math.max(...times)), ...goal]
      }),
    ]),
  )
} finally {
  await browser.close()
  bare.close()
}

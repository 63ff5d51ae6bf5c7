import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { okAnswer } from '../../src/api/schema/answer.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { inChromium } from './in-chromium.ts'
import { openPanel } from './open-panel.ts'
import * as stories from './stories.ts'

inChromium('the timeline by hand', (stage) => {
  async function steered(walk: (page: Page, chart: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
    const { page, complaints, close } = await openPanel(stage(), stories.stuck, { at: 'timeline', clockStands: true })
    const chart = page.getByRole('slider')
    await chart.scrollIntoViewIfNeeded()
    await walk(page, chart)
    await close()
    expect(complaints).toEqual([])
  }
  const shown = (chart: ReturnType<Page['getByRole']>) => chart.getAttribute('aria-valuetext')
  /** Once no frame changes it any more: a drag is many moves. */
  const atRest = async (page: Page, chart: ReturnType<Page['getByRole']>) => {
    for (let last: string | null | undefined; ; ) {
      const now = await shown(chart)
      if (now === last) return now
      last = now
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    }
  }
  const end = async (chart: ReturnType<Page['getByRole']>) => Number(await chart.getAttribute('aria-valuenow'))

  test('Home goes to a year ago, End to now, arrows and + and - in between', async () => {
    await steered(async (_page, chart) => {
      await chart.focus()
      const first = await shown(chart)
      await chart.press('Home')
      await expect.poll(() => end(chart)).toBeLessThan(-300)
      await chart.press('End')
      await expect.poll(() => shown(chart)).toBe(first)
      await chart.press('ArrowLeft')
      await expect.poll(() => shown(chart)).not.toBe(first)
      await chart.press('ArrowRight')
      await expect.poll(() => shown(chart)).toBe(first)
      await chart.press('+')
      await expect.poll(() => shown(chart)).not.toBe(first)
      await chart.press('-')
      await expect.poll(() => shown(chart)).toBe(first)
    })
  })

  test('a trouble whose cause is named while one looks is told with it', async () => {
    const state = stories.stuck.state
    const [open] = state?.episodes ?? []
    if (!open) throw new Error('Nothing is stuck in this story.')
    const { cause: _unknown, ...unnamed } = open
    const cause = { id: 'port-blocked-here', title: foreignName('It was named meanwhile.') }
    let named = false
    const incident = { id: open.id, client: open.client, hosts: [], openedAt: open.openedAt, messages: 1 }
    const { page, scripted, close } = await openPanel(
      stage(),
      { ...stories.stuck, state: { ...state, episodes: [unnamed] } },
      { at: 'timeline', answers: { incidents: () => okAnswer([{ ...incident, ...(named && { cause }) }]) } },
    )
    await page.getByRole('link', { name: 'Cause not found' }).waitFor()
    named = true
    scripted.become({ episodes: [{ ...unnamed, cause: cause.id }] })
    await page.getByRole('link', { name: 'It was named meanwhile.' }).waitFor()
    await close()
  })

  test('a trouble that goes on is shaded until now, and not into the future', async () => {
    await steered(async (page, chart) => {
      const box = await chart.boundingBox()
      if (!box) throw new Error('There is no timeline.')
      await page.locator('.chart .trouble').first().waitFor({ state: 'attached' })
      const ends = await page
        .locator('.chart .trouble')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
      // The picture shows a fiftieth of the future.
      const now = box.x + box.width / 1.02
      expect(Math.abs(Math.max(...ends) - now)).toBeLessThan(box.width / 100)
    })
  })

  test('an hour of history fills the picture, and its change is a line that can be clicked and is in the legend', async () => {
    const { page, complaints, close } = await openPanel(
      stage(),
      { ...stories.stuck, days: 1 / 24 },
      { at: 'timeline', clockStands: true },
    )
    const chart = page.getByRole('slider')
    await chart.scrollIntoViewIfNeeded()
    const box = await chart.boundingBox()
    const line = page.locator('.chart .mark.is-network line')
    await line.waitFor({ state: 'attached' })
    const at = await line.evaluate((one) => one.getBoundingClientRect())
    if (!box) throw new Error('There is no timeline.')
    // 25 minutes ago, in an hour that is nearly all of the picture.
    expect((box.x + box.width - at.left) / box.width).toBeGreaterThan(0.3)
    expect(at.height).toBeGreaterThan(100)
    await page.getByRole('list', { name: 'Legend' }).getByText('Network').waitFor()
    expect(await page.getByRole('list', { name: 'Legend' }).getByText('VPN').count()).toBe(0)
    const picked = page.locator('.picked')
    await page.mouse.click(at.left, box.y + 60)
    await picked.getByText('This Mac joined another network').waitFor()
    // Beside it is nothing to click on, and the keyboard leads to it as well.
    await page.mouse.click(at.left - 40, box.y + 60)
    await expect.poll(() => picked.textContent()).toBe('')
    await chart.press('PageDown')
    await picked.getByText('This Mac joined another network').waitFor()
    // The trouble that goes on is shaded, and leads to its story.
    await chart.press('End')
    await expect.poll(() => page.locator('.chart .trouble').count()).toBe(1)
    await page.mouse.click(box.x + box.width * 0.9, box.y + 30)
    await page.getByRole('heading', { name: 'This network blocks the port your mail uses.' }).waitFor()
    await close()
    expect(complaints).toEqual([])
  })

  test('dragging to the right shows what was before', async () => {
    await steered(async (page, chart) => {
      const box = await chart.boundingBox()
      if (!box) throw new Error('There is no timeline.')
      const before = await shown(chart)
      await page.mouse.move(box.x + 40, box.y + 60)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width - 20, box.y + 60, { steps: 5 })
      await page.mouse.up()
      await expect.poll(() => shown(chart)).not.toBe(before)
      const dragged = await atRest(page, chart)
      // Let go: what moves now is the pointer alone.
      await page.mouse.move(box.x + 40, box.y + 60)
      await page.locator('.chart .pointer').waitFor({ state: 'attached' })
      expect(await shown(chart)).toBe(dragged)
    })
  })

  test('a pinch and a wheel over the focused chart zoom, a sideways wheel goes along, and others scroll the page', async () => {
    await steered(async (page, chart) => {
      const box = await chart.boundingBox()
      if (!box) throw new Error('There is no timeline.')
      await page.mouse.move(box.x + box.width / 2, box.y + 60)
      const first = await shown(chart)
      const top = () => page.evaluate(() => document.querySelector('#page')?.scrollTop ?? 0)
      const was = await top()
      await page.mouse.wheel(0, 120)
      await expect.poll(top).toBeGreaterThan(was)
      expect(await shown(chart)).toBe(first)

      await chart.scrollIntoViewIfNeeded()
      await chart.hover()
      await page.mouse.wheel(-300, 0)
      await expect.poll(() => shown(chart)).not.toBe(first)
      const along = await shown(chart)
      await page.keyboard.down('Control')
      await page.mouse.wheel(0, -60)
      await page.keyboard.up('Control')
      await expect.poll(() => shown(chart)).not.toBe(along)
      const pinched = await shown(chart)
      await chart.focus()
      await page.mouse.wheel(0, 200)
      await expect.poll(() => shown(chart)).not.toBe(pinched)
    })
  })

  test.each(['en-US', 'en-GB', 'de-DE'])('the times under it do not run into each other in %s', async (locale) => {
    const { page, close } = await openPanel(stage(), stories.stuck, { at: 'timeline', locale })
    const chart = page.getByRole('slider')
    await chart.focus()
    for (const key of ['', '+', '+', '+', '+', '+', '+']) {
      const before = await shown(chart)
      if (key) await chart.press(key)
      if (key) await expect.poll(() => shown(chart)).not.toBe(before)
      const labels = await page
        .locator('.tick-at text')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => ({ left, right })))
      const sorted = labels.sort((one, other) => one.left - other.left)
      for (const [index, { right }] of sorted.entries())
        expect(sorted[index + 1]?.left ?? Number.POSITIVE_INFINITY).toBeGreaterThan(right)
    }
    await close()
  })

  test('a day of 25 hours has two o’clock twice', async () => {
    const now = Date.parse('2026-10-25T22:30:00+01:00')
    const { page, close } = await openPanel(stage(), stories.empty, {
      at: 'timeline',
      timezoneId: 'Europe/Berlin',
      locale: 'de-DE',
      answers: {
        about: () =>
          okAnswer({
            name: 'Outbox Doctor',
            version: '0',
            license: 'MIT',
            real: true,
            plays: false,
            forgets: false,
            clock: { now, speed: 1 },
          }),
      },
    })
    const chart = page.getByRole('slider')
    await expect.poll(() => shown(chart)).toMatch(/25\. Okt/)
    const cut = page
      .locator('.chart-names span')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent))
    expect(await cut).toEqual([])
    await chart.focus()
    const presses = async (key: string) => {
      const before = await shown(chart)
      await chart.press(key)
      await expect.poll(() => shown(chart)).not.toBe(before)
    }
    for (let closer = 0; closer < 4; closer++) await presses('+')
    const hours = () => page.locator('.tick-at').evaluateAll((all) => all.map((one) => one.textContent ?? ''))
    const twice = async () => (await hours()).filter((hour) => hour === '2:00').length === 2
    for (let back = 0; back < 40 && !(await twice()); back++) await presses('ArrowLeft')
    expect((await hours()).join(' ')).toContain('2:00 2:00 3:00')
    await close()
  })
})

import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inChromium } from './in-chromium.ts'
import { openPanel } from './open-panel.ts'
import * as stories from './stories.ts'

/** What axe objects to, each with the element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: here } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> }
    }
    const found = await here.run()
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary?.slice(0, 300)}`),
    )
  })
}

const places = [
  ['now', stories.stuck],
  ['now', stories.clear],
  ['now', stories.checking],
  ['now', stories.permissionMissing],
  ['timeline', stories.stuck],
  ['timeline/e8', stories.stuck],
  ['accounts', stories.stuck],
  ['settings', { ...stories.stuck, app: 'awaits', forgets: true }],
  ['permissions', stories.permissionMissing],
  ['about', stories.stuck],
] as const

inChromium('for everybody, in Chromium', (stage) => {
  const everywhere = (['light', 'dark'] as const).flatMap((colorScheme) =>
    places.map(([at, story]) => ({ colorScheme, at, story })),
  )

  test.each(everywhere)('axe finds nothing on $at, in $colorScheme', async ({ colorScheme, at, story }) => {
    const { page, close } = await openPanel(stage(), story, { at, colorScheme, reducedMotion: 'reduce' })
    await page.locator('.card, .status').first().waitFor()
    for (const fold of await page.locator('summary').all()) await fold.click()
    expect(await violations(page)).toEqual([])
    await close()
  })

  test('from stuck to sent by the keyboard alone', async () => {
    const { page, close } = await openPanel(stage(), stories.stuck)
    await page.getByRole('button', { name: 'Use another port' }).waitFor()
    await walkTo(page, 'Why we think so')
    await page.keyboard.press('Enter')
    await page.getByText('This speaks for it').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('details[open]').count()).toBe(0)
    await walkTo(page, 'Use another port')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'That helped.' }).waitFor()
    await walkTo(page, 'Undo')
    await page.keyboard.press('Space')
    await page.getByRole('heading', { name: 'Everything is as it was before.' }).waitFor()
    await close()
  })

  test('the timeline by the keyboard alone', async () => {
    const { page, close } = await openPanel(stage(), stories.stuck)
    await walkTo(page, 'Timeline')
    await page.keyboard.press('Enter')
    const chart = page.getByRole('slider')
    await chart.waitFor()
    const range = page.locator('.range')
    await chart.focus()
    let last = await range.textContent()
    for (const key of ['ArrowLeft', '+', '+', '-', 'ArrowRight', 'Home', 'End']) {
      await page.keyboard.press(key)
      await expect.poll(() => range.textContent(), { message: key }).not.toBe(last)
      last = await range.textContent()
    }
    const strip = page.locator('.strip').first()
    await strip.getByRole('button').last().focus()
    await page.keyboard.press('Home')
    await expect
      .poll(() =>
        strip
          .getByRole('button')
          .first()
          .evaluate((cell) => cell === document.activeElement),
      )
      .toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => range.textContent()).not.toBe(last)
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: '1 message is stuck.' }).waitFor()
    await close()
  })

  test('where the focus is, is seen', async () => {
    const { page, close } = await openPanel(stage(), stories.stuck)
    await page.getByRole('button', { name: 'Use another port' }).waitFor()
    for (let stop = 0; stop < 8; stop++) {
      await page.keyboard.press('Tab')
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
      expect(outline).toBe('solid')
    }
    await close()
  })

  test.each(places)('twice the text size needs no sideways scrolling on %s, and cuts no tab', async (at, story) => {
    const { page, close } = await openPanel(stage(), story, { at, viewport: { width: 380, height: 600 } })
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '26px'))
    const over = await page.evaluate(
      () =>
        [document.body, ...document.querySelectorAll('.page, .now, .segments a')].filter(
          (one) => one.scrollWidth > one.clientWidth + 1,
        ).length,
    )
    expect(over).toBe(0)
    await close()
  })
})

/** Tab, as often as it takes, and fails where it takes too often. */
async function walkTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    const at = await page.evaluate(() => {
      const here = document.activeElement
      return here?.getAttribute('aria-label') ?? here?.textContent ?? ''
    })
    if (at.trim() === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No way leads to ${name}.`)
}

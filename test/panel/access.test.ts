import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inChromium } from './in-chromium.ts'
import { type Opened, openPanel } from './open-panel.ts'
import * as stories from './stories.ts'

/** What axe, which the page has, objects to, each with the element. */
async function violations(page: Page): Promise<string[]> {
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

/** What is drawn by its background alone, and has that of the page. */
async function vanished(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const drawn = [
      ...[...document.querySelectorAll('.cell i')].map((one) => [one, getComputedStyle(one)] as const),
      ...[...document.querySelectorAll('.link + .link, .promise li:not(.is-command)')].map(
        (one) => [one, getComputedStyle(one, '::before')] as const,
      ),
    ]
    const paper = getComputedStyle(document.body).backgroundColor
    return drawn
      .filter(([, { backgroundColor, backgroundImage }]) => backgroundColor === paper && backgroundImage === 'none')
      .map(([one]) => one.outerHTML.slice(0, 120))
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
  ['rescue', stories.stuck],
] as const

inChromium('for everybody, in Chromium', (stage) => {
  describe.each(places)('%s', (at, story) => {
    let opened: Opened
    // One page for all looks at it: to open it takes longer than to look.
    beforeAll(async () => {
      opened = await openPanel(stage(), story, { at, reducedMotion: 'reduce', viewport: { width: 380, height: 600 } })
      await opened.page.locator('.card, .status').first().waitFor()
    })
    afterAll(() => opened.close())

    test('twice the text size needs no sideways scrolling, and cuts no tab', async () => {
      const { page } = opened
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '26px'))
      const over = await page.evaluate(
        () =>
          [document.body, ...document.querySelectorAll('.page, .now, .segments a')].filter(
            (one) => one.scrollWidth > one.clientWidth + 1,
          ).length,
      )
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
      expect(over).toBe(0)
    })

    test('axe finds nothing, in light and in dark', async () => {
      const { page } = opened
      await page.setViewportSize({ width: 400, height: 700 })
      for (const fold of await page.locator('summary').all()) await fold.click()
      await page.evaluate(axe.source)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        expect(await violations(page), colorScheme).toEqual([])
      }
    })

    test('in colours of the reader’s own, axe finds nothing and no mark vanishes', async () => {
      const { page } = opened
      await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' })
      await page.evaluate(axe.source)
      expect(await violations(page)).toEqual([])
      expect(await vanished(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' })
    })
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

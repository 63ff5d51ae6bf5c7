import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstViewOf } from './first-view.ts'
import { inChromium } from './in-chromium.ts'
import { type Opened, openPanel } from './open-panel.ts'
import { treatmentUnderWay } from './scripted-api.ts'
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

const longAddresses = stories.accounts.map((account) => ({
  ...account,
  address: `maximiliane.musterfrau-${account.id}@lange-domain.example.org`,
}))

const places = [
  ['now', stories.stuck],
  ['now', stories.clear],
  ['now', stories.checking],
  ['now', stories.permissionMissing],
  ['timeline', stories.stuck],
  ['timeline/e8', stories.stuck],
  ['accounts', { ...stories.stuck, accounts: longAddresses }],
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

    test('twice the text size needs no sideways scrolling, cuts no tab, and breaks no value', async () => {
      const { page } = opened
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '26px'))
      const { over, broken } = await firstViewOf(page)
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
      expect({ over, broken }).toEqual({ over: [], broken: [] })
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

  test('the focus stays with the card while something is done and when it is over, and axe finds nothing then', async () => {
    const { page, scripted, close } = await openPanel(stage(), stories.stuck, { reducedMotion: 'reduce' })
    const isWithin = () => page.evaluate(() => document.activeElement?.matches('.treatment'))
    await page.evaluate(axe.source)
    await page.getByRole('button', { name: 'Use another port' }).press('Enter')
    await page.getByRole('heading', { name: 'That helped.' }).waitFor()
    await expect.poll(isWithin).toBe(true)
    expect(await violations(page)).toEqual([])
    const [first] = stories.stuck.offers ?? []
    if (!first) throw new Error('There is an offer.')
    // Another one begins: the card of the last has gone, and with it what had the focus.
    scripted.treats(treatmentUnderWay(first, Date.now() + 1))
    await page.locator('.treatment .phase').waitFor()
    await expect.poll(isWithin).toBe(true)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.treatment') !== null)).toBe(true)
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

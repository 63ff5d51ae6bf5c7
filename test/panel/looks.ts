import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { launch } from './browser.ts'
import { builtPanel, openPanel } from './open-panel.ts'
import { openScenePanel } from './scene-panel.ts'
import { type Story, treatmentUnderWay } from './scripted-api.ts'
import { checking, clear, empty, newOutlook, offline, paused, permissionMissing, stuck } from './stories.ts'

/** Pictures of every page, for eyes and for the README: light and dark, at 1x and 2x, and in a small window. */
const folder = join(import.meta.dirname, '../../shots')
const large = { width: 400, height: 700 }
/** Of a page that is shown to its end. */
const tall = 1_400
const small = { width: 380, height: 600 }

interface Shot {
  name: string
  story: Story
  page: string
  open?: boolean
  /** With the first remedy at work. */
  fix?: boolean
  full?: boolean
  /** What is all to be seen in; otherwise the height of the window. */
  height?: number
}

const shots: readonly Shot[] = [
  { name: 'now-stuck', story: stuck, page: 'now' },
  { name: 'now-stuck-open', story: stuck, page: 'now', open: true },
  { name: 'now-clear', story: clear, page: 'now' },
  { name: 'now-checking', story: checking, page: 'now' },
  { name: 'now-offline', story: offline, page: 'now' },
  { name: 'now-permission', story: permissionMissing, page: 'now' },
  { name: 'now-new-outlook', story: newOutlook, page: 'now' },
  { name: 'now-paused', story: paused, page: 'now' },
  { name: 'now-scene', story: { ...stuck, plays: true }, page: 'now' },
  { name: 'fix', story: stuck, page: 'now', fix: true },
  { name: 'timeline', story: stuck, page: 'timeline', height: 870 },
  { name: 'timeline-incident', story: stuck, page: 'timeline/e8', full: true },
  { name: 'timeline-empty', story: empty, page: 'timeline' },
  { name: 'accounts', story: stuck, page: 'accounts', full: true },
  { name: 'accounts-empty', story: empty, page: 'accounts' },
  { name: 'settings', story: stuck, page: 'settings', full: true },
  { name: 'permissions', story: permissionMissing, page: 'permissions', full: true },
  { name: 'about', story: stuck, page: 'about', full: true },
]

/** A cause with one click that mends it, on a real scene: before the click, and when it has helped. */
const clicks = [
  { name: 'click', scene: 'hotel-wifi-blocks-587' },
  { name: 'click-password', scene: 'wrong-password-after-change', password: 'another secret' },
  { name: 'click-settings', scene: 'moved-to-another-house' },
  { name: 'click-shared', scene: 'two-addresses-one-server' },
  { name: 'click-clock', scene: 'clock-a-year-ahead' },
] as const
/** As the panel opens below the menu bar. */
const menuBar = { width: 400, height: 640 }

const looks = [
  { suffix: 'light', colorScheme: 'light', deviceScaleFactor: 2, viewport: large },
  { suffix: 'dark', colorScheme: 'dark', deviceScaleFactor: 2, viewport: large },
  // From these come the pictures of the README.
  { suffix: 'light-1x', colorScheme: 'light', deviceScaleFactor: 1, viewport: large },
  { suffix: 'dark-1x', colorScheme: 'dark', deviceScaleFactor: 1, viewport: large },
  { suffix: 'small-1x', colorScheme: 'light', deviceScaleFactor: 1, viewport: small },
  { suffix: 'contrast', colorScheme: 'light', deviceScaleFactor: 1, viewport: large, contrast: 'more' },
  { suffix: 'german', colorScheme: 'light', deviceScaleFactor: 1, viewport: small, locale: 'de-DE' },
] as const

const only = process.argv[2]
mkdirSync(folder, { recursive: true })
const files = await builtPanel()
const browser = await launch()
for (const { suffix, ...look } of looks) {
  for (const { name, story, page: at, open, fix, full, height = full ? tall : look.viewport.height } of shots) {
    if (only && !`${name}-${suffix}`.includes(only)) continue
    const viewport = { width: look.viewport.width, height }
    const { page, scripted, close } = await openPanel({ browser, files }, story, {
      ...look,
      viewport,
      at,
      reducedMotion: 'reduce',
    })
    await page.waitForTimeout(350)
    if (open) for (const fold of await page.locator('.cause > .fold > summary').all()) await fold.click()
    if (open) await page.locator('.cause > .fold').last().scrollIntoViewIfNeeded()
    const [first] = fix ? (story.offers ?? []) : []
    if (first) {
      scripted.treats(treatmentUnderWay(first, Date.now()))
      await page.locator('.treatment .phase').waitFor()
    }
    await page.screenshot({ path: join(folder, `${name}-${suffix}.png`) })
    await close()
  }
  for (const { name, scene, ...typed } of clicks) {
    if (only && !`${name}-${suffix}`.includes(only)) continue
    await pictureOfClick(name, scene, suffix, look, typed)
  }
}
await browser.close()

async function pictureOfClick(
  name: string,
  scene: string,
  suffix: string,
  look: BrowserContextOptions,
  { password }: { password?: string },
): Promise<void> {
  const panel = await openScenePanel({ browser, files }, scene, { ...look, viewport: menuBar, reducedMotion: 'reduce' })
  const { page, comes, close } = panel
  const button = page.locator('.button.main')
  await comes(page.locator('.status.is-stuck'))
  // What it promises is asked for once the examination has ended.
  await comes(page.locator('.promise .gist'))
  await page.waitForTimeout(350)
  await page.screenshot({ path: join(folder, `${name}-${suffix}.png`) })
  const { y = Infinity, height = 0 } = (await button.boundingBox()) ?? {}
  console.log(`${name}-${suffix}: the button ends at ${Math.round(y + height)} of ${menuBar.height} pixels`)
  if (password !== undefined) await page.locator('input[type=password]').fill(password)
  await button.click()
  await comes(page.locator('.treatment.is-ended'))
  await comes(page.locator('.status.is-clear'))
  await page.waitForTimeout(350)
  await page.screenshot({ path: join(folder, `${name}-helped-${suffix}.png`) })
  await close()
}

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { pictureOf } from '../../../src/app/tray.ts'
import type { Status } from '../../../src/core/diagnosis.ts'
import { type PictureLook, type PictureName, pictureFile, pictureLooks } from './pictures.ts'

const top = join(import.meta.dirname, '../../..')
/** As sharp as a screen of today. */
export const sharpness = 2
/** At which no letter is frayed, and all together is small. */
const quality = 66

/** Letters stand where a Mac puts them, and not on whole pixels. */
export const letterSwitches = ['--font-render-hinting=none']

const data = (type: string, bytes: Uint8Array) => `data:${type};base64,${Buffer.from(bytes).toString('base64')}`

/** The letters that a Mac has are nobody's to give away; these come closest. */
const inter = new URL(import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'))
export const letters = `@font-face{font-family:Inter;font-weight:100 900;src:url(${data('font/woff2', readFileSync(inter))})}`

/** What stands in the menu bar above a panel. */
export interface Bar {
  status: Status
  count: number
  clock: string
}

const colours: Record<PictureLook, { desk: string; bar: string; ink: string; edge: string }> = {
  light: { desk: '#dbe3ec', bar: '#eef2f6', ink: '#1d1d1f', edge: '#00000026' },
  dark: { desk: '#14171c', bar: '#262a31', ink: '#f4f4f6', edge: '#ffffff26' },
}

const margin = 20

/** Something of this width on a desk, in both looks, written where the README finds it. `inside`: its HTML. */
export async function draw(
  browser: Browser,
  name: PictureName,
  { width, inside }: { width: number; inside: (look: PictureLook) => Promise<string> | string },
): Promise<void> {
  for (const look of pictureLooks) {
    const { desk, ink, edge } = colours[look]
    const style = `${letters}
      body{margin:0;width:max-content;background:${desk};color:${ink};font:13px/1.42 Inter,sans-serif}
      .on-desk{width:${width}px;margin:${margin}px;overflow:hidden;border-radius:11px;
        box-shadow:0 0 0 1px ${edge},0 10px 28px #00000038}
      img{display:block}`
    const page = await browser.newPage({
      viewport: { width: width + 2 * margin, height: 100 },
      deviceScaleFactor: sharpness,
    })
    await page.setContent(`<meta charset="utf-8"><style>${style}</style>${await inside(look)}`)
    await page.evaluate(() => document.fonts.ready)
    const height = await page.evaluate(() => document.documentElement.offsetHeight)
    await page.setViewportSize({ width: width + 2 * margin, height })
    const session = await page.context().newCDPSession(page)
    const clip = { x: 0, y: 0, width: width + 2 * margin, height, scale: sharpness }
    const shot = await session.send('Page.captureScreenshot', { format: 'webp', quality, clip })
    writeFileSync(join(top, pictureFile(name, look)), Buffer.from(shot.data, 'base64'))
    await page.close()
  }
}

/** The page as it is now, as a panel that hangs below its icon. */
export async function drawPanel(browser: Browser, name: PictureName, page: Page, bar?: Bar): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  await draw(browser, name, {
    width,
    async inside(look) {
      await page.emulateMedia({ colorScheme: look, reducedMotion: 'reduce' })
      const shot = await page.screenshot({ animations: 'disabled' })
      return `${bar ? menuBar(look, bar) : ''}<div class="on-desk"><img width="${width}" src="${data('image/png', shot)}" alt=""></div>`
    },
  })
}

function menuBar(look: PictureLook, { status, count, clock }: Bar): string {
  const { bar, edge } = colours[look]
  return `<div style="display:flex;align-items:center;height:26px;padding:0 14px;background:${bar};
      box-shadow:0 1px ${edge};font-weight:500"><span style="flex:1"></span>
      <span style="display:flex;gap:4px;align-items:center">${icon(look, status)}${count > 0 ? count : ''}</span>
      <span style="flex:1;text-align:right">${clock}</span></div><div style="margin-top:-${margin - 7}px"></div>`
}

/** The app's own, tinted as the menu bar does it. */
export function icon(look: PictureLook, status: Status, points = 16): string {
  const picture = data('image/png', readFileSync(pictureOf(status).replace('.png', '@2x.png')))
  return `<i style="display:block;width:${points}px;height:${points}px;background:${colours[look].ink};
      -webkit-mask:url(${picture}) center/contain"></i>`
}

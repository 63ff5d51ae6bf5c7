import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { icnsOf, kinds } from './icns.ts'

/**
 * Makes pictures from the drawings beside; they are committed, so that nobody needs a browser to build the app.
 * `npm run icons`. Of a status: black and alpha only, 16 and 32 pixels, for macOS to tint. Of the app: all its sizes.
 */
const folder = import.meta.dirname
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})

/** The drawing, this many points wide. */
async function drawn(file: string, points: number, scale = 1): Promise<Uint8Array> {
  const drawing = readFileSync(join(folder, file), 'utf8')
  const page = await browser.newPage({ viewport: { width: points, height: points }, deviceScaleFactor: scale })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${points}px;height:${points}px}</style>${drawing}`,
  )
  const png = await page.screenshot({ omitBackground: true })
  await page.close()
  return png
}

const app = 'app.svg'
for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg') && name !== app)) {
  const name = file.replace(/\.svg$/, '')
  for (const [scale, suffix] of [
    [1, ''],
    [2, '@2x'],
  ] as const)
    writeFileSync(join(folder, `${name}Template${suffix}.png`), await drawn(file, 16, scale))
}

const sizes = new Map<number, Uint8Array>()
for (const pixels of new Set(Object.values(kinds))) sizes.set(pixels, await drawn(app, pixels))
writeFileSync(
  join(folder, 'app.icns'),
  icnsOf((pixels) => sizes.get(pixels) ?? new Uint8Array()),
)
await browser.close()

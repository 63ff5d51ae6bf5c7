import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/**
 * Makes the template images from the drawings beside: black and alpha only, 16 and 32 pixels, for macOS to tint.
 * `npm run icons`; the pictures are committed, so that nobody needs a browser to build the app.
 */
const folder = import.meta.dirname
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})
for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
  const drawing = readFileSync(join(folder, file), 'utf8')
  const name = file.replace(/\.svg$/, '')
  for (const scale of [1, 2]) {
    const page = await browser.newPage({ viewport: { width: 16, height: 16 }, deviceScaleFactor: scale })
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`)
    const suffix = scale === 2 ? '@2x' : ''
    writeFileSync(join(folder, `${name}Template${suffix}.png`), await page.screenshot({ omitBackground: true }))
    await page.close()
  }
}
await browser.close()

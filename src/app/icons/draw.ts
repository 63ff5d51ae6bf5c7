import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { icnsOf, kinds } from './icns.ts'

/**
 * Makes pictures from the drawings beside; they are committed, so that nobody needs a browser to build the app.
 * `npm run icons`. Of a status: black and alpha only, 16 and 32 pixels, for macOS to tint. Of the app: all its sizes.
 * What they look like in a menu bar stands on a contact sheet in the folder for what is temporary, to be looked at.
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
const statuses = readdirSync(folder).filter((name) => name.endsWith('.svg') && name !== app)
for (const file of statuses) {
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

/** Menu bars of macOS: the ground, and the colour that it gives a template. */
const bars = [
  ['#f6f6f6', '#000'],
  ['#1e1e1e', '#fff'],
  ['#c9dcf2', '#1d2f45'],
  ['#3b2a52', '#fff'],
] as const
const cells = bars.flatMap(([ground, ink], bar) =>
  [16, 18, 22].map((points) => {
    const icons = statuses.map((file, index) => {
      // A mask belongs to one drawing alone.
      const own = `of-${bar}-${points}-${index}-`
      const drawing = readFileSync(join(folder, file), 'utf8').replace(/(id="|url\(#)/g, `$1${own}`)
      return `<i style="width:${points}px;height:${points}px;color:${ink}">${drawing}</i>`
    })
    return `<p style="background:${ground}">${icons.join('')}</p>`
  }),
)
const style =
  'body{margin:0;width:max-content}p{margin:0;padding:4px 8px;display:flex;gap:14px}svg{width:100%;height:100%}' +
  'i svg :is([stroke="#000"]):not(mask *){stroke:currentColor}i svg{fill:currentColor}i{display:block}'
for (const scale of [1, 2]) {
  const page = await browser.newPage({ viewport: { width: 270, height: 330 }, deviceScaleFactor: scale })
  await page.setContent(`<style>${style}</style>${cells.join('')}`)
  const sheet = join(tmpdir(), `outbox-doctor-icons@${scale}x.png`)
  await page.screenshot({ path: sheet, fullPage: true })
  console.log(`To be looked at: ${sheet}`)
}
await browser.close()

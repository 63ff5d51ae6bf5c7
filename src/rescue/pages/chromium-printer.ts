import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { PagePrinter } from './printer.ts'

/** Browsers of Chromium's kind, where they put themselves. */
const programs = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
]
const places = [
  ...['/Applications', join(homedir(), 'Applications')].flatMap((folder) => programs.map((one) => join(folder, one))),
  // Without a window to draw it starts in a third of the time.
  '/usr/bin/chromium-headless-shell',
  ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
]
/** A page of ten thousand lines takes some seconds. */
const timeoutMs = 60_000

export interface ClosablePrinter extends PagePrinter {
  close(): Promise<void>
}

/** Prints by a browser that is on this computer, without a window; missing where there is none. It starts when it is needed. */
export function chromiumPrinter(): ClosablePrinter | undefined {
  const executablePath = places.find((path) => existsSync(path))
  if (executablePath === undefined) return undefined
  let opened: Promise<{ browser: Browser; page: Page }> | undefined
  const open = async () => {
    const { chromium } = await import('playwright-core')
    const browser = await chromium.launch({
      executablePath,
      // Chromium has no sandbox for root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
      handleSIGINT: false,
    })
    // No script of a page runs, and nothing is fetched, whatever stands in it.
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, acceptDownloads: false })
    await context.route('**/*', (route) => route.abort())
    const page = await context.newPage()
    page.setDefaultTimeout(timeoutMs)
    return { browser, page }
  }
  return {
    async print(html) {
      opened ??= open()
      const { page } = await opened
      await page.setContent(html, { waitUntil: 'load' })
      return page.pdf({ format: 'A4', margin: { top: '16mm', bottom: '16mm', left: '16mm', right: '16mm' } })
    },
    async close() {
      const last = opened
      opened = undefined
      await (await last)?.browser.close()
    },
  }
}

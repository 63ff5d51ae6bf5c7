import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** The shell has no window: it draws the same pages, and takes a third of the processor's time for each. */
const browsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

const found = browsers.find((path) => existsSync(path))

export const executablePath = found ?? browsers.join(' or ')

const isWanted = process.env.OUTBOX_DOCTOR_LAB === '1' || found !== undefined

/** Why the real browser is not asked here, where it is not. */
export const whyNot = isWanted ? undefined : `missing here: ${executablePath}; OUTBOX_DOCTOR_LAB=1 insists on it`

/** `more`: switches of its own. */
export function launch(more: readonly string[] = []): Promise<Browser> {
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  const alone = ['--no-sandbox', '--disable-component-update', '--disable-sync']
  return chromium.launch({ executablePath, args: [...alone, ...quiet, ...more] })
}

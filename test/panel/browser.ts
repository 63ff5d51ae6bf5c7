import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

export const executablePath = '/usr/bin/chromium'

const isWanted = process.env.OUTBOX_DOCTOR_LAB === '1' || existsSync(executablePath)

/** Why the real browser is not asked here, where it is not. */
export const whyNot = isWanted ? undefined : `missing here: ${executablePath}; OUTBOX_DOCTOR_LAB=1 insists on it`

export function launch(): Promise<Browser> {
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  const alone = ['--no-sandbox', '--disable-component-update', '--disable-sync']
  return chromium.launch({ executablePath, args: [...alone, ...quiet] })
}

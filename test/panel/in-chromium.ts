import type { Browser } from 'playwright-core'
import { beforeAll, describe, inject } from 'vitest'
import { panelFiles } from '../../src/api/static.ts'
import { launch, whyNot } from './browser.ts'
import type { Stage } from './open-panel.ts'

/** One for all files that this worker runs; it ends with the worker. */
let browser: Promise<Browser> | undefined

/** Tests in one real Chromium; where there is none they are skipped, and say why. */
export function inChromium(title: string, tests: (stage: () => Stage) => void, { timeout = 60_000 } = {}): void {
  describe.skipIf(whyNot !== undefined)(`${title}${whyNot ? ` (${whyNot})` : ''}`, { timeout }, () => {
    let stage: Stage | undefined
    beforeAll(async () => {
      browser ??= launch()
      stage = { files: panelFiles(inject('panelFolder')), browser: await browser }
    })
    tests(() => {
      if (!stage) throw new Error('Chromium has not started yet.')
      return stage
    })
  })
}

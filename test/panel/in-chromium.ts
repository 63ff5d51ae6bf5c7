import { afterAll, beforeAll, describe } from 'vitest'
import { launch, whyNot } from './browser.ts'
import { builtPanel, type Stage } from './surgery.ts'

/** Tests in one real Chromium; where there is none they are skipped, and say why. */
export function inChromium(
  title: string,
  tests: (stage: () => Stage) => void,
  { timeout = 60_000, retry = 0 } = {},
): void {
  describe.skipIf(whyNot !== undefined)(`${title}${whyNot ? ` (${whyNot})` : ''}`, { timeout, retry }, () => {
    let stage: Stage | undefined
    beforeAll(async () => {
      stage = { files: await builtPanel(), browser: await launch() }
    })
    afterAll(() => stage?.browser.close())
    tests(() => {
      if (!stage) throw new Error('Chromium has not started yet.')
      return stage
    })
  })
}

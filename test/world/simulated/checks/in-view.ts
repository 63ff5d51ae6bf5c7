import type { Browser } from 'playwright-core'
import { launch, whyNot } from '../../../panel/browser.ts'
import { type FirstViews, openFirstViews } from '../../../panel/first-view.ts'
import { builtPanel } from '../../../panel/open-panel.ts'
import { firstButtons } from '../../../remedies/first-buttons.ts'
import type { SceneCheck } from './scene-check.ts'

/** Where all is well, or waiting is right: the only headlines below which nothing need be pressed. */
const calm = ['clear', 'left', 'sending', 'delayed']

interface Views {
  browser: Browser
  english: FirstViews
  german: FirstViews
}

let views: Promise<Views> | undefined
/** One scene after another stands on the same pages. */
let turn: Promise<unknown> = Promise.resolve()

/** Before the first play: one that began without the browser would take it for work of its own, and wait for its end. */
export async function prepareFirstViews(): Promise<void> {
  if (whyNot !== undefined) return
  views = open()
  await views
}

async function open(): Promise<Views> {
  const [browser, files] = await Promise.all([launch(), builtPanel()])
  const opened = (locale: string) => openFirstViews({ browser, files }, locale)
  return { browser, english: await opened('en-GB'), german: await opened('de-DE') }
}

export async function closeFirstViews(): Promise<void> {
  const { browser, english, german } = (await views) ?? {}
  await english?.close()
  await german?.close()
  await browser?.close()
}

/** In a real browser, in both languages: as it opens below the menu bar, and with twice the text size. */
export const fitsTheFirstView: SceneCheck = {
  says: 'shows the button without scrolling, says briefly what it will do, and breaks no word',
  isAbout: () => whyNot === undefined,
  async holds({ name, story }, expect) {
    if (!views) throw new Error('The first views were not prepared.')
    const { english, german } = await views
    const looked = turn.then(async () => [await english.of(story), await german.of(story)] as const)
    turn = looked.catch(() => {})
    const [inEnglish, inGerman] = await looked
    const says = firstButtons.find(({ scenes }) => scenes.includes(name))?.says
    const { headline, button } = inEnglish.usual
    const isCalm = calm.includes(headline)
    // Whoever misses an answer while all is well finds the offer folded.
    if (!isCalm) expect({ headline, says: button?.says }).toEqual({ headline, says: expect.any(String) })
    if (button) expect(button.says).toBe(says)
    for (const { usual, twice } of [inEnglish, inGerman]) {
      expect(usual.button?.hidden ?? 0).toBe(0)
      expect(usual.promised).toBeLessThanOrEqual(3)
      const whole = { broken: [], over: [] }
      expect([usual, twice]).toMatchObject([whole, whole])
    }
  },
}

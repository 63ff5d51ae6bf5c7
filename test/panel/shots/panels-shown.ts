import { countOf } from '../../../src/app/app-words.ts'
import { iconFor } from '../../../src/core/headline.ts'
import type { State } from '../../../src/core/state.ts'
import { headlineOf } from '../../../src/core/told.ts'
import type { Stage } from '../open-panel.ts'
import { openScenePanel, type ScenePanel } from '../scene-panel.ts'
import { type Bar, drawPanel, letters, sharpness } from './desk.ts'
import type { PictureName } from './pictures.ts'

/** As the panel opens below the menu bar, in the letters that come closest to a Mac's. */
const menuBar = {
  alone: true,
  viewport: { width: 400, height: 640 },
  deviceScaleFactor: sharpness,
  timezoneId: 'UTC',
  reducedMotion: 'reduce',
  // For the letters alone, which no page may bring along.
  bypassCSP: true,
} as const

/** The panel in front of scenes, each picture at the moment of its story that it is about. */
export async function picturesOfPanels(stage: Stage): Promise<void> {
  await monthOfMail(stage)
  await undone(stage)
  await wrongPassword(stage)
}

/** Stuck, mended, left, and what the timeline tells of it. */
async function monthOfMail(stage: Stage): Promise<void> {
  const { panel, take, checked, page } = await opened(stage, 'a-month-of-mail')
  await panel.comes(page.locator('.status.is-stuck'))
  await panel.comes(page.locator('.promise .gist'))
  await checked()
  await take('stuck', 620)

  await panel.opens(page.getByRole('link', { name: 'Timeline' }))
  await panel.clicks('30 days')
  await panel.comes(page.locator('.chart .band.is-night').first())
  await take('month', 622)

  await panel.opens(page.getByRole('link', { name: 'Now' }))
  panel.standsAt(({ tell, value }) => tell === 'treating' && JSON.stringify(value).includes('Setting {what} in {app}'))
  await panel.clicks('Use another port')
  await panel.says(/465/)
  await take('mending')
  panel.goesOn()
  await panel.says(/left at/)
  await panel.shows('That helped.')
  await checked()
  await take('left', 446)

  await panel.remembers('This network blocks the port your mail uses.')
  await page.locator('.story').evaluate((story) => {
    const box = story.closest('.scrolls')
    if (box) box.scrollTop += story.getBoundingClientRect().top - box.getBoundingClientRect().top - 12
  })
  await take('incident')

  await panel.opens(page.getByRole('link', { name: 'Now' }))
  await panel.clicks('Close')
  await panel.says('All mail has left.')
  await checked()
  await take('healthy', 446)
  await panel.close()
}

/** The way back, once the mail has left. */
async function undone(stage: Stage): Promise<void> {
  const { panel, take, checked, page } = await opened(stage, 'hotel-wifi-blocks-587')
  await panel.clicks('Use another port')
  await panel.says(/left at/)
  await panel.clicks('Undo')
  await panel.shows('Everything is as it was before.')
  await checked()
  await panel.opens(page.getByText('What was done'))
  await take('undo', 446)
  await panel.close()
}

async function wrongPassword(stage: Stage): Promise<void> {
  const { panel, take, checked, page } = await opened(stage, 'wrong-password-after-change')
  await panel.comes(page.locator('.status.is-stuck'))
  await panel.comes(page.locator('.promise .gist'))
  await checked()
  await take('password')
  await panel.opens(page.getByRole('link', { name: 'Accounts' }))
  await panel.comes(page.locator('.account').first())
  await take('accounts', 462)
  await panel.close()
}

async function opened(stage: Stage, scene: string) {
  const panel = await openScenePanel(stage, scene, menuBar)
  const { page } = panel
  await page.addStyleTag({ content: letters })
  const take = async (name: PictureName, height: number = menuBar.viewport.height) => {
    await page.setViewportSize({ ...menuBar.viewport, height })
    await page.evaluate(() => document.fonts.ready)
    // What moves in the page has come to rest.
    await page.waitForTimeout(350)
    await drawPanel(stage.browser, name, page, barOver(panel))
  }
  const checked = () => panel.comes(page.getByRole('button', { name: 'Check now' }))
  return { panel, page, take, checked }
}

/** The menu bar above it, as the app would show it at this moment. */
function barOver({ told, now }: ScenePanel): Bar {
  // Its subjects are not for the icon.
  const state = told() as State | undefined
  if (!state) throw new Error('The app was told nothing yet.')
  const status = iconFor(headlineOf(state, state.since))
  return { status, count: countOf(state), clock: clock.format(now()).replace(',', '') }
}

const clock = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

import type { BrowserContextOptions, Page } from 'playwright-core'
import { openApi } from '../../src/api/answers/api-answers.ts'
import { openHttpServer } from '../../src/api/transports/http-server/server.ts'
import { openSceneSession, scenesToPlay } from '../../src/session/scene.ts'
import { loadScene } from '../../src/world/simulated/library.ts'
import type { Stage } from './surgery.ts'

/** A panel in a browser in front of a real scene: everything between the click and the made-up Mac is the real thing. */
export interface Performance {
  page: Page
  /** What the browser complained of: faults of scripts, breaches of the content security policy, windows that opened. */
  complaints: readonly string[]
  /** The status in one sentence, once it says this. */
  says(sentence: string | RegExp): Promise<void>
  /** The heading of a card, once it is there. */
  shows(heading: string | RegExp): Promise<void>
  clicks(button: string | RegExp): Promise<void>
  /** The newest trouble's story on the timeline, by its permalink. */
  remembers(cause: string): Promise<string>
  close(): Promise<void>
}

/** As fast as the sockets allow: they do not get faster. */
export const speeds = { usual: 20, onBusyMachine: 6 }

/** Without a scene, one has to be picked. */
export async function perform(
  { browser, files }: Stage,
  scene: string | undefined,
  { speed = speeds.usual, ...look }: BrowserContextOptions & { speed?: number } = {},
): Promise<Performance> {
  const about = { name: 'Outbox Doctor', version: '0', license: 'MIT' }
  const session = scene === undefined ? undefined : await openSceneSession(loadScene(scene), { name: scene, speed })
  const api = openApi({ about, ...(session && { session }), scenes: scenesToPlay(speed) })
  const door = await openHttpServer({ endpoint: api.endpoint, files })
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 400, height: 700 }, ...look })
  // An examination takes as long as its sockets, and others may want the processor, too.
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(`A window opened: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(door.invitation())
  const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first()
  return {
    page,
    complaints,
    says: (sentence) => page.getByRole('status').getByRole('heading', { name: sentence }).waitFor(),
    shows: (name) => heading(name).waitFor(),
    clicks: (button) => page.getByRole('button', { name: button }).first().click(),
    async remembers(cause) {
      await page.getByRole('navigation').getByRole('link').nth(1).click()
      await page.getByRole('link', { name: cause }).first().click()
      await heading(cause).waitFor()
      return (await page.locator('.story').textContent()) ?? ''
    },
    async close() {
      await context.close()
      await door.close()
      await api.close()
    },
  }
}

/** What a person reads in the picker. */
export const titleOf = (scene: string): string => loadScene(scene).title

import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { openApi } from '../../src/api/answers/api-answers.ts'
import type { SentEvent } from '../../src/api/endpoint.ts'
import { openHttpServer } from '../../src/api/transports/http-server/server.ts'
import type { PanelState } from '../../src/core/state.ts'
import { openSceneSession, type SceneSession, scenesToPlay } from '../../src/session/scene.ts'
import { loadScene } from '../../src/world/simulated/library.ts'
import { AppTold, contradictionsBetween, contradictionsWithin } from './contradictions.ts'
import { EventGate } from './event-gate.ts'
import type { Stage } from './open-panel.ts'
import { PageTraffic } from './page-traffic.ts'
import type { ShownState } from './shown-state.ts'
import { watchShown } from './shown-states.ts'

/**
 * A panel in a browser in front of a real scene: everything between the click and the made-up Mac is the real thing.
 * While something is waited for, the scene's time leaps, and stands whenever the page has not yet shown all there is.
 */
export interface ScenePanel {
  page: Page
  /** From the first event of which this is true, the page is told nothing more, until it `goesOn`. */
  standsAt(moment: (event: SentEvent) => boolean): void
  goesOn(): void
  /** What the app was told last; it shows its icon by that. */
  told(): PanelState | undefined
  /** What the Mac of the scene takes for the time. */
  now(): number
  /** Picks another scene, as a person does. Gives the play of it, once it has begun. */
  picks(scene: string): Promise<SceneSession>
  /** What contradicted itself in any state that was painted; once closed, of what the app said beside it, too. */
  contradictions: readonly string[]
  /** What the browser complained of: faults of scripts, breaches of the content security policy, windows that opened. */
  complaints: readonly string[]
  /** Resolves when it can be seen. */
  comes(what: Locator): Promise<void>
  /** A text of the page, once it can be seen. */
  reads(text: string | RegExp): Promise<void>
  /** The status in one sentence, once it says this. */
  says(sentence: string | RegExp): Promise<void>
  /** The heading of a card, once it is there. */
  shows(heading: string | RegExp): Promise<void>
  /** Clicks on it, once it can be seen. */
  opens(what: Locator): Promise<void>
  clicks(button: string | RegExp): Promise<void>
  /** The newest trouble's story on the timeline, by its permalink. */
  remembers(cause: string): Promise<string>
  close(): Promise<void>
}

/** Without a scene, one has to be picked. `alone`: no other one can be picked, as on a real Mac. */
export async function openScenePanel(
  { browser, files }: Stage,
  scene: string | undefined,
  { alone = false, ...look }: BrowserContextOptions & { alone?: boolean } = {},
): Promise<ScenePanel> {
  let session: SceneSession | undefined
  let began = 0
  const begins = (begun: SceneSession) => {
    session = begun
    began = performance.now() - begun.world.clock.elapsed()
    return begun
  }
  const speed = 1
  const first =
    scene === undefined ? {} : { session: begins(await openSceneSession(loadScene(scene), { name: scene, speed })) }
  const { all, play } = scenesToPlay(speed)
  const scenes = { all, play: async (name: string) => begins(await play(name)) }
  const api = openApi({
    about: { name: 'Outbox Doctor', version: '0', license: 'MIT' },
    ...first,
    ...(!alone && { scenes }),
  })
  const gate = new EventGate(api.endpoint)
  const traffic = new PageTraffic()
  const server = await openHttpServer({ endpoint: traffic.counting(gate.endpoint), files })
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 400, height: 700 }, ...look })
  // Nothing here waits for the scene: what it shows is waited for by `comes`.
  context.setDefaultTimeout(20_000)
  const complaints: string[] = []
  const contradictions: string[] = []
  const app = new AppTold()
  let told: PanelState | undefined
  let before: ShownState | null = null
  await watchShown(context, (shown) => {
    const found = shown ? [...contradictionsWithin(shown), ...(before ? contradictionsBetween(before, shown) : [])] : []
    contradictions.push(...found.map((one) => `In ${scene ?? shown?.scene}: ${one}`))
    before = shown
  })
  const ends = api.endpoint.listen((event) => {
    const { tell, value } = event as SentEvent
    if (tell !== 'state') return
    told = value as PanelState
    app.hear(told, session?.world.clock.now() ?? Date.now())
  })
  const page = await context.newPage()
  await traffic.watch(page)
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(`A window opened: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(server.invitation())

  async function comes(what: Locator): Promise<void> {
    const come = Promise.withResolvers<void>()
    const signal = AbortSignal.timeout(80_000)
    const look = async () => {
      if (signal.aborted) come.reject(new Error(`${what} did not come; there is: ${await page.textContent('body')}`))
      await traffic.settled(page, session && session.world.clock.elapsed() - (performance.now() - began))
      const isThere = await what.isVisible()
      if (isThere) come.resolve()
      return isThere
    }
    while (!session) {
      if (await look()) return
      await pause(5)
    }
    await session.played.hasten(come.promise, look)
  }
  async function opens(what: Locator): Promise<void> {
    await comes(what.first())
    await what.first().click()
  }
  const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first()
  return {
    page,
    told: () => told,
    now: () => session?.world.clock.now() ?? Date.now(),
    standsAt: (moment) => gate.standAt(moment),
    goesOn: () => gate.goOn(),
    async picks(name) {
      const before = session
      const list = page.getByLabel('A story', { exact: true })
      await comes(list)
      await list.selectOption(titleOf(name))
      while (!session || session === before) await pause(5)
      return session
    },
    complaints,
    contradictions,
    comes,
    reads: (text) => comes(page.getByText(text).first()),
    says: (sentence) => comes(page.getByRole('status').getByRole('heading', { name: sentence }).first()),
    shows: (name) => comes(heading(name)),
    opens,
    clicks: (name) => opens(page.getByRole('button', { name })),
    async remembers(cause) {
      await opens(page.getByRole('navigation').getByRole('link').nth(1))
      await opens(page.getByRole('link', { name: cause }))
      await comes(heading(cause))
      return (await page.locator('.story').textContent()) ?? ''
    },
    async close() {
      ends()
      contradictions.push(...app.found.map((one) => `Of the app: ${one}`))
      await context.close()
      await server.close()
      await api.close()
    },
  }
}

/** What a person reads in the picker. */
export const titleOf = (scene: string): string => loadScene(scene).title

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import type { Answers } from '../../src/api/endpoint.ts'
import { type PanelFile, panelFiles } from '../../src/api/static.ts'
import { openHttpServer } from '../../src/api/transports/http-server/server.ts'
import { ScriptedApi, type Story } from './scripted-api.ts'

/** The panel as it stands in the sources now, built into a folder of its own. */
export async function builtPanel(): Promise<ReadonlyMap<string, PanelFile>> {
  const outDir = mkdtempSync(join(tmpdir(), 'outbox-doctor-panel-'))
  await buildPanel(outDir)
  const files = panelFiles(outDir)
  rmSync(outDir, { recursive: true })
  return files
}

/** Builds the panel as it stands in the sources now. */
export async function buildPanel(outDir: string): Promise<void> {
  const configFile = join(import.meta.dirname, '../../panel.vite.config.ts')
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } })
}

export interface Stage {
  browser: Browser
  /** Of the panel as it stands in the sources now. */
  files: ReadonlyMap<string, PanelFile>
}

export interface Opened {
  page: Page
  scripted: ScriptedApi
  /** What the browser complained of: faults of scripts, and breaches of the content security policy. */
  complaints: readonly string[]
  /** An address for another window. */
  invitation(): string
  /** Called when a window asks for a new address. */
  wished(listener: () => void): void
  close(): Promise<void>
}

/** A panel in a browser, behind the real door, with scripted answers behind it. */
export async function openPanel(
  { browser, files }: Stage,
  story: Story,
  {
    at = 'now',
    answers,
    clockStands,
    ...look
  }: BrowserContextOptions & {
    at?: string
    answers?: Partial<Answers>
    /** For the page it stays the same instant; its timers go on. */
    clockStands?: boolean
  } = {},
): Promise<Opened> {
  const scripted = new ScriptedApi(story, answers)
  const door = await openHttpServer({ endpoint: scripted.endpoint, files })
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 400, height: 700 }, ...look })
  // A page that does not come fails with what it waited for, and not with the time of the whole test.
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  if (clockStands) await page.clock.setFixedTime(Date.now())
  await page.goto(door.invitation({ at }))
  // Whatever is looked at without waiting is there now; only an examination may still fill the card of the cause.
  await page.locator('#page:not(:has(.loading:not(.cause > .loading)))').waitFor()
  return {
    page,
    scripted,
    complaints,
    invitation: () => door.invitation({ at }),
    wished: (listener) => door.wished(listener),
    async close() {
      await context.close()
      await door.close()
    },
  }
}

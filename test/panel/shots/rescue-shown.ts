import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApi } from '../../../src/api/answers/api-answers.ts'
import { openHttpServer } from '../../../src/api/transports/http-server/server.ts'
import type { Stage } from '../open-panel.ts'
import { drawPanel, letters, sharpness } from './desk.ts'

const archive = join(import.meta.dirname, '../../recordings/rescue/SampleOLM.olm')
const now = Date.UTC(2026, 10, 20, 10, 34)

/** A real archive of Outlook, dropped on the page on which mail is saved, saved and counted. */
export async function pictureOfRescue({ browser, files }: Stage): Promise<void> {
  const target = join(tmpdir(), 'Rescued mail')
  rmSync(target, { recursive: true, force: true })
  const rescue = { now: () => now, stores: () => [], target }
  const api = openApi({ about: { name: 'Outbox Doctor', version: '0', license: 'MIT' }, rescue })
  const server = await openHttpServer({ endpoint: api.endpoint, files })
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 400, height: 400 },
    deviceScaleFactor: sharpness,
    bypassCSP: true,
  })
  const page = await context.newPage()
  await page.goto(server.invitation({ at: 'rescue' }))
  await page.addStyleTag({ content: letters })
  const dropped = await page.evaluateHandle((text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const transfer = new DataTransfer()
    transfer.items.add(new File([bytes], 'Old Outlook mail.olm'))
    return transfer
  }, readFileSync(archive).toString('base64'))
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped })
  await page.getByRole('heading', { name: /messages/ }).waitFor()
  // Among its messages there are contacts.
  await page.getByLabel(/^VCF/).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.locator('#summary').waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(350)
  await drawPanel(browser, 'rescue', page)
  rmSync(target, { recursive: true, force: true })
  await context.close()
  await server.close()
  await api.close()
}

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openApi } from '../../src/api/answers/api-answers.ts'
import { savingFormats } from '../../src/api/schema/rescue.ts'
import { openHttpServer } from '../../src/api/transports/http-server/server.ts'
import { rescueFormats } from '../../src/rescue/outputs/output.ts'
import { chromiumPrinter } from '../../src/rescue/pages/chromium-printer.ts'
import { writeSampleMail } from '../../src/world/simulated/sample-mail.ts'
import { ownFolder } from '../history/folder.ts'
import { inChromium } from './in-chromium.ts'

/** The day on which the mail is looked at; last year is the year before. */
const now = Date.UTC(2026, 5, 1)
const sample = writeSampleMail(now)
const printer = chromiumPrinter()
afterAll(async () => {
  sample.remove()
  await printer?.close()
})

/** All of the sample's letters as one file, as somebody has it on the desktop. */
function sampleBox(): string {
  return readdirSync(sample.path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(
      ({ parentPath, name }) =>
        `From x Fri Aug  1 10:00:00 2025\n${readFileSync(join(parentPath, name), 'utf8').replaceAll('\r\n', '\n')}\n`,
    )
    .join('')
}

test('the panel offers what can be written, and nothing else', () => {
  expect(savingFormats).toEqual(rescueFormats)
})

inChromium('saving mail, in Chromium', (stage) => {
  const opened = async (look = {}) => {
    const target = join(ownFolder(), 'Rescued mail')
    const rescue = { now: () => now, stores: () => [], target, ...(printer && { printer }) }
    const api = openApi({ about: { name: 'Outbox Doctor', version: '0', license: 'MIT' }, rescue })
    const door = await openHttpServer({ endpoint: api.endpoint, files: stage().files })
    const context = await stage().browser.newContext({
      locale: 'en-GB',
      timezoneId: 'UTC',
      viewport: { width: 400, height: 760 },
      ...look,
    })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    await page.clock.setFixedTime(now)
    const complaints: string[] = []
    // That the frame of a letter lets nothing run is what it is for; it is the test that looks into it by a script.
    const isExpected = (text: string) => text.startsWith("Blocked script execution in 'about:srcdoc'")
    page.on('console', (one) => one.type() === 'error' && !isExpected(one.text()) && complaints.push(one.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(door.invitation({ at: 'rescue' }))
    const close = async () => {
      await context.close()
      await door.close()
      await api.close()
    }
    const shot = async (name: string) => {
      const folder = process.env.OUTBOX_DOCTOR_SHOTS
      if (folder === undefined) return
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
    }
    return { page, target, complaints, close, shot }
  }

  test.each(['light', 'dark'] as const)(
    'a newcomer drops a file, sees what is in it, and saves last year’s mail from one sender as PDF and MBOX: %s',
    async (colorScheme) => {
      const { page, target, complaints, close, shot } = await opened({ colorScheme })
      await page.getByText('Drop files of mail here').waitFor()
      await shot(`choose-${colorScheme}`)
      const dropped = await page.evaluateHandle((text) => {
        const data = new DataTransfer()
        data.items.add(new File([text], 'Old mail.mbox'))
        return data
      }, sampleBox())
      await page.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped })
      await page.getByRole('heading', { name: /^7 messages, / }).waitFor()

      await page.getByRole('button', { name: /Your invoice for March/ }).click()
      const letter = page.frameLocator('iframe.letter')
      await letter.getByText('Thank you!').waitFor()
      await letter.getByText('12.40 €').waitFor()
      expect(await letter.locator('script, img, [style]').count()).toBe(0)
      await page.getByText('invoice.csv').waitFor()
      await shot(`look-${colorScheme}`)

      await page.getByText('Only some of it').click()
      await page.getByLabel('From whom').fill('ada@example.org')
      await page.getByLabel('From whom').press('Tab')
      await page.getByRole('button', { name: 'Last year' }).click()
      await page.getByRole('heading', { name: /^2 messages, / }).waitFor()
      await page.getByLabel(/^EML/).uncheck()
      await page.getByLabel(/^PDF/).check()
      await page.getByLabel(/^MBOX/).check()
      await shot(`save-${colorScheme}`)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('heading', { name: 'Everything is saved.' }).waitFor()
      await page.getByText('5 left out, as you chose').waitFor()
      await shot(`summary-${colorScheme}`)
      const files = readdirSync(target, { recursive: true, encoding: 'utf8' })
      const titles = files.filter((path) => path.endsWith('.pdf')).sort()
      expect(titles).toEqual([
        expect.stringMatching(/The old recipe \[/),
        expect.stringMatching(/Photos from the lake \[/),
      ])
      expect(files.filter((path) => path.endsWith('.mbox'))).toHaveLength(1)
      expect(complaints).toEqual([])
      await close()
    },
  )

  test('what was damaged in an archive is counted, and never called complete', async () => {
    const { page, target, complaints, close } = await opened()
    const archive = readFileSync(new URL('../recordings/rescue/SampleOLM.olm', import.meta.url))
    archive.fill(0, archive.length / 2, archive.length / 2 + 40)
    const path = join(dirname(target), 'damaged.olm')
    writeFileSync(path, archive)
    await page.getByLabel('Or type where it lies').fill(path)
    await page.getByRole('button', { name: 'Look into it' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText(/^\d+ damaged in the source, and saved as far as they go$/).waitFor()
    expect(await page.getByText('Everything is saved.').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  test('what is not there is told, and another choice may be made', async () => {
    const { page, close } = await opened()
    await page.getByLabel('Or type where it lies').fill('/no/such/mail')
    await page.getByRole('button', { name: 'Look into it' }).click()
    await page.getByText('/no/such/mail was not found.').waitFor()
    await page.getByLabel('Or type where it lies').waitFor()
    await close()
  })
})

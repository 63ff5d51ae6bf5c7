import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openHttpServer } from '../../src/api/transports/http-server/server.ts'
import { redirectTo } from '../../src/cli/redirect.ts'
import { terminalOn } from '../../src/cli/terminal.ts'
import { inChromium } from './in-chromium.ts'
import { openNeighbour } from './neighbour.ts'
import { openPanel } from './open-panel.ts'
import { ScriptedApi } from './scripted-api.ts'
import * as stories from './stories.ts'

const locked = 'This window has not been let in.'
const stuck = '1 message is stuck.'

inChromium('the door of the panel, in Chromium', (stage) => {
  async function opened(at = 'now') {
    const panel = await openPanel(stage(), stories.stuck, { at })
    onTestFinished(() => panel.close())
    await panel.page.getByRole('heading', { name: at === 'now' ? stuck : 'Settings' }).waitFor()
    return panel
  }

  test('what opens it leaves the address at once, and stays in the window over a reload', async () => {
    const { page, complaints } = await opened('settings')
    expect(new URL(page.url()).hash).toBe('#/settings')
    expect(await page.evaluate(() => [history.length, document.cookie, localStorage.length >= 0])).toEqual([
      2,
      '',
      true,
    ])
    await page.reload()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    // Nothing that opens it is kept where another window would find it.
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    expect(kept).not.toMatch(/[\w-]{43}/)
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(['outbox-doctor-key'])
    expect(complaints).toEqual([])
  })

  test('a second window needs an address of its own, and can be given it while it is open', async () => {
    const { page, invitation, wished } = await opened()
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByRole('heading', { name: locked }).waitFor()
    expect(await other.textContent('body')).not.toContain('stuck')
    let wishes = 0
    wished(() => {
      wishes += 1
    })
    await other.getByRole('button', { name: 'Get a new address' }).click()
    await other.getByText('A new address stands in the terminal').waitFor()
    expect(wishes).toBe(1)
    const address = invitation()
    await other.goto(address)
    await other.getByRole('heading', { name: stuck }).waitFor()
    expect(other.url()).not.toContain('token')
    // Used; whoever is in stays in, and nobody else comes in.
    for (const window of [other, await page.context().newPage()]) await window.goto(address)
    await other.reload()
    await other.getByRole('heading', { name: stuck }).waitFor()
    await page.context().pages().at(-1)?.getByRole('heading', { name: locked }).waitFor()
  })

  test('a door of another run at the same port: the window says what to do, and is let in again', async () => {
    const { files } = stage()
    const scripted = new ScriptedApi(stories.stuck)
    const first = await openHttpServer({ endpoint: scripted.endpoint, files })
    const context = await stage().browser.newContext({ locale: 'en-GB' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(first.invitation())
    await page.getByRole('heading', { name: stuck }).waitFor()
    await first.close()
    const second = await openHttpServer({
      endpoint: scripted.endpoint,
      files,
      port: Number(new URL(first.origin).port),
    })
    onTestFinished(() => second.close())
    await page.getByRole('heading', { name: locked }).waitFor()
    await page.goto(second.invitation())
    await page.getByRole('heading', { name: stuck }).waitFor()
  })

  test('a file of ours leads there, and is gone then', async () => {
    const scripted = new ScriptedApi(stories.stuck)
    const door = await openHttpServer({ endpoint: scripted.endpoint, files: stage().files })
    onTestFinished(() => door.close())
    const page = await stage().browser.newPage({ locale: 'en-GB' })
    onTestFinished(() => page.close())
    let remove = () => {}
    const redirect = redirectTo(door.invitation({ used: () => remove() }), terminalOn({ write: () => {} }, {}))
    remove = redirect.remove
    onTestFinished(remove)
    await page.goto(`file://${redirect.file}`, { waitUntil: 'commit' })
    await page.getByRole('heading', { name: stuck }).waitFor()
    expect(page.url()).toBe(`${door.origin}/`)
    expect(existsSync(dirname(redirect.file))).toBe(false)
  })

  test('a neighbour at another port is sent nothing, and opens nothing with what it is sent', async () => {
    const { page } = await opened()
    const { origin } = new URL(page.url())
    const neighbour = await openNeighbour(origin)
    onTestFinished(() => neighbour.close())
    const key = await page.evaluate(() => sessionStorage.getItem('outbox-doctor-key') ?? '')
    expect(key).toMatch(/^[\w-]{43}$/)
    // Beside the panel, out of the panel's own window, and back again.
    const other = await page.context().newPage()
    await other.goto(neighbour.origin)
    await other.getByText('It is done.').waitFor()
    await page.evaluate((there) => location.assign(there), neighbour.origin)
    await page.getByText('It is done.').waitFor()
    await page.goto(`${origin}/#/now`)
    await page.getByRole('heading', { name: stuck }).waitFor()
    expect(neighbour.captured.length).toBeGreaterThan(4)
    const captured = JSON.stringify(neighbour.captured)
    expect(captured).not.toMatch(/cookie|authorization|token=|Invoice|smtp\.example/i)
    expect(captured).not.toContain(key)
    // What its page could read of the panel while it stood beside it: nothing.
    expect(await neighbour.seen()).toEqual([])
    // All that it was sent, sent on to the door as if it came from the panel.
    expect(await neighbour.replay()).toEqual([401])
  })
})

import { afterEach, expect, test } from 'vitest'
import { inChromium } from './in-chromium.ts'
import { openScenePanel, type ScenePanel } from './scene-panel.ts'

inChromium('how the mail app stands beside its server, in Chromium', (stage) => {
  const opened: ScenePanel[] = []
  afterEach(async () => {
    for (const panel of opened.splice(0)) {
      await panel.close()
      expect({ complaints: panel.complaints, contradictions: panel.contradictions }).toEqual({
        complaints: [],
        contradictions: [],
      })
    }
  })

  async function open(scene: string): Promise<ScenePanel> {
    const panel = await openScenePanel(stage(), scene)
    opened.push(panel)
    return panel
  }

  test('mail that is not shown is told on top, on the accounts page and on the timeline', async () => {
    const { page, says, opens, reads } = await open('sync-mail-misses-new-mail')
    await says('Mail and its server are not in step.')
    await page.evaluate(() => {
      location.hash = '#/accounts'
    })
    await reads(/Mail does not show the newest mail: 5 messages/)
    const row = page.locator('.in-step')
    expect(await row.textContent()).toMatch(
      /Ask Mail to fetch new mail.*All that you have sent is filed\..*As of today/,
    )
    await opens(page.getByRole('navigation').getByRole('link').nth(1))
    await opens(page.getByText('Show it as a table'))
    await reads(/^Sync$/)
  })

  test('one click brings the account in step', async () => {
    const { page, says, opens, shows } = await open('sync-mail-misses-new-mail')
    await says('Mail and its server are not in step.')
    await page.getByRole('link', { name: 'Show me' }).click()
    await opens(page.locator('.in-step summary').getByText('Bring this account in step'))
    await opens(page.locator('.in-step button').filter({ visible: true }))
    await shows('That helped.')
    await says('All mail has left.')
  })

  test('whoever is in step reads so', async () => {
    const { page, reads, says } = await open('sync-in-step-while-mail-arrives')
    await says('All mail has left.')
    await page.evaluate(() => {
      location.hash = '#/accounts'
    })
    await reads('What you see is what the server has.')
    expect(await page.locator('.in-step').textContent()).not.toMatch(/not|only/i)
  })
})

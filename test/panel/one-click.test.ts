import { afterAll, beforeAll, expect, test } from 'vitest'
import { knownCauses } from '../../src/agent.ts'
import { settingsInApp } from '../../src/clients/settings-in-app.ts'
import { render } from '../../src/core/render.ts'
import type { SceneSession } from '../../src/session/scene.ts'
import { loadScene } from '../../src/world/simulated/library.ts'
import { inChromium } from './in-chromium.ts'
import { openScenePanel, type ScenePanel } from './scene-panel.ts'

interface Trouble {
  scene: string
  /** The first button, and the only one that is clicked to mend it. */
  button: string
  /** What the field above it is given. */
  password?: string
  undone?: true
}

/** Port, encryption, wrong name, retired server, wrong password, account off, offline, VPN, clock, proxy. */
const troubles: readonly Trouble[] = [
  { scene: 'hotel-wifi-blocks-587', button: 'Use another port', undone: true },
  { scene: 'ssl-ticked-on-587', button: 'Correct the encryption setting', undone: true },
  { scene: 'typing-error-in-server-name', button: 'Correct the server name', undone: true },
  { scene: 'moved-to-another-house', button: 'Use the settings that the provider publishes' },
  {
    scene: 'wrong-password-after-change',
    button: 'Give the mail app the right password',
    password: 'another secret',
  },
  { scene: 'one-account-switched-off', button: 'Switch the account on again' },
  { scene: 'outlook-works-offline', button: 'Take the mail app online' },
  { scene: 'vpn-drops-mail', button: 'Pause the VPN' },
  { scene: 'clock-a-year-ahead', button: 'Set the clock' },
  { scene: 'forgotten-socks-proxy', button: 'Let mail go past the proxy', undone: true },
]

function titleOfCause(scene: string): string {
  const cause = knownCauses.find(({ id }) => id === loadScene(scene).expects.first)
  if (!cause) throw new Error(`${scene} has no cause`)
  return render(cause.title)
}

/** All that the mail app says of its accounts and servers, and the Mac of its connection. */
async function settingsOf({ world: { mac }, played }: SceneSession): Promise<unknown> {
  const { signal } = new AbortController()
  const client = played.accounts[0]?.client ?? 'apple-mail'
  const inApp = await played.hasten(settingsInApp(client, mac.programs, signal))
  const connection = await played.hasten(mac.networkService('en0', signal))
  expect({ inApp, connection }).toMatchObject({ inApp: { seen: true }, connection: { seen: true } })
  return { inApp, connection }
}

inChromium(
  'a newcomer mends ten troubles by one click each, one after another in the same window',
  (stage) => {
    let panel: ScenePanel
    beforeAll(async () => {
      // As it opens below the menu bar.
      panel = await openScenePanel(stage(), undefined, { viewport: { width: 400, height: 640 } })
    })
    afterAll(async () => {
      await panel.close()
      expect(panel.complaints).toEqual([])
      expect(panel.contradictions).toEqual([])
    })

    test.for(troubles)('$scene: $button', async ({ scene, button, password, undone }) => {
      const { page, clicks, comes, picks, says, shows } = panel
      const main = page.locator('.button.main')
      const session = await picks(scene)
      await shows(titleOfCause(scene))
      await comes(main)
      expect(await main.allTextContents()).toEqual([button])
      // Nobody has to scroll to it.
      const [place, below] = await Promise.all([main.boundingBox(), page.locator('.check-row').boundingBox()])
      expect((place?.y ?? Infinity) + (place?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
      const before = await settingsOf(session)
      if (password !== undefined) await page.getByLabel('Password of this account').fill(password)
      await clicks(button)
      await shows('That helped.')
      await says('All mail has left.')
      if (!undone) return
      expect(await settingsOf(session)).not.toEqual(before)
      await clicks('Undo')
      await shows('Everything is as it was before.')
      expect(await settingsOf(session)).toEqual(before)
    })
  },
  { timeout: 120_000 },
)

inChromium('what the mail app does not keep', (stage) => {
  test('is put in by hand, with the values at hand', async () => {
    const { page, shows, clicks, comes, close } = await openScenePanel(stage(), 'mail-knows-better')
    await shows(titleOfCause('mail-knows-better'))
    await clicks('Use the settings that the provider publishes')
    await shows('It did not work.')
    const card = page.locator('.treatment')
    await comes(card.getByRole('heading', { name: /by hand/ }))
    await comes(card.locator('dd').filter({ hasText: '587' }).first())
    await close()
  })
})

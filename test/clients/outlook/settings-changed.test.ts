import { expect, onTestFinished, test } from 'vitest'
import { outlook } from '../../../src/clients/outlook/client.ts'
import { settingsInApp } from '../../../src/clients/settings-in-app.ts'
import { loadScene } from '../../../src/world/simulated/library.ts'
import { playScene } from '../../../src/world/simulated/world.ts'

const { signal } = new AbortController()

test('what Outlook told of its accounts counts no more once we have changed it', async () => {
  const played = await playScene(loadScene('outlook-in-a-guest-network'))
  onTestFinished(() => played.close())
  const { mac, hands, clock } = played.world
  const reader = outlook.reader()
  onTestFinished(() => reader.close())
  const port = async () => (await reader.read(mac, clock.now(), signal)).accounts[0]?.outgoing?.port
  expect(await port()).toBe(587)
  const sight = await settingsInApp('outlook', mac.programs, signal)
  const account = sight.seen ? sight.value.accounts[0] : undefined
  if (!account) throw new Error('no account')
  const written = await hands.settings.write(
    'outlook',
    { account },
    { of: 'outgoing', what: 'port', value: 465 },
    signal,
  )
  expect(written).toEqual({ done: true })
  // Asking Outlook takes seconds, so that its answers are kept for a while.
  expect(await port()).toBe(587)
  reader.settingsChanged?.()
  expect(await port()).toBe(465)
})

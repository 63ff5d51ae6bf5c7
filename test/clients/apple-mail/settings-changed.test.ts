import { expect, onTestFinished, test } from 'vitest'
import { appleMail } from '../../../src/clients/apple-mail/client.ts'
import type { MailMac } from '../../../src/clients/client.ts'
import { loadScene } from '../../../src/world/simulated/library.ts'
import { playScene } from '../../../src/world/simulated/world.ts'

const { signal } = new AbortController()
const minute = 60_000

test('for two minutes after we have changed it, Mail knows its servers better than the system’s list', async () => {
  const scene = loadScene('hotel-wifi-blocks-587')
  const [old, changed] = [await playScene(scene), await playScene(withPort465(scene))]
  onTestFinished(() => Promise.all([old.close(), changed.close()]).then(() => {}))
  const { mac } = old.world
  // A list that is a minute late, and a Mail that tells what is.
  const late: MailMac = { ...mac, programs: { ...mac.programs, script: changed.world.mac.programs.script } }
  const reader = appleMail.reader()
  onTestFinished(() => reader.close())
  const at = old.world.clock.now()
  const portAt = async (when: number) => (await reader.read(late, when, signal)).accounts[0]?.outgoing?.port
  expect(await portAt(at)).toBe(587)
  reader.settingsChanged?.()
  expect([await portAt(at), await portAt(at + minute), await portAt(at + 2 * minute)]).toEqual([465, 465, 587])
})

function withPort465(scene: ReturnType<typeof loadScene>): ReturnType<typeof loadScene> {
  return {
    ...scene,
    account: { ...scene.account, outgoing: { host: 'mail.example.net', port: 465, security: 'tls' } },
  }
}

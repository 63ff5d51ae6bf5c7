import { describe, expect, test } from 'vitest'
import { SceneRunner } from './in-scene.ts'

/** Each with a scene that it mends; what it is undone from must be there again afterwards. */
const cures: readonly [remedy: string, scene: string, undoable: boolean][] = [
  ['retry-send', 'mail-overslept', false],
  ['relaunch-client', 'mail-does-not-answer', true],
  ['relaunch-client', 'outlook-does-not-answer', true],
  ['open-client', 'mail-is-closed', true],
  ['open-client', 'outlook-is-closed', true],
  ['bring-client-front', 'mail-naps-in-the-background', false],
  ['go-online', 'outlook-works-offline', true],
  ['go-online', 'mail-switched-offline', true],
  ['reset-outlook-preferences', 'outlook-error-3253', true],
  ['rebuild-mail-index', 'mail-index-damaged', false],
  ['flush-names', 'router-forgot-the-phone-book', false],
  ['renew-lease', 'router-forgot-the-phone-book', false],
  ['pause-vpn', 'vpn-drops-mail', true],
  ['connect-vpn', 'company-name-without-vpn', true],
  ['connect-vpn', 'hotel-lets-no-mail-through', true],
  ['connect-vpn', 'only-sending-needs-the-vpn', true],
  ['open-mail-bridge', 'bridge-not-running', false],
  ['open-mail-bridge', 'bridge-crashed-while-outlook-runs', false],
  ['send-put-off', 'thunderbird-waits-to-be-told', false],
  ['wifi-on', 'aeroplane-mode', true],
  ['wifi-on', 'wifi-switched-off-at-home', true],
  ['wifi-on', 'cable-out-and-wifi-off', true],
  ['firewall-exception', 'firewall-exception-needed', true],
]

describe('in a scene that it mends', () => {
  test.each(cures)('%s cures %s', { timeout: 60_000 }, async (remedy, scene, undoable) => {
    const runner = await SceneRunner.open(scene)
    const context = await runner.remedyContext()
    const [cause] = context.diagnosis.causes
    const promised = await runner.action(remedy).promise(context, new AbortController().signal)
    expect(promised.length).toBeGreaterThan(0)
    const result = await runner.treat(remedy, context)
    expect(result).toMatchObject({ is: 'treated', treatment: { remedy, outcome: 'cured' } })
    if (!undoable || result.is !== 'treated') return
    expect(await runner.undo(result.treatment.id)).toMatchObject({ is: 'undone' })
    // What has left stays away: the same message would be held again.
    expect(await runner.causes(runner.played.messages)).toContain(cause?.id)
  })

  test.each(cures)('%s has no effect where %s is not mended', { timeout: 60_000 }, async (remedy, scene) => {
    // What our hands change by themselves is gone as soon as somebody changes it back.
    if (['open-client', 'bring-client-front', 'go-online'].includes(remedy)) return
    const runner = await SceneRunner.open(scene, { mends: [] })
    expect(await runner.treat(remedy)).toMatchObject({ is: 'treated', treatment: { outcome: 'no effect' } })
  })
})

describe('what only looks', () => {
  test('check-sent says that a copy stands in Sent', async () => {
    const runner = await SceneRunner.open('perhaps-it-has-arrived')
    expect(await runner.treat('check-sent')).toMatchObject({ is: 'treated' })
    expect(runner.told.join(' ')).toMatch(/a copy stands in Sent/)
  })

  test('stop-retrying takes the app offline, and online again', { timeout: 30_000 }, async () => {
    const runner = await SceneRunner.open('shut-out-after-wrong-passwords')
    const offline = () => runner.played.accounts.map((one) => runner.played.observationOf(one)?.offline)[0]
    const result = await runner.treat('stop-retrying')
    expect([result.is, offline()]).toEqual(['treated', true])
    if (result.is === 'treated') await runner.undo(result.treatment.id)
    expect(offline()).toBe(false)
  })

  test('wait-and-recheck ends after its time', { timeout: 30_000 }, async () => {
    const runner = await SceneRunner.open('server-down-for-a-while')
    expect(await runner.treat('wait-and-recheck')).toMatchObject({ is: 'treated' })
  })
})

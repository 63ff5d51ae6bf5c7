import { describe, expect, test } from 'vitest'
import { Ward } from './in-scene.ts'

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
  ['rebuild-mail-index', 'mail-index-damaged', true],
  ['flush-names', 'router-forgot-the-phone-book', false],
  ['renew-lease', 'router-forgot-the-phone-book', false],
  ['pause-vpn', 'vpn-drops-mail', true],
  ['firewall-exception', 'firewall-exception-needed', true],
]

describe('in a scene that it mends', () => {
  test.each(cures)('%s cures %s', { timeout: 60_000 }, async (remedy, scene, undoable) => {
    const ward = await Ward.open(scene)
    const consultation = await ward.consult()
    const [cause] = consultation.diagnosis.causes
    const promised = await ward.action(remedy).promise(consultation, new AbortController().signal)
    expect(promised.length).toBeGreaterThan(0)
    const result = await ward.treat(remedy, consultation)
    expect(result).toMatchObject({ is: 'treated', treatment: { remedy, outcome: 'cured' } })
    if (!undoable || result.is !== 'treated') return
    expect(await ward.undo(result.treatment.id)).toMatchObject({ is: 'undone' })
    expect(await ward.causes()).toContain(cause?.id)
  })

  test.each(cures)('%s has no effect where %s is not mended', { timeout: 60_000 }, async (remedy, scene) => {
    // What our hands change by themselves is gone as soon as somebody changes it back.
    if (['open-client', 'bring-client-front', 'go-online'].includes(remedy)) return
    const ward = await Ward.open(scene, { mends: [] })
    expect(await ward.treat(remedy)).toMatchObject({ is: 'treated', treatment: { outcome: 'no effect' } })
  })
})

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rendered } from '../../src/core/rendered.ts'
import type { Scene } from '../../src/world/simulated/scene.ts'
import { SceneRunner } from './in-scene.ts'

type Hands = NonNullable<Scene['hands']>

/** What goes wrong half-way, and the sentence that must be told. */
const failures: readonly [remedy: string, scene: string, hands: Hands, words: RegExp][] = [
  ['retry-send', 'mail-overslept', { send: 'timeout' }, /no answer in time/],
  ['retry-send', 'mail-overslept', { send: 'refused' }, /did not allow/],
  ['retry-send', 'mail-overslept', { withdrawnAfter: 0 }, /not do this any more/],
  ['relaunch-client', 'mail-overslept', { quit: 'refuses' }, /did not quit\. It is still open/],
  ['relaunch-client', 'mail-overslept', { quit: 'dialog' }, /waits for an answer/],
  ['relaunch-client', 'mail-overslept', { quit: 'cancelled' }, /Cancel/],
  ['relaunch-client', 'mail-overslept', { withdrawnAfter: 0 }, /not do this any more/],
  ['open-client', 'mail-is-closed', { open: 'missing' }, /could not be opened/],
  ['bring-client-front', 'mail-naps-in-the-background', { open: 'missing' }, /could not be opened/],
  ['show-waiting-window', 'outlook-waits-for-an-answer', { open: 'missing' }, /could not be opened/],
  ['go-online', 'outlook-works-offline', { online: 'refused' }, /could not be taken online/],
  ['pause-vpn', 'vpn-drops-mail', { vpn: 'timeout' }, /no answer in time/],
  ['connect-vpn', 'company-name-without-vpn', { vpn: 'refused' }, /could not be connected\. macOS did not allow/],
  ['connect-vpn', 'hotel-lets-no-mail-through', { vpn: 'timeout' }, /no answer in time/],
  ['open-mail-bridge', 'bridge-not-running', { open: 'missing' }, /could not be started\. It is not there/],
  ['send-put-off', 'thunderbird-waits-to-be-told', { send: 'refused' }, /could not be asked to send/],
  ['wifi-on', 'aeroplane-mode', { wifi: 'refused' }, /not switched on\. macOS did not allow/],
  ['wifi-on', 'wifi-switched-off-at-home', { wifi: 'put-back' }, /may keep this setting as it was/],
  ['flush-names', 'router-forgot-the-phone-book', { admin: 'cancelled' }, /Cancel/],
  ['flush-names', 'router-forgot-the-phone-book', { admin: 'wrong-password' }, /password was not right/],
  ['flush-names', 'router-forgot-the-phone-book', { admin: 'no-screen' }, /no screen/],
  ['renew-lease', 'router-forgot-the-phone-book', { admin: 'failed' }, /could not be renewed/],
  ['firewall-exception', 'firewall-exception-needed', { admin: 'cancelled' }, /Cancel/],
  ['reset-outlook-preferences', 'outlook-error-3253', { quit: 'refuses' }, /still open/],
  ['reset-outlook-preferences', 'outlook-error-3253', { preferences: { export: 'refused' } }, /could not be kept/],
  ['reset-outlook-preferences', 'outlook-error-3253', { preferences: { clear: 'timeout' } }, /could not be reset/],
  ['reset-outlook-preferences', 'outlook-error-3253', { withdrawnAfter: 2 }, /could not be reset/],
  ['rebuild-mail-index', 'mail-index-damaged', { quit: 'dialog' }, /waits for an answer/],
  ['rebuild-mail-index', 'mail-index-damaged', { quit: 'cancelled' }, /Cancel/],
  ['rebuild-mail-index', 'mail-index-damaged', { files: 'changing' }, /could not be moved/],
]

describe('half-way', () => {
  test.each(failures)('%s in %s with %j', { timeout: 60_000 }, async (remedy, scene, hands, words) => {
    const runner = await SceneRunner.open(scene, { hands })
    const context = await runner.remedyContext()
    const before = filesIn(runner)
    const result = await runner.treat(remedy, context)
    expect(result.is).toBe('treated')
    if (result.is !== 'treated') return
    expect(result.treatment.outcome).toBe('failed')
    expect(rendered(result.treatment.words)).toMatch(words)
    expect(await runner.causes()).toEqual(context.diagnosis.causes.map(({ id }) => id))
    expect(filesIn(runner)).toEqual(before)
  })

  test('an app that cannot be opened again is told of, for a person to open it', async () => {
    const runner = await SceneRunner.open('mail-overslept', { hands: { open: 'missing' } })
    const result = await runner.treat('relaunch-client')
    const words = expect.stringMatching(/could not be opened.*could not be put back either/)
    expect(rendered(result)).toMatchObject({ is: 'treated', treatment: { outcome: 'failed', words } })
  })

  test.each(['full', 'read-only'] as const)('with a disk that is %s, nothing dangerous begins', async (disk) => {
    for (const [remedy, scene] of [
      ['rebuild-mail-index', 'mail-index-damaged'],
      ['reset-outlook-preferences', 'outlook-error-3253'],
      ['export-stuck-messages', 'wedding-photos-too-large'],
    ] as const) {
      const runner = await SceneRunner.open(scene, { hands: { disk } })
      const before = filesIn(runner)
      expect(rendered(await runner.treat(remedy))).toMatchObject({
        is: 'refused',
        why: expect.stringMatching(/folder/),
      })
      expect(filesIn(runner)).toEqual(before)
    }
  })

  test('with too little room, the index stays where it is', async () => {
    const tight = await SceneRunner.open('mail-index-damaged', {
      mac: { apps: [{ app: 'apple-mail', running: true, answers: 'yes', damaged: ['store'] }], freeSpace: 400_000_000 },
    })
    const result = await tight.treat('rebuild-mail-index')
    expect(rendered(result)).toMatchObject({ is: 'refused', why: expect.stringMatching(/not enough room/) })
    expect(tight.told).toEqual([])
  })

  test('without Full Disk Access or Automation, it says which is missing, and why', async () => {
    const lacking = (permission: 'full-disk-access' | 'automation') => ({
      mac: {
        apps: [{ app: 'apple-mail' as const, running: true, answers: 'yes' as const, damaged: ['store' as const] }],
        permissions: { [permission]: false },
      },
    })
    const blind = await SceneRunner.open('mail-index-damaged')
    const context = await blind.remedyContext()
    for (const permission of ['full-disk-access', 'automation'] as const) {
      const runner = await SceneRunner.open('mail-index-damaged', lacking(permission))
      const result = await runner.treat('rebuild-mail-index', { ...context, world: runner.played.world })
      const words = permission === 'automation' ? /ask Mail to quit/ : /needs Full Disk Access/
      expect(rendered(result)).toMatchObject({ is: 'refused', why: expect.stringMatching(words) })
    }
  })
})

describe('while it would do harm', () => {
  test.each([
    ['retry-send', 'perhaps-it-has-arrived'],
    ['relaunch-client', 'perhaps-it-has-arrived'],
    ['retry-send', 'shut-out-after-wrong-passwords'],
    ['relaunch-client', 'shut-out-after-wrong-passwords'],
  ])('%s is refused in %s', { timeout: 60_000 }, async (remedy, scene) => {
    const runner = await SceneRunner.open(scene)
    expect(await runner.treat(remedy)).toMatchObject({ is: 'refused' })
  })
})

/** Everything in the scene's home but our own folder, and what changes by itself. */
function filesIn({ played }: SceneRunner): Record<string, string> {
  const home = played.home
  return Object.fromEntries(
    readdirSync(home, { recursive: true, encoding: 'utf8', withFileTypes: true }).flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      const name = path.slice(home.length)
      // What a database keeps beside itself comes and goes.
      if (!entry.isFile() || /Outbox Doctor|-wal$|-shm$|\.cleared$|\/Main\/0\/|\/Logs\//.test(name)) return []
      const content = /Index$|\.sqlite$/.test(name) ? '' : createHash('sha256').update(readFileSync(path)).digest('hex')
      return [[name, content]]
    }),
  )
}

import { expect, test } from 'vitest'
import { openApi } from '../../../src/api/answers/api-answers.ts'
import { GuideFollower } from '../../../src/api/answers/guide-follower.ts'
import { panelOn } from '../../../src/api/panel.ts'
import type { EventOf } from '../../../src/api/schema/table.ts'
import type { ClientAccount } from '../../../src/core/client.ts'
import { rendered } from '../../../src/core/rendered.ts'
import { openSceneSession } from '../../../src/session/scene.ts'
import { loadScene } from '../../../src/world/simulated/library.ts'

const server = (port: number) => ({ protocol: 'smtp', host: 'mail.example.net', port, security: 'tls' }) as const
const account = (port: number, more: Partial<ClientAccount> = {}): ClientAccount => ({
  id: 'a',
  email: 'anna@example.net',
  client: 'apple-mail',
  enabled: true,
  outgoing: server(port),
  ...more,
})

function following() {
  const noticed: string[] = []
  const follower = new GuideFollower((id, remedy) => noticed.push(`${id} ${remedy}`))
  return { noticed, follower, seen: (...accounts: ClientAccount[]) => follower.seen({ accounts }) }
}

test('a change of the settings is noticed while a guide is read, once, and by the guide that was read last', () => {
  const { noticed, follower, seen } = following()
  seen(account(587))
  seen(account(25))
  expect(noticed).toEqual([])
  follower.shown('a', 'other-port')
  follower.shown('a', 'other-name')
  seen(account(25), account(587, { id: 'b' }))
  seen(account(25), account(465, { id: 'b' }))
  expect(noticed).toEqual([])
  seen(account(465))
  seen(account(465))
  expect(noticed).toEqual(['a other-name'])
  seen(account(465, { enabled: false }))
  expect(noticed).toEqual(['a other-name', 'a other-name'])
})

test('what one look tells and another does not is no change, and a server that was not there is one', () => {
  const { noticed, follower, seen } = following()
  seen(account(587))
  follower.shown('a', 'other-port')
  const outgoing = { ...server(587), auth: 'password' as const }
  seen(account(587, { outgoing }))
  seen(account(587, { offline: false }))
  expect(noticed).toEqual([])
  const { outgoing: _none, ...none } = account(587)
  seen(none)
  seen(account(587))
  expect(noticed).toHaveLength(2)
})

test('what we change ourselves is not taken for the person’s doing', () => {
  const { noticed, follower, seen } = following()
  seen(account(587))
  follower.shown('a', 'other-port')
  follower.forget('a')
  seen(account(465))
  expect(noticed).toEqual([])
})

test('a guide that is shown before anything was seen begins with the first look', () => {
  const { noticed, follower, seen } = following()
  follower.shown('a', 'other-port')
  seen(account(587))
  expect(noticed).toEqual([])
  seen(account(465))
  expect(noticed).toEqual(['a other-port'])
})

const remedy = 'switch-port-by-hand'

test('the port is changed by hand in Mail: it is noticed, said, checked, and has helped', {
  timeout: 90_000,
}, async () => {
  const scene = loadScene('hotel-wifi-blocks-587')
  const byHand = scene.mends?.find((one) => one.remedy === remedy && one.world.account)?.world
  if (!byHand) throw new Error('The scene does not know how it is done by hand.')
  const session = await openSceneSession({ ...scene, later: [{ after: 240_000, world: byHand }] }, { speed: 1 })
  const api = openApi({ about: { name: 'Outbox Doctor', version: '0', license: 'MIT' }, session })
  try {
    const panel = panelOn(api.endpoint)
    const told: EventOf<'treating'>[] = []
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const { promise: guided, resolve: guide } = Promise.withResolvers<void>()
    panel.listen({
      state({ status, diagnosis }) {
        if (status !== 'stuck' || !diagnosis?.causes[0]) return
        void panel.ask.guide({ account: diagnosis.account, remedy }).then((answer) => answer.ok && guide())
      },
      treating(treating) {
        told.push(treating)
        if (treating.phase === 'ended') end()
      },
    })
    await session.played.hasten(guided)
    expect(told).toEqual([])
    await session.played.hasten(ended)
    const last = told.at(-1)
    expect(rendered(last?.told ?? [])).toEqual([
      'The settings of this account have changed. Checking whether that helped.',
      'Checking what you did.',
    ])
    expect(last).toMatchObject({ remedy, treated: { is: 'treated', treatment: { outcome: 'cured' } } })
  } finally {
    await api.close()
  }
})

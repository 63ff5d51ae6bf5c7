import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startAgent } from '../src/agent.ts'
import { defaultSettings } from '../src/core/settings.ts'
import type { State } from '../src/core/state.ts'
import type { Doctor } from '../src/doctor/doctor.ts'
import { readScene } from '../src/world/simulated/scene.ts'
import { playScene } from '../src/world/simulated/world.ts'
import { ownFolder } from './history/folder.ts'

/** A hotel whose network lets nothing through on port 587. */
const scene = {
  title: 'A blocked port',
  story: 'The network lets nothing through on port 587.',
  expects: { first: null, status: 'unsure' },
  now: '2026-11-20T09:30:00Z',
  account: {
    email: 'anna@example.net',
    client: 'apple-mail',
    outgoing: { host: 'mail.example.net', port: 587, security: 'starttls' },
  },
  way: { ports: { 587: 'silent' } },
  outbox: [{ waiting: '1m' }],
}

/** The first state in which this is true. */
function stateWith(watching: Doctor, isTrue: (state: State) => boolean): Promise<State> {
  return new Promise((resolve) => {
    const check = (state: State) => {
      if (isTrue(state)) resolve(state)
    }
    check(watching.state())
    watching.listen(check)
  })
}

test('stuck mail is seen in the store of a mail app, examined, named, and remembered over a restart', async () => {
  const played = await playScene(readScene(JSON.stringify(scene)))
  onTestFinished(() => played.close())
  const path = join(ownFolder(), 'history.sqlite')
  const request = { outside: played.outside, settings: defaultSettings }

  const agent = startAgent(played.world, path)
  const watching = agent.watch(request)
  await played.hasten(stateWith(watching, ({ waiting, examining }) => waiting.length === 1 && !examining))
  const isNamed = ({ status, episodes }: State) => status === 'stuck' && Boolean(episodes[0]?.cause)
  const stuck = await played.hasten(stateWith(watching, isNamed))
  expect(stuck).toMatchObject({ waiting: [{ client: 'apple-mail', stuck: true }], unseen: [] })
  expect(stuck.episodes[0]?.cause).toBe(stuck.diagnosis?.causes[0]?.id)
  await played.hasten(watching.stop())
  const occasions = [...agent.history({ since: 0 })].map(({ why }) => why)
  expect(occasions).toEqual(expect.arrayContaining(['pulse', 'stuck']))
  agent.close()

  const next = startAgent(played.world, path)
  onTestFinished(() => next.close())
  const again = next.watch(request)
  onTestFinished(() => again.stop())
  const resumed = await played.hasten(stateWith(again, ({ clients }) => clients.length > 0))
  expect(resumed.episodes).toEqual(stuck.episodes)
  expect(next.episodes(0)).toMatchObject([{ hosts: ['mail.example.net'], cause: stuck.episodes[0]?.cause }])
})

test('a pause outlives a restart for whoever can end it, and nobody else', async () => {
  const played = await playScene(readScene(JSON.stringify({ ...scene, outbox: [] })))
  onTestFinished(() => played.close())
  const path = join(ownFolder(), 'history.sqlite')
  const { clock } = played.world
  const until = clock.now() + 3_600_000
  /** Watches after a restart, does this, and stops again. */
  const watched = async (
    keepPause: boolean,
    isTrue: (state: State) => boolean,
    act: (doctor: Doctor) => void = () => {},
  ) => {
    const agent = startAgent(played.world, path)
    const watching = agent.watch({ outside: played.outside, settings: defaultSettings, keepPause })
    try {
      act(watching)
      return await played.hasten(stateWith(watching, isTrue))
    } finally {
      await watching.stop()
      agent.close()
    }
  }
  const seen = ({ clients }: State) => clients.length > 0
  await watched(
    true,
    ({ status }) => status === 'paused',
    (doctor) => doctor.pause(until),
  )
  expect(await watched(true, seen)).toMatchObject({ status: 'paused', pausedUntil: until })
  expect(await watched(false, seen)).not.toHaveProperty('pausedUntil')
  await played.leap(until - clock.now())
  expect(await watched(true, seen)).not.toHaveProperty('pausedUntil')
})

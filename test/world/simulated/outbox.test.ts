import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { type Observation, observationWithoutSubjects } from '../../../src/core/client.ts'
import { playScene } from '../../../src/world/simulated/world.ts'
import { sceneWith } from './play.ts'
import { readersOf } from './watched.ts'

const accounts = {
  'apple-mail': { client: 'apple-mail' },
  outlook: { client: 'outlook' },
} as const

const account = (client: keyof typeof accounts) => ({
  ...accounts[client],
  email: 'anna@example.net',
  incoming: { protocol: 'imap', host: 'mail.example.net', port: 993, security: 'tls' },
  outgoing: { host: 'mail.example.net', port: 587, security: 'starttls' },
})

/** What the reader of the app's store sees after each of these times. */
async function sights(difference: object, times: readonly number[]): Promise<Observation[]> {
  const scene = sceneWith(difference)
  const played = await playScene(scene)
  const [reader] = readersOf(scene)
  if (!reader) throw new Error('There is an app.')
  const { mac, clock } = played.world
  try {
    const all: Observation[] = []
    for (const time of [0, ...times]) {
      if (time > 0) await played.leap(time)
      all.push(observationWithoutSubjects(await reader.read(mac, clock.now(), AbortSignal.timeout(20_000))))
    }
    return all
  } finally {
    reader.close()
    await played.close()
  }
}

const messagesIn = ({ outbox }: Observation) => (outbox.seen ? outbox.messages : [])

describe.each(['apple-mail', 'outlook'] as const)('the outbox of %s over time', (client) => {
  const later = [
    { after: '1m', world: { outbox: [{ waiting: '0s', name: 'a' }] } },
    {
      after: '2m',
      world: {
        outbox: [
          { waiting: '0s', name: 'a' },
          { waiting: '0s', name: 'b' },
        ],
      },
    },
    { after: '3m', world: { outbox: [{ waiting: '0s', name: 'b' }] } },
    { after: '4m', world: { outbox: [] } },
  ]

  test('messages come and go, and keep their names while they wait', async () => {
    const all = await sights({ account: account(client), later }, [61_000, 60_000, 60_000, 60_000])
    const ids = all.map((sight) => messagesIn(sight).map(({ id }) => id))
    expect(ids.map(({ length }) => length)).toEqual([0, 1, 2, 1, 0])
    const [, first = [], both = [], second = []] = ids
    expect(both).toEqual([...first, ...second])
    expect(all.every(({ outbox }) => outbox.seen)).toBe(true)
  })

  test('what waits at the beginning is as old as it says', async () => {
    const [sight] = await sights({ account: account(client), outbox: [{ waiting: '20m' }] }, [])
    if (!sight) throw new Error('It was looked at.')
    expect(messagesIn(sight).map(({ waitingSince }) => Math.round((sight.at - waitingSince) / 60_000))).toEqual([20])
  })
})

test('Outlook gives a message back, and the reader notices', async () => {
  const outbox = [{ waiting: '1m', leaves: 'to-drafts' }]
  const later = [{ after: '1m', world: { outbox: [] } }]
  const [before, after] = await sights({ account: account('outlook'), outbox, later }, [61_000])
  expect(before && messagesIn(before)).toHaveLength(1)
  expect(after?.returned).toEqual(before && messagesIn(before).map(({ id }) => id))
})

test('nothing is left behind', async () => {
  const homes = () => readdirSync(tmpdir()).filter((name) => name.startsWith('outbox-doctor-scene-'))
  const before = homes()
  const played = await playScene(sceneWith({ outbox: [{ waiting: '1m' }] }))
  const listed = await played.world.mac.files.list('~/Library/Mail', AbortSignal.timeout(20_000))
  expect(listed.seen).toBe(true)
  const [own = ''] = homes().filter((name) => !before.includes(name))
  await played.close()
  expect(own).not.toBe('')
  expect(existsSync(`${tmpdir()}/${own}`)).toBe(false)
})

test.each(['apple-mail', 'outlook'] as const)('every message in %s has a subject, told or made up', async (client) => {
  const outbox = [{ waiting: '3m', subject: 'An offer' }, ...Array.from({ length: 25 }, () => ({ waiting: '1m' }))]
  const scene = sceneWith({ account: account(client), outbox })
  const played = await playScene(scene)
  const [reader] = readersOf(scene)
  try {
    const { mac, clock } = played.world
    const look = await reader?.read(mac, clock.now(), AbortSignal.timeout(20_000))
    const subjects = look?.outbox.seen ? look.outbox.messages.map(({ subject }) => subject) : []
    expect(subjects).toHaveLength(26)
    expect(subjects).toContain('An offer')
    expect(subjects).not.toContain(undefined)
    expect(new Set(subjects).size).toBe(26)
  } finally {
    reader?.close()
    await played.close()
  }
})

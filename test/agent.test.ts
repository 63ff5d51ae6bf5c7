import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { type Agent, startAgent } from '../src/agent.ts'
import { foreignName } from '../src/core/sentence.ts'
import { openHistory } from '../src/history/history.ts'
import { loadScene } from '../src/world/simulated/library.ts'
import { readScene } from '../src/world/simulated/scene.ts'
import { playScene } from '../src/world/simulated/world.ts'
import { ownFolder } from './history/folder.ts'
import { recordOf } from './history/records.ts'

const day = 86_400_000
const now = Date.parse('2026-11-20T09:30:00Z')

/** A healthy account in a made-up world, on a Mac whose clock may be wrong, with a history of its own. */
async function agentIn(world: { clock?: string } = {}) {
  const scene = {
    title: 'Healthy',
    story: 'Nothing is wrong.',
    expects: { first: null, status: 'clear' },
    now: new Date(now).toISOString(),
    account: {
      email: 'anna@example.net',
      outgoing: { host: 'smtp.example.net', port: 465, security: 'tls' },
    },
    mac: world,
  }
  const played = await playScene(readScene(JSON.stringify(scene)))
  const path = join(ownFolder(), 'history.sqlite')
  const started: Agent[] = []
  onTestFinished(async () => {
    for (const agent of started) agent.close()
    await played.close()
  })
  const start = () => {
    const agent = startAgent(played.world, path)
    started.push(agent)
    return { ...agent, examine: (asked: typeof request) => played.hasten(agent.examine(asked)) }
  }
  const [account] = played.accounts
  if (!account) throw new Error('The scene has an account.')
  const request: Parameters<Agent['examine']>[0] = {
    account,
    outside: played.outside,
    signal: new AbortController().signal,
  }
  return { path, start, request }
}

test('what was examined is remembered', async () => {
  const { start, request } = await agentIn()
  const agent = start()
  const { diagnosis, findings, unrecorded } = await agent.examine(request)
  expect(unrecorded).toBeUndefined()
  const [remembered, ...more] = [...agent.history({ since: now })]
  expect(more).toEqual([])
  expect(remembered?.status).toBe(diagnosis.status)
  expect(new Set(remembered?.findings.map(({ probe }) => probe))).toEqual(
    new Set(findings.map(({ probe }) => probe.id)),
  )
})

test('the diagnosis stands where it could not be written down', async () => {
  const { path, start, request } = await agentIn()
  const agent = start()
  const vandal = new Database(path)
  vandal.exec('DROP TABLE verdict')
  vandal.exec('DROP TABLE finding')
  vandal.close()
  const { diagnosis, unrecorded } = await agent.examine(request)
  expect(diagnosis.status).toBe('clear')
  expect(unrecorded).toBeInstanceOf(Error)
})

test.each([
  ['nothing was tried before', undefined, 'preferences-damaged'],
  ['its preferences were set back, and that did not help', false, 'profile-damaged'],
  ['they were set back and taken back again', true, 'preferences-damaged'],
])('what ails Outlook where %s', async (_, restored, first) => {
  const played = await playScene(loadScene('outlook-error-3253'))
  const path = join(ownFolder(), 'history.sqlite')
  if (restored !== undefined) {
    const { treatments, close } = openHistory(path)
    const at = played.world.clock.now() - 600_000
    const receipt = { remedy: 'reset-outlook-preferences', version: 1, account: 'a', causes: [], startedAt: at }
    const { id } = treatments.begin({ ...receipt, before: {} })
    treatments.end(id, { outcome: 'no effect', at, words: foreignName('It did not help.'), restored })
    close()
  }
  const agent = startAgent(played.world, path)
  onTestFinished(async () => {
    agent.close()
    await played.close()
  })
  const [account] = played.accounts
  if (!account) throw new Error('The scene has an account.')
  const { messages, outside, deep, changes } = played
  const observation = played.observationOf(account)
  const request = { account, messages, outside, deep, changes, ...(observation && { observation }) }
  const { diagnosis } = await played.hasten(agent.examine({ ...request, signal: new AbortController().signal }))
  expect(diagnosis.causes[0]?.id).toBe(first)
})

test('an interrupted examination leaves no trace', async () => {
  const { start, request } = await agentIn()
  const agent = start()
  const controller = new AbortController()
  const tell = () => controller.abort(new Error('Enough.'))
  await expect(agent.examine({ ...request, signal: controller.signal, onProgress: tell })).rejects.toThrow('Enough.')
  expect([...agent.history({ since: 0 })]).toEqual([])
})

test.each([
  ['right', '0s', 1],
  ['years ahead', '900d', 2],
])('what is older than a year is forgotten, but not on the word of a clock that is %s', async (_how, clock, left) => {
  const { path, start, request } = await agentIn({ clock })
  const before = openHistory(path)
  before.record(recordOf({ at: now - 400 * day }))
  before.close()
  const agent = start()
  await agent.examine(request)
  expect([...agent.history({ since: 0 })]).toHaveLength(left)
})

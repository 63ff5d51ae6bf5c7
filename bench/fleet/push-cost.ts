/**
 * What sending figures costs the agent: resident memory over the same agent without it, processor time and bytes of each
 * push, with a year of history. `node --expose-gc bench/fleet/push-cost.ts`
 */

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startAgent } from '../../src/agent.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import { openHistory } from '../../src/history/history.ts'
import { telemetryFile } from '../../src/storage/telemetry-file.ts'
import { realWorld } from '../../src/world/real/world.ts'
import { table } from '../statistics.ts'

const pushes = 200
const ceilings = { residentMegabytes: 3, processorMs: 5, bytes: 1_024 }
const hour = 3_600_000

const receiver = fork(join(import.meta.dirname, 'receiver.ts'))
const [{ port }] = (await once(receiver, 'message')) as [{ port: number }]
const endpoint = `http://127.0.0.1:${port}`
const folder = await mkdtemp(join(tmpdir(), 'outbox-doctor-push-'))
const path = join(folder, 'history.sqlite')
withYearOfHistory(path)

const world = realWorld()
const agent = startAgent(world, path)
// An agent has made web requests and read its history before.
for (let n = 0; n < 5; n += 1)
  await world.net.http({ url: `${endpoint}/nothing`, timeoutMs: 5_000 }, AbortSignal.timeout(5_000))
for (let n = 0; n < 5; n += 1) [...agent.history({ since: Date.now() - hour })].forEach(() => {})
agent.episodes(Date.now() - hour)
const before = await resident()

let sent = 0
let wake: (() => void) | undefined
// Between two pushes nobody waits, so that what is counted is the pushes.
const clock = {
  ...world.clock,
  wait: (ms: number, signal: AbortSignal) => {
    if (ms <= 20_000) return world.clock.wait(ms, signal)
    sent += 1
    if (sent > pushes) {
      wake?.()
      return world.clock.wait(ms, signal)
    }
    return pause(2, undefined, { signal })
  },
}
const { TelemetryLink } = await import('../../src/app/telemetry-link.ts')
const link = new TelemetryLink({
  session: { agent, world: { ...world, clock } },
  version: '1.0.0',
  state: () => ({ waiting: [], online: true, episodes: [] }),
  settings: async () => ({ ...defaultSettings, telemetry: { on: true, endpoint, headers: '' } }),
  file: telemetryFile(join(folder, 'telemetry.json')),
  newId: () => crypto.randomUUID(),
  random: () => 1,
})
const isDone = new Promise<void>((resolve) => {
  wake = resolve
})
const cpu = process.cpuUsage()
const wall = performance.now()
link.want()
await isDone
const { user, system } = process.cpuUsage(cpu)
const seconds = (performance.now() - wall) / 1_000
const after = await resident()
receiver.send('stats')
const [stats] = (await once(receiver, 'message')) as [{ requests: number; bytes: number; mostSeries: number }]
await link.stop()
agent.close()
receiver.disconnect()
await rm(folder, { recursive: true, force: true })

const each = { processorMs: (user + system) / 1_000 / pushes, bytes: stats.bytes / stats.requests }
const grown = after - before
console.log(
  table([
    ['pushes', `${pushes} in ${seconds.toFixed(1)} s`],
    ['resident memory over the agent without it', `${grown.toFixed(1)} MB`],
    ['processor of each push', `${each.processorMs.toFixed(2)} ms`],
    ['bytes of each push', each.bytes.toFixed(0)],
    ['series', String(stats.mostSeries)],
  ]),
)
const faults = [
  ...(grown > ceilings.residentMegabytes ? ['too much memory'] : []),
  ...(each.processorMs > ceilings.processorMs ? ['too much processor time'] : []),
  ...(each.bytes > ceilings.bytes ? ['too many bytes'] : []),
]
for (const fault of faults) console.log(`NOT AS IT SHOULD BE: ${fault}`)
process.exit(faults.length > 0 ? 1 : 0)

/** Megabytes of this process's own, once all that can be collected is. */
async function resident(): Promise<number> {
  for (let n = 0; n < 4; n += 1) {
    globalThis.gc?.()
    await pause(100)
  }
  return Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1_024
}

function withYearOfHistory(file: string): void {
  const history = openHistory(file)
  const now = Date.now()
  const account = { id: 'a', email: 'anna@example.org' }
  for (let n = 0; n < 400; n += 1) {
    const openedAt = now - n * 22 * hour - hour
    const one = { id: `e${n}`, client: 'apple-mail', accounts: ['a'], messages: ['m'], openedAt, cause: 'server-down' }
    history.episodes.turn(openedAt, 'opened', one, [account])
    history.episodes.turn(openedAt + hour / 2, 'closed', { ...one, closedAt: openedAt + hour / 2, end: 'sent' }, [
      account,
    ])
  }
  history.close()
}

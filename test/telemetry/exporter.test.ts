import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { PastEpisode } from '../../src/core/episode.ts'
import { render } from '../../src/core/render.ts'
import type { KeptTelemetry } from '../../src/core/telemetry.ts'
import { telemetryNames } from '../../src/session/telemetry.ts'
import { newInstallationId, telemetryFile } from '../../src/storage/telemetry-file.ts'
import { type ExporterParts, firstKept, TelemetryExporter } from '../../src/telemetry/exporter.ts'
import { realNet } from '../../src/world/real/net/net.ts'
import { HandClock } from '../hand-clock.ts'
import { ownFolder } from '../history/folder.ts'
import { encodedResponse, pointsIn, recordsIn } from './published.ts'
import { startReceiver } from './receiver.ts'

const minute = 60_000
const [cause = ''] = telemetryNames.causes

let collector: Awaited<ReturnType<typeof startReceiver>>
beforeEach(async () => {
  collector = await startReceiver()
  onTestFinished(() => collector.stop())
})

/** An exporter over real sockets to a real receiver, on a clock that a test moves on. */
function started(more: Partial<ExporterParts> = {}) {
  const clock = new HandClock()
  const file = telemetryFile(join(ownFolder(), 'telemetry.json'))
  const net = realNet({ clock, systemRoots: [] })
  const episodes: PastEpisode[] = []
  const state = { waiting: [] as { stuck: boolean }[], online: true }
  const warn = vi.fn()
  const parts: ExporterParts = {
    endpoint: collector.url,
    headers: '',
    http: net.http,
    store: file,
    facts: async ({ probes }) => ({
      now: clock.now(),
      state: state as never,
      episodes,
      treatments: [],
      probes: { ms: [], until: probes },
    }),
    names: telemetryNames,
    resource: { 'service.name': 'outbox-doctor', 'service.version': '1.2.3' },
    version: '1.2.3',
    isFrugal: async () => false,
    newId: newInstallationId,
    random: () => 0.5,
    clock,
    log: { warn },
    ...more,
  }
  const exporter = new TelemetryExporter(parts)
  onTestFinished(() => exporter.stop())
  /** The first goes half a minute after its start: `random` says so. */
  const first = () => clock.pass(30_000)
  const kept = (isSo: (kept: KeptTelemetry) => boolean) =>
    vi.waitFor(async () => {
      const found = await file.read()
      if (!found || !isSo(found)) throw new Error('Not yet.')
      return found
    })
  const taken = () => kept(({ last }) => last?.taken === true)
  const told = async (isTaken = false) =>
    render((await kept(({ last }) => last?.taken === isTaken)).last?.told ?? { key: '' })
  const spell = (id: string, one: Partial<PastEpisode> = {}): PastEpisode => ({
    id,
    client: 'apple-mail',
    accounts: ['a'],
    messages: ['m'],
    openedAt: clock.now(),
    hosts: [],
    transitions: [],
    cause,
    ...one,
  })
  return { exporter, clock, file, episodes, state, warn, first, kept, taken, told, spell, parts }
}
const arrivals = (count: number, signal: 'metrics' | 'logs' = 'metrics') =>
  vi.waitFor(() => expect(collector.of(signal)).toHaveLength(count))

test('tells once a minute how things stand, by a random name of its own', async () => {
  const { first, clock, taken, state } = started()
  await first()
  await arrivals(1)
  const { id, since } = await taken()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
  const [one] = collector.of('metrics')
  expect(one?.headers).toMatchObject({ 'content-type': 'application/x-protobuf', 'user-agent': 'Outbox-Doctor/1.2.3' })
  const points = pointsIn(one?.body ?? Buffer.alloc(0))
  expect(new Set(points.map(({ labels }) => labels['service.instance.id']))).toEqual(new Set([id]))
  expect(points.find(({ name }) => name === 'outbox_doctor.probe.duration')?.startMs).toBe(since)
  state.waiting.push({ stuck: true })
  await clock.pass(minute)
  await arrivals(2)
  const again = pointsIn(collector.of('metrics')[1]?.body ?? Buffer.alloc(0))
  expect(again.find(({ labels }) => labels['outbox_doctor.message.state'] === 'stuck')?.value).toBe(1)
  // Nothing ended, so nothing is recorded.
  expect(collector.of('logs')).toEqual([])
})

test('a healthy Mac says all of it in less than a kilobyte', async () => {
  const { first } = started()
  await first()
  await arrivals(1)
  expect(collector.of('metrics')[0]?.body.length).toBeLessThan(1_024)
})

test('an open spell is told within seconds, and many changes at once', async () => {
  const { exporter, first, clock, taken, episodes, spell } = started()
  await first()
  await taken()
  episodes.push(spell('a'))
  for (let n = 0; n < 5; n += 1) exporter.hear({ episodes: [{ ...spell('a'), messages: [`${n}`] }] })
  await clock.pass(15_000)
  await arrivals(2)
  const points = pointsIn(collector.of('metrics')[1]?.body ?? Buffer.alloc(0))
  expect(points.find(({ name }) => name === 'outbox_doctor.episode.open')).toMatchObject({
    value: 1,
    labels: { 'outbox_doctor.cause.id': cause, 'outbox_doctor.episode.age': 'new' },
  })
})

test('what ended is one record, told once, also over a restart', async () => {
  const { exporter, first, clock, taken, episodes, spell, parts } = started()
  await first()
  await taken()
  episodes.push(spell('a', { openedAt: clock.now() - minute, closedAt: clock.now() + 1, end: 'sent' }))
  await clock.pass(minute)
  await arrivals(1, 'logs')
  expect(recordsIn(collector.of('logs')[0]?.body ?? Buffer.alloc(0))).toMatchObject([
    { name: 'outbox_doctor.episode.ended', labels: { 'outbox_doctor.cause.id': cause } },
  ])
  await vi.waitFor(async () => expect((await parts.store.read())?.tally.episodes).toEqual({ [cause]: 1 }))
  await exporter.stop()
  const next = new TelemetryExporter(parts)
  onTestFinished(() => next.stop())
  const before = collector.of('metrics').length
  await clock.pass(30_000)
  await arrivals(before + 1)
  const points = pointsIn(collector.of('metrics').at(-1)?.body ?? Buffer.alloc(0))
  expect(points.find(({ name }) => name === 'outbox_doctor.episodes')?.value).toBe(1)
  expect(collector.of('logs')).toHaveLength(1)
})

test('a record waits for a collector that cannot take it now', async () => {
  const { first, clock, taken, episodes, spell } = started()
  await first()
  await taken()
  episodes.push(spell('a', { openedAt: clock.now() - minute, closedAt: clock.now() + 1, end: 'sent' }))
  collector.answer(({ signal }, response) => void response.writeHead(signal === 'logs' ? 503 : 200).end())
  await clock.pass(minute)
  await arrivals(1, 'logs')
  collector.answer(undefined)
  await vi.waitFor(async () => {
    await clock.pass(minute)
    expect(collector.of('logs')).toHaveLength(2)
  })
  const [one, two] = collector.of('logs').map(({ body }) => recordsIn(body)[0]?.ms)
  expect(two).toBe(one)
})

test('a store of figures that takes no records is not asked for it again', async () => {
  const { first, clock, taken, told, episodes, spell } = started()
  await first()
  await taken()
  collector.answer(({ signal }, response) => void response.writeHead(signal === 'logs' ? 404 : 200).end())
  episodes.push(spell('a', { openedAt: clock.now() - minute, closedAt: clock.now() + 1, end: 'sent' }))
  await clock.pass(minute)
  expect(await told()).toBe('The collector took it. Of what ended: Nothing takes figures at this address (status 404).')
  const before = collector.of('metrics').length
  await vi.waitFor(async () => {
    await clock.pass(minute)
    expect(collector.of('metrics').length).toBeGreaterThan(before + 2)
  })
  expect(collector.of('logs')).toHaveLength(1)
})

describe('whatever the collector does, it is told in a sentence and asked less often', () => {
  test.each([
    [400, 'The collector does not understand what it is sent (status 400).'],
    [415, 'The collector does not understand what it is sent (status 415).'],
    [429, 'The collector cannot take it now (status 429); it is tried again later.'],
    [503, 'The collector cannot take it now (status 503); it is tried again later.'],
    [500, 'The collector refused it (status 500).'],
  ])('%i', async (status, words) => {
    const { first, told, clock, warn } = started()
    collector.answer((_, response) => void response.writeHead(status, { 'content-type': 'text/plain' }).end('no'))
    await first()
    expect(await told()).toBe(words)
    // Twice as long, less up to half of it.
    await clock.pass(minute)
    expect(collector.received).toHaveLength(1)
    await clock.pass(2 * minute)
    await arrivals(2)
    expect(warn).not.toHaveBeenCalled()
  })

  test('429 with a wait of ten minutes: not one request earlier', async () => {
    const { exporter, first, told, clock, spell } = started()
    collector.answer((_, response) => void response.writeHead(429, { 'retry-after': '600' }).end())
    await first()
    await told()
    // Nor for what is new.
    exporter.hear({ episodes: [spell('a')] })
    await clock.pass(599_000)
    expect(collector.received).toHaveLength(1)
    await clock.pass(3 * minute)
    await arrivals(2)
  })

  test('a part is taken: it is told, and not sent again', async () => {
    const { first, told, clock } = started()
    const body = encodedResponse('metrics', { partialSuccess: { rejectedDataPoints: 2, errorMessage: 'too old' } })
    collector.answer((_, response) => void response.writeHead(200).end(body))
    await first()
    expect(await told(true)).toBe('The collector took it, but not all (2 left out); it says: “too old”')
    await clock.pass(minute)
    await arrivals(2)
  })

  test('a redirect leads nowhere', async () => {
    const elsewhere = await startReceiver()
    onTestFinished(() => elsewhere.stop())
    const { first, told } = started({ headers: 'authorization=Bearer%20canary' })
    collector.answer((_, response) => void response.writeHead(307, { location: `${elsewhere.url}/v1/metrics` }).end())
    await first()
    expect(await told()).toContain('(status 307), which is not followed')
    expect(elsewhere.connections).toBe(0)
  })

  test('silence ends after ten seconds', async () => {
    const { first, told, clock } = started()
    collector.answer(() => {})
    await first()
    await arrivals(1)
    await clock.pass(10_000)
    expect(await told()).toBe('The collector did not answer.')
  })

  test('an answer without end is read only so far', async () => {
    const { first, told } = started()
    let sent = 0
    collector.answer((_, response) => {
      response.writeHead(200)
      const more = () => {
        sent += 65_536
        if (!response.destroyed && sent < 2 ** 28) response.write(Buffer.alloc(65_536, 0xff), more)
      }
      more()
    })
    await first()
    expect(await told(true)).toBe('The collector took it.')
    expect(sent).toBeLessThan(2 ** 25)
  })

  test.each(['half an answer', 'no HTTP', 'a closed door'])('%s', async (kind) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => {
        if (kind === 'a closed door') return void socket.resetAndDestroy()
        socket.end(
          kind === 'no HTTP' ? '220 mail.example.org ESMTP\r\n' : 'HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\nhalf',
        )
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as { port: number }
    const { first, told } = started({ endpoint: `http://127.0.0.1:${port}` })
    await first()
    expect(await told()).toBe('The collector did not answer.')
  })

  test('nobody there', async () => {
    collector.stop()
    const { first, told } = started()
    await first()
    expect(await told()).toBe('The collector did not answer: nothing takes connections there.')
  })

  test('the longest it waits is an hour and a half, however long it failed', async () => {
    const { first, told, clock } = started()
    collector.answer((_, response) => void response.writeHead(503, { 'retry-after': '99999999' }).end())
    await first()
    await told()
    await clock.pass(90 * minute)
    await arrivals(2)
  })
})

test('a secret goes with what is sent, and never over an open line to somebody else', async () => {
  const { first, taken } = started({ headers: 'authorization=Bearer%20canary, x-scope-orgid=7' })
  await first()
  await taken()
  expect(collector.received[0]?.headers).toMatchObject({ authorization: 'Bearer canary', 'x-scope-orgid': '7' })
  const asked: string[] = []
  const open = started({
    endpoint: 'http://collector.example.org:4318',
    headers: 'authorization=Bearer%20canary',
    http: async ({ url }) => {
      asked.push(url)
      return { outcome: 'silent', ms: 0 }
    },
  })
  await open.first()
  expect(await open.told()).toContain('a secret goes with it')
  expect(asked).toEqual([])
})

test('offline, nothing is tried, and on battery less', async () => {
  const { first, clock, state } = started({ isFrugal: async () => true })
  state.online = false
  await first()
  await clock.pass(299_000)
  expect(collector.connections).toBe(0)
  state.online = true
  await clock.pass(2_000)
  await arrivals(1)
})

test('another id, wanted by somebody else meanwhile, holds and begins with nothing', async () => {
  const { first, taken, clock, file, episodes, spell } = started()
  episodes.push(spell('a', { closedAt: clock.now() + 1, end: 'sent' }))
  await first()
  const { id } = await taken()
  await file.write(firstKept(newInstallationId(), clock.now()))
  const { id: other } = (await file.read()) ?? {}
  expect(other).not.toBe(id)
  await clock.pass(minute)
  await arrivals(2)
  const points = pointsIn(collector.of('metrics')[1]?.body ?? Buffer.alloc(0))
  expect(new Set(points.map(({ labels }) => labels['service.instance.id']))).toEqual(new Set([other]))
  expect(points.some(({ name }) => name === 'outbox_doctor.episodes')).toBe(false)
})

test('where nothing can be kept, it is one installation as long as it runs', async () => {
  const store = { read: async () => undefined, write: async () => Promise.reject(new Error('full')) }
  const { first, clock, warn } = started({ store })
  await first()
  await arrivals(1)
  await vi.waitFor(() => expect(warn).toHaveBeenCalled())
  await clock.pass(minute)
  await arrivals(2)
  const ids = collector.of('metrics').map(({ body }) => pointsIn(body)[0]?.labels['service.instance.id'])
  expect(new Set(ids).size).toBe(1)
})

test('a fault of ours in putting it together stops neither it nor anything else', async () => {
  let calls = 0
  const { first, clock, warn } = started({
    facts: async ({ probes }) => {
      calls += 1
      if (calls === 1) throw new Error('broken')
      const state = { waiting: [], online: true }
      return { now: clock.now(), state, episodes: [], treatments: [], probes: { ms: [], until: probes } }
    },
  })
  await first()
  await vi.waitFor(() => expect(warn).toHaveBeenCalledWith('telemetry-failed', expect.anything()))
  await clock.pass(30 * minute)
  await arrivals(1)
})

test('once stopped, nothing is sent any more', async () => {
  const { exporter, first, taken, clock } = started()
  await first()
  await taken()
  await exporter.stop()
  await clock.pass(60 * minute)
  expect(collector.of('metrics')).toHaveLength(1)
})

/**
 * Takes what a fleet sends, as a process of its own: decodes it by the published messages, counts, and says when the same
 * cause began on five Macs. What comes for a store is passed on to it as it came. `node bench/fleet/receiver.ts [STORE]`
 */
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { manyMacs } from '../../deploy/alert-rules.ts'
import { pointsIn, recordsIn, type SentPoint } from '../../test/telemetry/published.ts'

const [, , store] = process.argv
/** Prometheus takes the last value of this long for what holds now. */
const staleMs = 5 * 60_000

const series = new Map<string, Set<string>>()
const open = new Map<string, { point: SentPoint; at: number }>()
const fired = new Map<string, number>()
const counts = { requests: 0, bytes: 0, records: 0, refused: 0, largest: 0, private: 0 }

const instanceOf = ({ labels }: Pick<SentPoint, 'labels'>) => String(labels['service.instance.id'])

function note(point: SentPoint): void {
  const own = series.get(instanceOf(point)) ?? new Set<string>()
  series.set(instanceOf(point), own)
  const key = `${point.name} ${JSON.stringify(point.labels)}`
  const parts = point.histogram
    ? [...point.histogram.buckets.map((_, n) => `${key} ${n}`), `${key} s`, `${key} c`]
    : [key]
  for (const part of parts) own.add(part)
  if (point.name === 'outbox_doctor.episode.open') open.set(key, { point, at: Date.now() })
}

/** The shipped rule, by what this process has heard. */
function judge(): void {
  const macs = new Map<string, Set<string>>()
  for (const { point, at } of open.values()) {
    const { 'outbox_doctor.cause.id': cause, 'outbox_doctor.episode.age': age } = point.labels
    const isSo = age === 'new' && (point.value ?? 0) > 0 && Date.now() - at < staleMs
    if (!isSo || cause === 'other' || cause === 'unexplained') continue
    macs.set(String(cause), (macs.get(String(cause)) ?? new Set()).add(instanceOf(point)))
  }
  for (const [cause, on] of macs) if (on.size >= manyMacs && !fired.has(cause)) fired.set(cause, Date.now())
}

function passOn(path: string, body: Buffer): Promise<number> {
  if (store === undefined || !path.endsWith('metrics')) return Promise.resolve(200)
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/x-protobuf', 'content-length': body.length }
    const sent = request(`${store}${path}`, { method: 'POST', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 500)
    })
    sent.on('error', () => resolve(503))
    sent.end(body)
  })
}

async function take(path: string, body: Buffer): Promise<number> {
  if (!/^\/v1\/(metrics|logs)$/.test(path)) return 404
  counts.requests += 1
  counts.bytes += body.length
  counts.largest = Math.max(counts.largest, body.length)
  if (body.includes('canary') || body.includes('example.org')) counts.private += 1
  if (path === '/v1/metrics') for (const point of pointsIn(body)) note(point)
  else counts.records += recordsIn(body).length
  judge()
  const status = await passOn(path, body)
  if (status >= 300) counts.refused += 1
  return status
}

async function bodyOf(from: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of from as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const server = createServer(async (asked, response) => {
  response.writeHead(await take(asked.url ?? '', await bodyOf(asked))).end()
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  const perMac = [...series.values()].map(({ size }) => size)
  process.send?.({
    ...counts,
    macs: series.size,
    series: perMac.reduce((sum, size) => sum + size, 0),
    mostSeries: Math.max(0, ...perMac),
    fired: [...fired],
    cpuMs: (user + system) / 1_000,
  })
})
process.on('disconnect', () => process.exit())

/**
 * A year of five accounts, examined every quarter of an hour, with 300 episodes: how soon any zoom of the timeline is
 * read, what the database weighs, and what one examination costs to write. `node bench/timeline.ts [DATABASE]` keeps
 * the database where it is told, and takes one that is there already.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExaminationRecord } from '../src/core/examination-record.ts'
import type { Layer } from '../src/core/layer.ts'
import type { Account } from '../src/core/mail.ts'
import type { Change } from '../src/core/network.ts'
import { duration, type Sentence, verbatim } from '../src/core/sentence.ts'
import { type History, openHistory } from '../src/history/history.ts'
import { allProbes } from '../src/probes/index.ts'
import { median, table } from './statistics.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const end = Date.UTC(2026, 10, 20, 12, 7)
const start = end - 365 * day
const rounds = 40
const names = ['home', 'work', 'club', 'shop', 'old']
const accounts: Account[] = names.map((name) => ({
  id: name,
  email: `anna@${name}.example`,
  incoming: { protocol: 'imap', host: `imap.${name}.example`, port: 993, security: 'tls' },
  outgoing: { protocol: 'smtp', host: `smtp.${name}.example`, port: 587, security: 'starttls' },
}))
// Of 26 questions, as many as make three million findings of a year.
const asked = allProbes.slice(0, 18)

/** The same year every time. */
let seed = 42
function chance(): number {
  seed = (seed * 1_664_525 + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}
const upTo = (most: number) => Math.floor(chance() * most)

function examination(account: Account, at: number, sick: Layer | undefined): ExaminationRecord {
  const findings = asked.map(({ id, layer }) => {
    const isBad = layer !== undefined && layer === sick
    const ms = 5 + upTo(400)
    const host = account.outgoing?.host ?? ''
    // Half of all lines tell an address and some counts, too.
    const more = upTo(2)
    const answered: Sentence = more
      ? {
          key: '{host} answered in {took}, at {address} and {others} more, {part} of {whole}',
          args: {
            host: verbatim(host),
            took: duration(ms),
            address: verbatim(`203.0.113.${upTo(4)}`),
            others: upTo(3),
            part: upTo(40),
            whole: 40,
          },
        }
      : { key: '{host} answered in {took}', args: { host: verbatim(host), took: duration(ms) } }
    const silent = { key: '{host} says nothing after {took}', args: { host: verbatim(host), took: duration(ms) } }
    const line = isBad ? silent : answered
    const telling = { tone: isBad ? ('bad' as const) : ('good' as const), line }
    const latency = [account.outgoing, account.incoming].map((server) => ({ host: server?.host ?? '', ms }))
    return {
      probe: id,
      finding: { state: 'known' as const, fact: { host, ms }, telling, ms },
      ...(layer && { layer, decides: 'works' as const }),
      ...(id === 'greeting' && { latency }),
    }
  })
  const causes = sick ? [cause(sick)] : []
  const status = sick ? ('stuck' as const) : ('clear' as const)
  return {
    account,
    at,
    elapsed: 900 + upTo(600),
    why: sick ? 'stuck' : 'pulse',
    findings,
    diagnosis: { status, causes, undecided: [] },
  }
}

function cause(layer: Layer): ExaminationRecord['diagnosis']['causes'][number] {
  const silent = { key: '{layer} was silent for {took}', args: { layer: verbatim(layer), took: duration(upTo(9_000)) } }
  const evidence = [silent]
  const words = { title: { key: 'T' }, plain: { key: 'P' }, details: [], against: [], explains: [], testimony: [] }
  return { id: `cause-of-${layer}`, harm: 'stops', layer, weight: 0.9, evidence, ...words }
}

const sickLayers: readonly Layer[] = ['network', 'names', 'path', 'encryption', 'signing-in', 'mail-app']
const episodes = Array.from({ length: 300 }, (_, index) => {
  const openedAt = start + upTo(365 * day)
  const closedAt = Math.min(end - minute, openedAt + (10 + upTo(180)) * minute)
  const layer = sickLayers[index % sickLayers.length] as Layer
  return { id: `e${index}`, account: index % accounts.length, openedAt, closedAt, layer }
})

function live(history: History): void {
  for (const [index, { id, openedAt, closedAt, layer, account }] of episodes.entries()) {
    const own = accounts[account] as Account
    const episode = { id, client: 'apple-mail', accounts: [own.id], messages: [`m${index}`], openedAt } as const
    history.episodes.turn(openedAt, 'opened', episode, [own])
    history.episodes.turn(openedAt + minute, 'named', { ...episode, cause: `cause-of-${layer}` }, [own])
    const ended = { ...episode, cause: `cause-of-${layer}`, closedAt, end: 'sent' as const }
    history.episodes.turn(closedAt, 'closed', ended, [own])
  }
  for (let date = start; date < end; date += day) history.changes.keep(changesOf(date))
  for (let at = start; at < end; at += 15 * minute)
    for (const [number, account] of accounts.entries()) {
      const when = at + number * 7_000
      const sick = episodes.find((one) => one.account === number && one.openedAt <= when && when < one.closedAt)
      history.record(examination(account, when, sick?.layer))
    }
}

function changesOf(date: number): Change[] {
  const at = (hours: number) => date + hours * hour + upTo(hour)
  return [
    { at: at(10), what: 'sleep', line: { key: 'The Mac fell asleep' } },
    { at: at(18), what: 'wake', line: { key: 'The Mac woke' } },
    { at: at(19), what: 'network', line: { key: 'Wi-Fi changed' } },
    { at: at(20), what: 'vpn', line: { key: 'VPN went up' } },
    { at: at(22), what: 'vpn', line: { key: 'VPN went down' } },
    { at: at(23), what: 'network', line: { key: 'Wi-Fi changed' } },
  ]
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? Number.NaN
}

interface Took {
  wall: number
  /** On a busy machine, what it would have taken alone. */
  processor: number
}

function timed(work: () => unknown): Took {
  const [began, used] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(used)
  return { wall: performance.now() - began, processor: (user + system) / 1_000 }
}

const ms = (value: number) => `${value.toFixed(1)} ms`

function row(name: string, times: readonly Took[]): string[] {
  const walls = times.map(({ wall }) => wall)
  const processor = percentile(
    times.map((one) => one.processor),
    0.95,
  )
  return [name, ms(median(walls)), ms(percentile(walls, 0.95)), ms(Math.max(...walls)), ms(processor)]
}

const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-timeline-'))
const path = process.argv[2] ?? join(folder, 'history.sqlite')
try {
  const isNew = !existsSync(path)
  const history = openHistory(path)
  if (isNew) live(history)

  const spans: readonly (readonly [string, number])[] = [
    ['10 minutes', 10 * minute],
    ['an hour', hour],
    ['6 hours', 6 * hour],
    ['a day', day],
    ['3 days', 3 * day],
    ['a week', 7 * day],
    ['a month', 30 * day],
    ['3 months', 91 * day],
    ['6 months', 182 * day],
    ['a year', 365 * day],
  ]
  const zones = ['Europe/Berlin', 'Asia/Kolkata', 'UTC']
  const widths = [360, 1_000]
  const zooms = spans.map(([name, span]) => {
    const times = Array.from({ length: rounds }, (_, round) => {
      const to = Math.round(end - chance() * (365 * day - span))
      const query = { from: to - span, to, width: widths[round % 2] ?? 360, zone: zones[round % 3] ?? 'UTC' }
      return timed(() => history.timeline.read(query, end))
    })
    return row(name, times)
  })
  const strips = (['hour', 'day'] as const).map((by) => {
    const query = { by, count: by === 'hour' ? 24 : 30, until: end, zone: 'Europe/Berlin' }
    const times = Array.from({ length: rounds }, () => timed(() => history.timeline.strip(query, end)))
    return row(`strip of ${query.count} ${by}s`, times)
  })
  const writes = Array.from({ length: 500 }, (_, index) => {
    const record = examination(
      accounts[index % 5] as Account,
      end + index * 3 * minute,
      index % 20 === 0 ? 'path' : undefined,
    )
    return timed(() => history.record(record))
  })
  history.close()

  const findings = asked.length * accounts.length * 365 * 96
  const megabytes = statSync(path).size / 1e6
  const worst = (column: number) => Math.max(...zooms.map((cells) => Number.parseFloat(cells[column] ?? '')))
  const reached = (value: number, limit: number) => (value <= limit ? 'reached' : 'MISSED')
  const write = (of: keyof Took) =>
    percentile(
      writes.map((took) => took[of]),
      0.95,
    )
  const goal = (name: string, limit: number, wall: number, processor: number) => [
    name,
    ms(wall),
    reached(wall, limit),
    ms(processor),
    reached(processor, limit),
  ]
  process.stdout.write(`${(findings / 1e6).toFixed(2)} million findings, ${episodes.length} episodes, ${rounds} reads of each zoom.

${table([['zoom', 'median', '95th percentile', 'most', 'of the processor, 95th'], ...zooms, ...strips])}

${table([
  ['goal, at the 95th percentile', 'by the clock', '', 'of the processor', ''],
  goal('any zoom within 15 ms', 15, worst(2), worst(4)),
  goal('one examination written within 2 ms', 2, write('wall'), write('processor')),
  ['the database at most 250 MB', `${megabytes.toFixed(0)} MB`, reached(megabytes, 250), '', ''],
])}
`)
} finally {
  rmSync(folder, { recursive: true })
}

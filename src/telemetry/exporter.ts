import { collectorUrl, headersIn, mayCarrySecret } from '../core/collector-address.ts'
import type { Log } from '../core/log.ts'
import { joinSentences, type Sentence, say } from '../core/sentence.ts'
import type { State } from '../core/state.ts'
import type { Attributes, KeptTelemetry, LastPush, TelemetryBatch } from '../core/telemetry.ts'
import type { Clock, Instant, Millis } from '../core/time.ts'
import type { Net } from '../core/world.ts'
import type { KnownNames, TelemetryFacts } from './facts.ts'
import { type Fate, fateOf } from './fate.ts'
import { metricsOf, type OpenPoints, openPointsIn, recordsOf } from './metrics.ts'
import { logsRequest, metricsRequest } from './otlp.ts'
import { foldTally, newTally } from './tally.ts'

/** What is kept on this computer, and read anew each time: the terminal may have changed it. */
export interface TelemetryStore {
  /** `undefined` where nothing is kept, or nothing that could be understood. Never rejects. */
  read(): Promise<KeptTelemetry | undefined>
  write(kept: KeptTelemetry): Promise<void>
}

export interface ExporterParts {
  endpoint: string
  /** As the setting has them. */
  headers: string
  http: Net['http']
  store: TelemetryStore
  /** `episodes`: going on then or later; `probes`: examinations that began after it. */
  facts(since: { episodes: Instant; probes: Instant }): Promise<TelemetryFacts>
  names: KnownNames
  /** Of this program, and of the system that it runs on. */
  resource: Attributes
  version: string
  /** On battery nobody needs figures every minute. */
  isFrugal(): Promise<boolean>
  newId(): string
  /** 0 to 1, so that a house full of Macs does not speak all at once. */
  random(): number
  clock: Clock
  log: Pick<Log, 'warn'>
}

const second: Millis = 1_000
const every = { mains: 60 * second, battery: 300 * second } as const
const longestApart: Millis = 30 * 60 * second
const timeoutMs: Millis = 10 * second
/** An answer says that it was taken, or why not. */
const maxBytes = 64 * 1_024
/** What could not be told for long is told no more. */
const mostRecords = 200

/** Sends figures to a collector, once a minute; whatever becomes of that, nothing else waits for it or hears of it. */
export class TelemetryExporter {
  readonly #parts: ExporterParts
  readonly #over = new AbortController()
  #nudge = new AbortController()
  #open = ''
  #failures = 0
  /** The collector takes no records, and is not asked again in this run. */
  #takesNoRecords = false
  /** What it heard of open spells last. */
  #told: OpenPoints = []
  /** Where nothing can be written, at least this run is one installation. */
  #kept: KeptTelemetry | undefined
  readonly #run: Promise<void>

  constructor(parts: ExporterParts) {
    this.#parts = parts
    // Whatever ended it, nobody waits for it but `stop`.
    this.#run = this.#go().catch(() => {})
  }

  /** As things stand: when another spell is open, or has another cause, it is told within seconds. */
  hear({ episodes }: Pick<State, 'episodes'>): void {
    const open = JSON.stringify(episodes.map(({ id, cause }) => [id, cause]))
    const isNew = open !== this.#open
    this.#open = open
    // Who does not answer is not asked more often for it.
    if (isNew && this.#failures === 0) this.#nudge.abort()
  }

  stop(): Promise<void> {
    this.#over.abort()
    return this.#run
  }

  async #go(): Promise<void> {
    const { clock, log, random } = this.#parts
    const { signal } = this.#over
    await clock.wait(random() * every.mains, signal)
    while (!signal.aborted) {
      let wait: Millis = longestApart
      try {
        wait = await this.#turn(signal)
      } catch (error) {
        if (signal.aborted) return
        this.#failures += 1
        log.warn('telemetry-failed', { error })
      }
      await this.#pause(wait, signal)
    }
  }

  async #pause(ms: Millis, signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#parts
    this.#nudge = new AbortController()
    const nudge = this.#nudge.signal
    try {
      await clock.wait(ms, AbortSignal.any([signal, nudge]))
    } catch (error) {
      if (signal.aborted || !nudge.aborted) throw error
      await clock.wait((2 + 13 * random()) * second, signal)
    }
  }

  /** Sends what there is; gives how long to wait. */
  async #turn(signal: AbortSignal): Promise<Millis> {
    const { store, clock, facts: ask, names, newId, random } = this.#parts
    const now = clock.now()
    const kept = (await store.read()) ?? this.#kept ?? firstKept(newId(), now)
    const { tally: before, toldUntil } = kept
    const facts = await ask({ episodes: Math.min(before.until, toldUntil, now), probes: before.probesUntil })
    const tally = foldTally(before, facts, names)
    const usual = (await this.#parts.isFrugal()) ? every.battery : every.mains
    if (!facts.state.online) {
      await this.#keep(kept, { ...kept, tally })
      return usual
    }
    const batch = this.#batch(kept, facts, { ...kept, tally })
    const { metrics, records } = await this.#send(batch, signal)
    if (metrics.is === 'taken') this.#told = openPointsIn(batch.metrics)
    if (records?.is === 'refused' && records.status === 404) this.#takesNoRecords = true
    const isTold = records !== undefined && records.is !== 'later'
    const latest = this.#takesNoRecords ? now : Math.max(toldUntil, ...batch.records.map(({ at }) => at))
    await this.#keep(kept, {
      ...kept,
      tally,
      toldUntil: isTold || this.#takesNoRecords ? latest : Math.min(toldUntil, now),
      last: lastPush(batch, metrics, records),
    })
    return this.#waitAfter([metrics, ...(records ? [records] : [])], usual, random())
  }

  #batch(kept: KeptTelemetry, facts: TelemetryFacts, { tally }: Pick<KeptTelemetry, 'tally'>): TelemetryBatch {
    const { names, resource, version } = this.#parts
    return {
      at: facts.now,
      since: kept.since,
      resource: { ...resource, 'service.instance.id': kept.id },
      metrics: metricsOf(facts, tally, { version, names, before: this.#told }),
      records: this.#takesNoRecords ? [] : recordsOf(facts, names, kept.toldUntil).slice(-mostRecords),
    }
  }

  async #send(batch: TelemetryBatch, signal: AbortSignal): Promise<{ metrics: Fate; records?: Fate }> {
    const metrics = await this.#post('v1/metrics', metricsRequest(batch), signal)
    // Records wait in the history until somebody takes figures at all.
    if (batch.records.length === 0 || metrics.is !== 'taken') return { metrics }
    return { metrics, records: await this.#post('v1/logs', logsRequest(batch), signal) }
  }

  async #post(path: Parameters<typeof collectorUrl>[1], body: Uint8Array, signal: AbortSignal): Promise<Fate> {
    const { endpoint, headers: written, http, clock, version } = this.#parts
    const headers = headersIn(written) ?? {}
    if (Object.keys(headers).length > 0 && !mayCarrySecret(endpoint)) return { is: 'refused', told: unencrypted }
    const answer = await http(
      {
        url: collectorUrl(endpoint, path),
        method: 'POST',
        headers: {
          'user-agent': `Outbox-Doctor/${version}`,
          ...headers,
          'content-type': 'application/x-protobuf',
        },
        body,
        timeoutMs,
        maxBytes,
        isBinary: true,
      },
      signal,
    )
    return fateOf(answer, clock.now())
  }

  #waitAfter(fates: readonly Fate[], usual: Millis, random: number): Millis {
    if (fates.every(({ is }) => is === 'taken')) {
      this.#failures = 0
      return usual
    }
    this.#failures += 1
    const backOff = Math.min(longestApart, usual * 2 ** Math.min(this.#failures, 10))
    const asked = Math.max(0, ...fates.map((fate) => (fate.is === 'later' ? (fate.afterMs ?? 0) : 0)))
    return Math.max(usual, asked, backOff / 2) + (random * backOff) / 2
  }

  /** What is the same but for its time is not written again: a disk is not to be kept busy by it. */
  async #keep(before: KeptTelemetry, kept: KeptTelemetry): Promise<void> {
    const { store, log } = this.#parts
    this.#kept = kept
    if (withoutTimes(before) === withoutTimes(kept)) return
    try {
      const meanwhile = await store.read()
      // Somebody wanted another id while this was sent: that one holds, and begins with nothing.
      if (meanwhile && meanwhile.id !== before.id) {
        this.#kept = meanwhile
        this.#told = []
        return
      }
      await store.write(kept)
    } catch (error) {
      log.warn('note-failed', { error })
    }
  }
}

export function firstKept(id: string, now: Instant): KeptTelemetry {
  return { id, since: now, tally: newTally(now), toldUntil: now }
}

const unencrypted: Sentence = say(
  'Nothing was sent: a secret goes with it, and the collector’s address does not begin with https://.',
)

function lastPush(batch: TelemetryBatch, metrics: Fate, records: Fate | undefined): LastPush {
  const isAllTaken = metrics.is === 'taken' && (records?.is ?? 'taken') === 'taken'
  const ofRecords =
    records && JSON.stringify(records.told) !== JSON.stringify(metrics.told)
      ? [say('Of what ended: {told}', { told: records.told })]
      : []
  return { at: batch.at, taken: isAllTaken, told: joinSentences([metrics.told, ...ofRecords]), batch }
}

function withoutTimes({ last, tally, toldUntil: _, ...kept }: KeptTelemetry): string {
  const { probesUntil: __, until: ___, ...counts } = tally
  return JSON.stringify([kept, counts, last?.told, last?.batch.resource, last?.batch.metrics, last?.batch.records])
}

import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { NamedCause } from '../../src/core/diagnosis.ts'
import type { Episode } from '../../src/core/episode.ts'
import type { ExaminationRecord } from '../../src/core/examination-record.ts'
import { incidentsOf } from '../../src/core/incidents.ts'
import { connectionLayers, type Layer, layers } from '../../src/core/layer.ts'
import type { Account } from '../../src/core/mail.ts'
import { foreignName } from '../../src/core/sentence.ts'
import type { Band } from '../../src/core/timeline.ts'
import { type History, openHistory } from '../../src/history/history.ts'
import { account, known, recordOf } from './records.ts'
import { type Day, naive, type Seen } from './timeline-naive.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const noon = Date.UTC(2026, 10, 20, 12)
const zone = 'UTC'

function opened(): History {
  const history = openHistory(':memory:')
  onTestFinished(() => history.close())
  return history
}

const conditionOf = (is: 'good' | 'bad' | 'unknown'): ExaminationRecord['findings'][number]['finding'] =>
  is === 'unknown' ? { state: 'unknown', why: foreignName('No time was left.'), ms: 1 } : known({}, 'A line', is)

/** A cause as far as the timeline cares: it says where the way ends. */
const causeAt = (layer: NamedCause['layer'], harm: NamedCause['harm'] = 'stops'): NamedCause => ({
  ...{
    id: `c-${layer}`,
    title: foreignName('A cause.'),
    plain: foreignName(''),
    details: [],
    harm,
    layer,
    weight: 1,
  },
  ...{ evidence: [], against: [], explains: [], testimony: [] },
})

/** What is bad has a cause that says so; the outbox is well where no cause stands and nobody doubts it. */
function examination(at: number, seen: Partial<Record<Layer, 'good' | 'bad' | 'unknown'>>, whose = account) {
  const findings = (Object.keys(seen) as Layer[]).map((layer) => ({
    probe: `p-${layer}`,
    layer,
    decides: 'works' as const,
    finding: conditionOf(seen[layer] ?? 'good'),
  }))
  const causes = layers.filter((layer) => seen[layer] === 'bad').map((layer) => causeAt(layer))
  const status = causes.length > 0 ? 'stuck' : seen.outbox === 'unknown' ? 'unsure' : 'waiting'
  return recordOf({ account: whose, at, findings, diagnosis: { status, causes, undecided: [] } })
}

const accountNumber = (number: number): Account => ({ ...account, email: `a${number}@example.net` })

function row(history: History, layer: Layer, from: number, to: number, now = to, width = 1_000): readonly Band[] {
  const { rows } = history.timeline.read({ from, to, width, zone }, now)
  return rows.find((one) => one.layer === layer)?.bands ?? []
}

describe('a row', () => {
  test('holds what was seen until the next look, and says where nobody looked', () => {
    const history = opened()
    history.record(examination(noon, { names: 'good' }))
    history.record(examination(noon + 15 * minute, { names: 'bad' }))
    history.record(examination(noon + 30 * minute, { names: 'good' }))
    expect(row(history, 'names', noon - 10 * minute, noon + 3 * hour)).toEqual([
      { from: noon - 10 * minute, to: noon, is: 'no data' },
      { from: noon, to: noon + 15 * minute, is: 'good' },
      { from: noon + 15 * minute, to: noon + 30 * minute, is: 'bad' },
      { from: noon + 30 * minute, to: noon + 105 * minute, is: 'good' },
      { from: noon + 105 * minute, to: noon + 3 * hour, is: 'no data' },
    ])
  })

  test('shows the short trouble of a month, too', () => {
    const history = opened()
    for (let quarter = 0; quarter < 20 * 96; quarter++)
      history.record(examination(noon + quarter * 15 * minute, { path: quarter === 700 ? 'bad' : 'good' }))
    const bands = row(history, 'path', noon, noon + 20 * day, noon + 20 * day, 60)
    expect(bands.filter(({ is }) => is === 'bad')).toHaveLength(1)
  })

  test('goes on as the last look of a minute saw it, by the minute and by the quarter', () => {
    const history = opened()
    history.record(examination(noon + 14 * minute, { path: 'bad' }))
    history.record(examination(noon + 14 * minute + 20_000, { path: 'good' }))
    history.record(examination(noon + 60 * minute, { path: 'good' }))
    expect(row(history, 'path', noon + 14 * minute, noon + 70 * minute)).toEqual([
      { from: noon + 14 * minute, to: noon + 15 * minute, is: 'bad' },
      { from: noon + 15 * minute, to: noon + 70 * minute, is: 'good' },
    ])
    const quarters = row(history, 'path', noon, noon + 60 * minute, noon + 70 * minute, 4)
    expect(quarters).toEqual([
      { from: noon, to: noon + 15 * minute, is: 'bad' },
      { from: noon + 15 * minute, to: noon + 60 * minute, is: 'good' },
    ])
  })

  test('is bad from a minute on that ended badly, though it had begun well', () => {
    const history = opened()
    history.record(examination(noon, { path: 'good' }))
    history.record(examination(noon + 20_000, { path: 'bad' }))
    expect(row(history, 'path', noon, noon + 5 * minute).map(({ is }) => is)).toEqual(['bad'])
  })

  test('is asleep while the Mac slept, and not out of order', () => {
    const history = opened()
    history.record(examination(noon, { path: 'good' }))
    history.changes.keep([
      { at: noon + 10 * minute, what: 'sleep', line: foreignName('The Mac fell asleep') },
      { at: noon + 5 * hour, what: 'wake', line: foreignName('The Mac woke') },
    ])
    history.record(examination(noon + 5 * hour, { path: 'good' }))
    expect(row(history, 'path', noon, noon + 5 * hour + 10 * minute)).toEqual([
      { from: noon, to: noon + 10 * minute, is: 'good' },
      { from: noon + 10 * minute, to: noon + 5 * hour, is: 'asleep' },
      { from: noon + 5 * hour, to: noon + 5 * hour + 10 * minute, is: 'good' },
    ])
  })

  test('of the outbox is bad from the first minute that mail was stuck', () => {
    const history = opened()
    const episode: Episode = { id: 'e', client: 'outlook', accounts: ['a'], messages: ['m'], openedAt: noon + minute }
    history.record(examination(noon, { outbox: 'good' }))
    history.episodes.turn(noon + minute, 'opened', episode, [account])
    expect(row(history, 'outbox', noon, noon + 4 * minute).map(({ is }) => is)).toEqual(['good', 'bad'])
    const closedAt = noon + 2 * minute
    history.episodes.turn(closedAt, 'closed', { ...episode, closedAt, end: 'sent' }, [account])
    expect(row(history, 'outbox', noon, noon + 4 * minute).map(({ is }) => is)).toEqual(['good', 'bad', 'good'])
  })
})

describe('what an examination saw', () => {
  const seen = (changes: Partial<ExaminationRecord>) => {
    const history = opened()
    history.record(recordOf({ at: noon, ...changes }))
    const { rows } = history.timeline.read({ from: noon, to: noon + minute, width: 1, zone }, noon)
    return Object.fromEntries(rows.map(({ layer, bands }) => [layer, bands[0]?.is]))
  }
  const clear = { status: 'clear', causes: [], undecided: [] } as const

  const works = { decides: 'works' as const }
  const bad = (probe: string, layer: Layer) => ({ probe, layer, ...works, finding: known({}, 'No answer', 'bad') })
  const good = (probe: string, layer: Layer) => ({ probe, layer, ...works, finding: known({}, 'Fine') })
  const unknown = { state: 'unknown', why: foreignName('No time was left.'), ms: 0 } as const

  test('below a door that let us through, all was well', () => {
    const told = seen({ findings: [good('e', 'encryption')], diagnosis: clear })
    expect(told).toMatchObject({ network: 'good', names: 'good', path: 'good', encryption: 'good' })
    expect(told['signing-in']).toBe('no data')
  })

  test('is no fault where the way was found clear, nor where nobody is blamed', () => {
    const findings = [bad('r', 'names')]
    expect(seen({ findings, diagnosis: clear }).names).toBe('good')
    expect(seen({ findings, diagnosis: { ...clear, status: 'unsure' } }).names).toBe('unknown')
    const slow = { ...clear, status: 'waiting' as const, causes: [causeAt('names', 'delays')] }
    expect(seen({ findings, diagnosis: slow }).names).toBe('unknown')
    const meant = { ...clear, status: 'waiting' as const, causes: [causeAt('nowhere', 'delays')] }
    expect(seen({ findings: [good('r', 'names')], diagnosis: meant })).toMatchObject({ names: 'good', outbox: 'good' })
  })

  test('is not coloured by a question that decides nothing, whatever comes of it', () => {
    const findings = [
      { probe: 'clocks', layer: 'encryption' as const, finding: unknown },
      { probe: 'status page', layer: 'path' as const, finding: known({}, 'No answer', 'bad') },
      { probe: 'directory', layer: 'names' as const, finding: known({}, 'Fine') },
    ]
    for (const status of ['clear', 'unsure', 'waiting'] as const)
      expect(seen({ findings, diagnosis: { ...clear, status } })).toMatchObject({
        ...{ names: 'no data', path: 'no data', encryption: 'no data' },
      })
  })

  test('is not good where a sign-in is offered and was not tried', () => {
    const capable = { ...good('capabilities', 'signing-in'), decides: 'is offered' as const }
    expect(seen({ findings: [capable], diagnosis: clear })['signing-in']).toBe('no data')
    expect(seen({ findings: [capable, good('sign-in', 'signing-in')], diagnosis: clear })['signing-in']).toBe('good')
  })

  describe('where the way ends', () => {
    const findings = [
      bad('door', 'path'),
      bad('greeting', 'path'),
      bad('encryption', 'encryption'),
      good('certificate', 'encryption'),
      bad('capabilities', 'signing-in'),
      bad('sockets', 'mail-app'),
    ]
    const told = (causes: readonly NamedCause[]) => seen({ findings, diagnosis: { ...clear, status: 'stuck', causes } })

    test('is bad, and what lies beyond is good only where all its answers are', () => {
      expect(told([causeAt('path')])).toEqual({
        ...{ network: 'no data', names: 'no data', path: 'bad', encryption: 'no data' },
        ...{ 'signing-in': 'no data', 'mail-app': 'unknown', outbox: 'no data', sync: 'no data' },
      })
    })

    test('leaves good what answered well beyond, as another server does', () => {
      const told = seen({
        findings: [
          ...[bad('door', 'path'), good('certificate', 'encryption')],
          { probe: 'sign-in', layer: 'signing-in', ...works, finding: unknown },
        ],
        diagnosis: { ...clear, status: 'stuck', causes: [causeAt('path')] },
      })
      expect(told).toMatchObject({ network: 'good', names: 'good', path: 'bad', encryption: 'good' })
      expect(told['signing-in']).toBe('no data')
    })

    test('may be two places, where two causes were found', () => {
      expect(told([causeAt('path'), causeAt('mail-app')])).toMatchObject({
        ...{ path: 'bad', encryption: 'no data', 'signing-in': 'no data', 'mail-app': 'bad' },
      })
    })

    test('is where the cause says it is, and nowhere where none was found', () => {
      expect(told([causeAt('mail-app')])).toMatchObject({ path: 'unknown', 'mail-app': 'bad' })
      expect(Object.values(told([]))).not.toContain('bad')
    })
  })

  test('is unknown where it could not be found out, and nothing where it was not asked', () => {
    const told = seen({
      findings: [{ probe: 'p', layer: 'path', ...works, finding: unknown }],
      diagnosis: { ...clear, status: 'unsure' },
    })
    expect(told).toMatchObject({ path: 'unknown', outbox: 'unknown', network: 'no data', 'mail-app': 'no data' })
  })
})

/** Nobody doubts what lies beyond the place where the way ends. */
function withoutBeyond(seen: Seen['layers']): Seen['layers'] {
  const end = connectionLayers.find((layer) => seen[layer] === 'bad')
  const beyond = end === undefined ? [] : connectionLayers.slice(connectionLayers.indexOf(end) + 1)
  const isDoubt = ([layer, is]: [string, string]) => is === 'unknown' && beyond.some((one) => one === layer)
  return Object.fromEntries(Object.entries(seen).filter((one) => !isDoubt(one)))
}

describe('against a naive computation', () => {
  const condition = fc.constantFrom('good' as const, 'bad' as const, 'unknown' as const)
  const sparse = (
    fc.dictionary(fc.constantFrom(...layers), condition, { maxKeys: 4 }) as fc.Arbitrary<Seen['layers']>
  ).map(withoutBeyond)
  const minutes = fc.integer({ min: 0, max: 3 * 1440 })
  const stretches = fc
    .uniqueArray(minutes, { maxLength: 6 })
    .map((turns) => turns.toSorted((one, other) => one - other))
    .map((turns) =>
      turns.flatMap((from, at) =>
        at % 2 || turns[at + 1] === undefined ? [] : [[from, turns[at + 1] as number] as const],
      ),
    )
  const days: fc.Arbitrary<Day> = fc.record({
    seen: fc.array(fc.record({ account: fc.integer({ min: 0, max: 2 }), minute: minutes, layers: sparse }), {
      maxLength: 40,
    }),
    sleeps: stretches,
    stuck: stretches,
    now: minutes,
  })
  const zero = Date.UTC(2026, 2, 28)

  /** As it would have come to be: nothing of later than now. */
  function lived(history: History, { seen, sleeps, stuck, now }: Day): Day {
    const past = {
      seen: seen.filter((one) => one.minute <= now).toSorted((one, other) => one.minute - other.minute),
      sleeps: sleeps.filter(([, to]) => to <= now),
      stuck: stuck.flatMap(([from, to = 0]) => (from <= now ? [[from, to <= now ? to : undefined] as const] : [])),
      now,
    }
    for (const one of past.seen) {
      const at = zero + one.minute * minute
      history.record(examination(at, one.layers, accountNumber(one.account)))
    }
    for (const [from, to] of past.sleeps)
      history.changes.keep([
        { at: zero + from * minute, what: 'sleep', line: foreignName('s') },
        { at: zero + to * minute, what: 'wake', line: foreignName('w') },
      ])
    for (const [index, [from, to]] of past.stuck.entries()) {
      const closed = to === undefined ? {} : { closedAt: zero + to * minute, end: 'sent' as const }
      const episode = { id: `e${index}`, client: 'outlook' as const, accounts: [], messages: [] }
      history.episodes.turn(zero, 'opened', { ...episode, openedAt: zero + from * minute, ...closed }, [])
    }
    return { ...past, seen: past.seen.map((one) => ({ ...one, layers: withOutbox(one.layers) })) }
  }
  const withOutbox = (seen: Seen['layers']): Seen['layers'] => {
    const { outbox, ...all } = withImplied(seen)
    const isHeld = Object.values(seen).includes('bad')
    // Nobody tries the outbox while something else holds the mail.
    if (isHeld) return outbox === 'bad' ? { ...all, outbox } : all
    return { ...all, outbox: outbox === 'unknown' ? outbox : 'good' }
  }
  const withImplied = (seen: Seen['layers']): Seen['layers'] => {
    const ladder = ['network', 'names', 'path', 'encryption', 'signing-in'] as const
    const top = ladder.findLastIndex((layer) => seen[layer] === 'good')
    return { ...Object.fromEntries(ladder.slice(0, Math.max(0, top)).map((layer) => [layer, 'good'])), ...seen }
  }

  test.each([
    ['by the minute', 1_440 * 3, 60],
    ['by five minutes', 300, 1_440],
    ['by the quarter', 288, 4_320],
    ['by three hours', 24, 4_320],
  ])(
    'every cell of every layer is the same, %s',
    (_name, width, length) => {
      fc.assert(
        fc.property(days, minutes, (given, first) => {
          const history = openHistory(':memory:')
          try {
            const past = lived(history, given)
            const from = zero + (length === 4_320 ? 0 : first) * minute
            const { rows, overall, step } = history.timeline.read(
              { from, to: from + length * minute, width, zone },
              zero + past.now * minute,
            )
            for (const { layer, bands } of [...rows, { layer: undefined, bands: overall }]) {
              expect(bands[0]?.from).toBe(from)
              expect(bands.at(-1)?.to).toBe(from + length * minute)
              for (let at = Math.floor(from / step) * step; at < from + length * minute; at += step) {
                const here = Math.max(at, from)
                const band = bands.find((one) => one.from <= here && here < one.to)
                const cell = (at - zero) / minute
                expect([layer, cell, band?.is]).toEqual([layer, cell, naive(past, cell, cell + step / minute, layer)])
              }
              for (const [index, band] of bands.entries()) {
                const next = bands[index + 1]
                if (next) expect([band.to, band.is === next.is]).toEqual([next.from, false])
              }
            }
          } finally {
            history.close()
          }
        }),
        { numRuns: 40 },
      )
    },
    60_000,
  )
})

describe('days of a place', () => {
  const days = (until: string, count: number, where: string) =>
    opened()
      .timeline.strip({ by: 'day', count, until: Date.parse(until), zone: where }, Date.parse(until))
      .map(({ from, to }) => [new Date(from).toISOString(), (to - from) / hour])

  test('have 23 hours when clocks go forth, and 25 when they go back', () => {
    expect(days('2026-03-30T10:00Z', 3, 'Europe/Berlin')).toEqual([
      ['2026-03-27T23:00:00.000Z', 24],
      ['2026-03-28T23:00:00.000Z', 23],
      ['2026-03-29T22:00:00.000Z', 24],
    ])
    expect(days('2026-10-26T10:00Z', 2, 'Europe/Berlin').map(([, hours]) => hours)).toEqual([25, 24])
    expect(days('2026-11-02T12:00Z', 2, 'America/New_York').map(([, hours]) => hours)).toEqual([25, 24])
  })

  test('begin at one where clocks go forth at midnight, and at quarters where a zone lies beside the hours', () => {
    expect(days('2026-09-07T12:00Z', 2, 'America/Santiago')).toEqual([
      ['2026-09-06T04:00:00.000Z', 23],
      ['2026-09-07T03:00:00.000Z', 24],
    ])
    expect(days('2026-06-01T00:00Z', 1, 'Asia/Kathmandu')).toEqual([['2026-05-31T18:15:00.000Z', 24]])
  })

  test('are as a naive computation has them, wherever and whenever', () => {
    const zones = [
      'Europe/London',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'Asia/Kolkata',
      'Pacific/Apia',
      'America/Havana',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 1_500 }), (where, after) => {
        const until = Date.UTC(2023, 0, 1, 9) + after * day
        const dateOf = (at: number) => new Intl.DateTimeFormat('en', { timeZone: where, dateStyle: 'short' }).format(at)
        const cells = opened().timeline.strip({ by: 'day', count: 3, until, zone: where }, until)
        expect(cells).toHaveLength(3)
        expect(cells[2]?.from).toBeLessThanOrEqual(until)
        expect(cells[2]?.to).toBeGreaterThan(until)
        for (const { from, to } of cells) {
          expect(dateOf(from)).toBe(dateOf(to - 1))
          expect(dateOf(from - 1)).not.toBe(dateOf(from))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('hold what belongs to them: an evening in Los Angeles is not the next day', () => {
    const history = opened()
    const evening = Date.parse('2026-06-02T05:30Z')
    history.record(examination(evening, { path: 'bad' }))
    const cells = history.timeline.strip(
      { by: 'day', count: 2, until: evening + 10 * hour, zone: 'America/Los_Angeles' },
      evening + 10 * hour,
    )
    expect(cells.map(({ is }) => is)).toEqual(['bad', 'no data'])
  })

  test('by the hour, the last cell is the one we live in', () => {
    const history = opened()
    history.record(examination(noon + 5 * minute, { path: 'bad' }))
    const cells = history.timeline.strip({ by: 'hour', count: 24, until: noon + 10 * minute, zone }, noon + 10 * minute)
    expect(cells).toHaveLength(24)
    expect(cells.at(-1)).toEqual({ from: noon, to: noon + hour, is: 'bad' })
  })
})

describe('marks and latency', () => {
  test('one mark stands for what cannot be told apart', () => {
    const history = opened()
    const changes = [0, 1, 2].map((at) => ({
      at: noon + at * minute,
      what: 'vpn' as const,
      line: foreignName(`VPN ${at}`),
    }))
    history.changes.keep([...changes, { at: noon + minute, what: 'filter', line: foreignName('LuLu was updated') }])
    const marks = (span: number) =>
      history.timeline.read({ from: noon, to: noon + span, width: 600, zone }, noon + span).marks
    expect(marks(hour).map(({ what, count }) => [what, count])).toEqual([
      ['vpn', 1],
      ['filter', 1],
      ['vpn', 1],
      ['vpn', 1],
    ])
    expect(marks(300 * day).map(({ what, line, count }) => [what, line, count])).toEqual([
      ['filter', 'LuLu was updated', 1],
      ['vpn', 'VPN 2', 3],
    ])
  })

  test('a treatment and an episode are marked by their ids', () => {
    const history = opened()
    const receipt = { remedy: 'send-again', version: 1, account: 'a', causes: ['c'], startedAt: noon, before: null }
    const { id } = history.treatments.begin(receipt)
    const episode = { id: 'e1', client: 'outlook', accounts: [], messages: [], openedAt: noon, cause: 'c' } as const
    history.episodes.turn(noon, 'opened', episode, [])
    const { marks } = history.timeline.read({ from: noon, to: noon + hour, width: 600, zone }, noon)
    expect(marks).toContainEqual({ at: noon, what: 'treatment', line: 'send-again', count: 1, id })
    expect(marks).toContainEqual({ at: noon, what: 'episode', line: 'c', count: 1, id: 'e1' })
  })

  describe('stuck spells', () => {
    const spell = (history: History, from: number, to?: number) => {
      const ended = to === undefined ? {} : { closedAt: noon + to * minute, end: 'sent' as const }
      const openedAt = noon + from * minute
      const episode: Episode = { id: `e${from}`, client: 'outlook', accounts: [], messages: [], openedAt, ...ended }
      history.episodes.turn(openedAt, 'opened', episode, [])
    }
    /** In minutes after noon. */
    const shaded = (history: History, from: number, to: number, now = to, width = 600) =>
      history.timeline
        .read({ from: noon + from * minute, to: noon + to * minute, width, zone }, noon + now * minute)
        .marks.map(({ at, until, count }) => [
          (at - noon) / minute,
          until === undefined ? undefined : (until - noon) / minute,
          count,
        ])

    test('that cannot be told apart are shaded until the last of them ends, and further only while one goes on', () => {
      const history = opened()
      spell(history, 1, 30)
      spell(history, 5, 8)
      expect(shaded(history, 0, 365 * 1_440)).toEqual([[1, 30, 2]])
      spell(history, 6)
      expect(shaded(history, 0, 365 * 1_440)).toEqual([[1, undefined, 3]])
    })

    test('stay apart where the picture has a dot for each', () => {
      const history = opened()
      spell(history, 1, 2)
      spell(history, 4, 5)
      expect(shaded(history, 0, 1_200)).toEqual([
        [1, 2, 1],
        [4, 5, 1],
      ])
    })

    test('that began before the picture are in it while they last', () => {
      const history = opened()
      spell(history, -100, -50)
      spell(history, -90, 20)
      spell(history, -80)
      expect(shaded(history, 0, 60)).toEqual([
        [-90, 20, 1],
        [-80, undefined, 1],
      ])
      expect(shaded(history, 20, 60)).toEqual([[-80, undefined, 1]])
      expect(shaded(history, 70, 80, 65)).toEqual([])
    })

    describe('that turned out to be another one', () => {
      interface Told extends Omit<Episode, 'messages' | 'client' | 'accounts'> {
        messages?: readonly string[]
        /** When it was named, in minutes after noon. */
        named?: number
      }
      const tellOf = (history: History, { named, ...told }: Told) => {
        const episode: Episode = { client: 'outlook', accounts: [], messages: [], ...told }
        history.episodes.turn(told.openedAt, 'opened', episode, [])
        if (named !== undefined) history.episodes.turn(noon + named * minute, 'named', episode, [])
      }
      const mail = (id: string, openedAt: number, closedAt?: number, more: Partial<Told> = {}): Told => ({
        id,
        openedAt: noon + openedAt * minute,
        ...(closedAt !== undefined && { closedAt: noon + closedAt * minute, end: 'sent' as const }),
        ...more,
      })
      const herald = mail('b', 0, 2, { end: 'joined' })
      const taker = mail('a', 1, 30, { cause: 'port-blocked-here', named: 2 })

      test('are one mark with it, from when the first of them was stuck', () => {
        const history = opened()
        for (const one of [herald, taker]) tellOf(history, one)
        const marks = (from: number, to: number) =>
          history.timeline.read({ from: noon + from * minute, to: noon + to * minute, width: 600, zone }, noon + hour)
            .marks
        const whole = { at: noon, until: noon + 30 * minute, what: 'episode', line: 'port-blocked-here', count: 1 }
        expect(marks(-60, 60)).toEqual([{ ...whole, id: 'a' }])
        // Also where the picture ends before the other began, or begins after the first was taken in.
        expect(marks(-60, 0.5)).toEqual([{ ...whole, id: 'a' }])
        expect(marks(10, 60)).toEqual([{ ...whole, id: 'a' }])
      })

      test('stay a mark of their own where they had a cause, or nobody remembers the other', () => {
        const history = opened()
        tellOf(history, { ...herald, cause: 'vpn-blocks-mail' })
        tellOf(history, taker)
        tellOf(history, mail('c', 40, 42, { end: 'joined' }))
        expect(shaded(history, -60, 60)).toEqual([
          [0, 2, 1],
          [1, 30, 1],
          [40, 42, 1],
        ])
      })

      test('are told as the list of incidents tells them, whatever has happened', () => {
        const one = fc.record({
          openedAt: fc.integer({ min: 0, max: 40 }),
          lasts: fc.integer({ min: 1, max: 40 }),
          joined: fc.boolean(),
          hasCause: fc.boolean(),
          messages: fc.subarray(['m', 'n', 'o']),
        })
        fc.assert(
          fc.property(fc.array(one, { maxLength: 12 }), fc.nat(), (drawn, seed) => {
            const history = openHistory(':memory:')
            try {
              for (const [index, { openedAt, lasts, joined, hasCause, messages }] of drawn.entries()) {
                const joins = drawn.filter((_, other) => other !== index)
                const into = joins[(seed + index) % Math.max(1, joins.length)]
                const taken = drawn.filter((other) => other !== drawn[index] && other.joined && !other.hasCause)
                const within = taken
                  .map((other) => other.openedAt + other.lasts)
                  .find((at) => at >= openedAt && at <= openedAt + lasts)
                tellOf(history, {
                  ...mail(`e${index}`, openedAt, openedAt + lasts, { messages }),
                  ...(joined && into && { end: 'joined' }),
                  ...(hasCause && { cause: 'x' }),
                  ...(hasCause && within !== undefined && { named: within }),
                })
              }
              const told = incidentsOf(history.episodes.since(0))
              const marks = history.timeline.read(
                { from: noon - hour, to: noon + 2 * hour, width: 4_000, zone },
                noon + 2 * hour,
              ).marks
              expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(told.length)
              const starts = new Map(told.map(({ id, openedAt }) => [id, openedAt]))
              for (const { id, at } of marks) if (id !== undefined) expect(at).toBe(starts.get(id))
            } finally {
              history.close()
            }
          }),
        )
      })
    })

    test('cover in all what a naive computation covers, to within one dot, and are few', () => {
      const minutes = fc.integer({ min: -2_000, max: 2_000 })
      const some = fc.uniqueArray(
        fc
          .tuple(minutes, fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }))
          .map(([from, length]) => ({ from, to: length === undefined ? undefined : from + length })),
        { maxLength: 60, selector: ({ from }) => from },
      )
      fc.assert(
        fc.property(some, minutes, fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 90 }), (...given) => {
          const [spells, from, length, width] = given
          const [to, now, dot] = [from + length, 4_000, length / width]
          const history = openHistory(':memory:')
          try {
            for (const one of spells) spell(history, one.from, one.to)
            const marks = shaded(history, from, to, now, width)
            const within = spells
              .map((one) => ({ from: one.from, to: one.to ?? now }))
              .filter((one) => one.from < to && (one.from >= from || one.to > from))
            expect(marks.reduce((sum, [, , count]) => sum + (count ?? 0), 0)).toBe(within.length)
            expect(marks.length).toBeLessThanOrEqual(width + 1 + within.filter((one) => one.from < from).length)
            for (const one of within) {
              const isShaded = marks.some(([at = 0, until = now]) => at <= one.from && until >= one.to)
              expect([one, isShaded]).toEqual([one, true])
            }
            for (const [at = 0, until = now] of marks) {
              const inside = within.filter((one) => one.from >= at && one.to <= until)
              expect([at, until]).toEqual([
                Math.min(...inside.map((one) => one.from)),
                Math.max(...inside.map((one) => one.to)),
              ])
              for (let here = at; here < until; here++) {
                const gap = Math.min(...inside.map((one) => Math.max(one.from - here, here - one.to, 0)))
                expect(gap).toBeLessThan(dot)
              }
            }
          } finally {
            history.close()
          }
        }),
        { numRuns: 60 },
      )
    })
  })

  test('latency is the least, the mean and the most of each server', () => {
    const history = opened()
    const took = (at: number, ms: number) =>
      history.record(
        recordOf({
          at,
          findings: [{ probe: 'g', finding: known({}, 'x'), latency: [{ host: 'smtp.example.net', ms }] }],
        }),
      )
    for (const [at, ms] of [
      [0, 10],
      [20, 50],
      [40, 30],
    ] as const)
      took(noon + at * minute, ms)
    const points = (span: number) =>
      history.timeline.read({ from: noon, to: noon + span, width: 400, zone }, noon).latency
    expect(points(hour)[0]?.points).toHaveLength(3)
    expect(points(20 * day)).toMatchObject([{ host: 'smtp.example.net', points: [{ least: 10, mean: 30, most: 50 }] }])
    expect(points(300 * day)).toMatchObject([{ points: [{ least: 10, mean: 30, most: 50 }] }])
  })

  test('nothing is left of what was to be forgotten', async () => {
    const history = opened()
    history.record(examination(noon, { path: 'bad' }))
    await history.forget(noon + 3 * day)
    expect(row(history, 'path', noon, noon + hour)).toEqual([{ from: noon, to: noon + hour, is: 'no data' }])
  })
})

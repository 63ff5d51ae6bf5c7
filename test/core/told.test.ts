import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { causesUnder, countIn, iconCountOf, iconFor, isCalm, pictureFor } from '../../src/core/headline.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { flickerMs, heldMs, leftMs, longWaitMs, nextTold, retryMs, type Seen, type Told } from '../../src/core/told.ts'

type State = Seen['state']
type Treating = NonNullable<Seen['treating']>

const start = 1_800_000_000_000
const second = 1_000
const title = foreignName('A cause')
const blockedPort = { id: 'blocked', title, plain: title, details: [], weight: 1, evidence: [], against: [] }
const cause = { ...blockedPort, harm: 'stops' as const, layer: 'path' as const, explains: [], testimony: [] }

const calm: State = {
  status: 'clear',
  since: start,
  online: true,
  clients: [{ client: 'apple-mail', name: 'Mail', accounts: [] }],
  waiting: [],
  episodes: [],
  unseen: [],
}
const message = { account: 'a', client: 'apple-mail', since: start - 300 * second, stuck: true }
const episode = {
  id: 'e',
  client: 'apple-mail' as const,
  accounts: ['a'],
  messages: ['m'],
  openedAt: start - 240 * second,
}
const stuck: State = { ...calm, status: 'stuck', waiting: [message], episodes: [episode] }
const diagnosis = { status: 'stuck' as const, account: 'a', at: start, undecided: [], causes: [cause] }
const named: State = { ...stuck, diagnosis }
const gone: State = { ...calm, lastEpisode: { ...episode, closedAt: start + 60 * second, end: 'sent' } }
const examining = { account: 'a', why: 'stuck' as const, asked: 3, found: 1 }
const blind: State = {
  ...calm,
  status: 'unsure',
  unseen: [{ client: 'apple-mail', why: title, outbox: true }],
}

const treating = (phase: Treating['phase'], more: Partial<Treating> = {}): Treating => ({
  account: 'a',
  label: title,
  startedAt: start + 10 * second,
  phase,
  told: [],
  ...more,
})
const ended = (outcome: 'cured' | 'no effect' | 'failed' | 'undone') =>
  treating('ended', { treated: { is: 'treated', treatment: { outcome } } })

/** What is told after each of these, one second after another unless told otherwise. */
function tell(...seen: readonly (Partial<Seen> & Pick<Seen, 'state'>)[]): Told[] {
  const all: Told[] = []
  seen.forEach((one, index) => {
    all.push(nextTold(all.at(-1), { at: start + index * second, ...one }))
  })
  return all
}
const muted = { ...episode, muted: true as const }
const kinds = (all: readonly Told[]) => all.map(({ headline }) => headline.is)

describe('what is told of the mail', () => {
  test('is as red as ever on the panel for what a person knows of, and quiet on the menu bar', () => {
    const [quiet, loud] = tell(
      { state: { ...named, episodes: [muted] } },
      { state: { ...named, episodes: [muted, { ...episode, id: 'f' }] } },
    ).map(({ headline }) => headline)
    if (!quiet || !loud) throw new Error('Nothing was told.')
    expect([quiet.is, pictureFor(quiet), iconFor(quiet), iconCountOf(quiet)]).toEqual(['stuck', 'stuck', 'waiting', 0])
    expect([loud.is, iconFor(loud), iconCountOf(loud)]).toEqual(['stuck', 'stuck', 1])
  })

  const aside = { ...message, stuck: false, aside: { cause: 'blocked' } }
  /** All that waits is left alone, and the way was found free without it. */
  const alone: State = { ...calm, waiting: [aside], lastEpisode: { ...episode, closedAt: start, end: 'ignored' } }

  test('what a person wants left alone has a headline of its own, makes no icon, and has not left', () => {
    const [, quiet] = tell({ state: named }, { state: alone })
    if (!quiet) throw new Error('Nothing was told.')
    expect(quiet.headline).toEqual({ is: 'aside', count: 1 })
    expect([iconFor(quiet.headline), iconCountOf(quiet.headline), isCalm(quiet.headline)]).toEqual(['clear', 0, true])
    const until = start + 3_600 * second
    const reminded = { ...alone, waiting: [{ ...aside, aside: { until } }, aside] }
    expect(tell({ state: reminded })[0]?.headline).toEqual({ is: 'aside', count: 2, until })
    // Nor is it said to have left when it does at last.
    expect(kinds(tell({ state: named }, { state: alone }, { state: calm }))).toEqual(['stuck', 'aside', 'clear'])
  })

  test('what held it then stays below it; what else holds mail up is told as ever', () => {
    const same = tell({ state: { ...alone, status: 'stuck', diagnosis } })[0]?.headline
    expect(same).toMatchObject({ is: 'aside', cause: { id: 'blocked' } })
    expect(same && [iconFor(same), causesUnder(same, diagnosis).length]).toEqual(['waiting', 1])
    const other = { ...diagnosis, causes: [{ ...cause, id: 'other' }] }
    expect(kinds(tell({ state: { ...alone, status: 'stuck', diagnosis: other } }))).toEqual(['blocked'])
    const more: State = { ...named, waiting: [message, aside] }
    expect(tell({ state: more })[0]?.headline).toMatchObject({ is: 'stuck', count: 1 })
  })

  test('the moment when the others left is told for its hour, and never of what was put aside since', () => {
    const both: State = { ...named, waiting: [message, aside] }
    const left: State = { ...alone, lastEpisode: { ...episode, closedAt: start + second, end: 'sent' } }
    const all = tell({ state: both }, { state: left }, { state: left, at: start + second + leftMs })
    expect(kinds(all)).toEqual(['stuck', 'left', 'aside'])
    const lastEpisode = { ...episode, closedAt: start - 60 * second, end: 'sent' as const }
    const young: State = { ...calm, lastEpisode, status: 'waiting', waiting: [{ ...message, stuck: false }] }
    expect(kinds(tell({ state: young }, { state: { ...alone, lastEpisode } }))).toEqual(['waiting', 'aside'])
  })

  test('an app that gives no answer for a moment takes nothing back of what is left alone', () => {
    const hidden: State = { ...blind, waiting: [aside] }
    expect(kinds(tell({ state: alone }, { state: hidden }))).toEqual(['aside', 'aside'])
  })

  test('the whole story, from stuck to the minute at which the message left', () => {
    const all = tell(
      { state: { ...stuck, status: 'checking', examining } },
      { state: named },
      { state: named, treating: treating('looking') },
      { state: named, treating: treating('acting', { told: [title] }) },
      { state: { ...stuck, status: 'checking', examining }, treating: treating('checking') },
      { state: named, treating: ended('cured') },
      { state: { ...stuck, status: 'checking', examining }, treating: ended('cured') },
      { state: gone, treating: ended('cured') },
      { state: { ...gone, status: 'checking', examining }, treating: ended('cured') },
    )
    expect(kinds(all)).toEqual(['stuck', 'stuck', 'mending', 'mending', 'mending', 'fixed', 'fixed', 'left', 'left'])
    expect(all[0]?.headline).toMatchObject({ count: 1, since: start - 300 * second, checking: true })
    expect(all[1]?.headline).toMatchObject({ cause: { id: 'blocked' }, checking: false })
    expect(all[5]?.headline).toMatchObject({ app: 'Mail', count: 1 })
    expect(all[7]?.headline).toEqual({ is: 'left', at: start + 60 * second, count: 1 })
  })

  test('a network that lets nobody out until somebody acts is not called a good reason, nor offline', () => {
    const shut: State = { ...named, status: 'offline', diagnosis: { ...diagnosis, status: 'offline' } }
    const young = { ...message, stuck: false }
    const waits: State = { ...shut, status: 'waiting', waiting: [young], episodes: [] }
    const all = tell({ state: waits }, { state: shut }, { state: { ...shut, online: false } })
    expect(all.map(({ headline }) => headline)).toEqual([
      { is: 'offline', count: 1, cause: { id: 'blocked', title } },
      { is: 'offline', count: 1, cause: { id: 'blocked', title } },
      { is: 'offline', count: 1 },
    ])
    // What helped is not taken back because nobody has asked again yet.
    expect(kinds(tell({ state: shut }, { state: shut, treating: ended('cured') }))).toEqual(['offline', 'fixed'])
  })

  test('what was found neither well nor ill is not said to be on its way', () => {
    const unsure = { ...diagnosis, status: 'unsure' as const, causes: [] }
    const waits: State = {
      ...calm,
      status: 'waiting',
      waiting: [{ ...message, since: start - 120 * second, stuck: false }],
    }
    const well = { ...unsure, status: 'clear' as const }
    expect(kinds(tell({ state: { ...waits, diagnosis: well } }))).toEqual(['sending'])
    expect(kinds(tell({ state: waits }, { state: { ...waits, diagnosis: unsure } }))).toEqual(['waiting', 'waiting'])
    expect(kinds(tell({ state: waits }, { state: { ...waits, diagnosis: well } }))).toEqual(['waiting', 'waiting'])
  })

  test('what is found no more, by nobody’s doing, is fixed until the mail app would have tried again', () => {
    const was = { ...episode, cause: 'blocked' }
    const free: State = { ...stuck, episodes: [was], diagnosis: { ...diagnosis, status: 'clear', causes: [] } }
    const all = tell(
      { state: { ...named, episodes: [was] } },
      { state: free },
      { state: free, at: start + retryMs * 2 },
    )
    expect(kinds(all)).toEqual(['stuck', 'fixed', 'still'])
  })

  test('a fix that helped while nothing waited stands until all is asked again', () => {
    const blocked: State = { ...calm, status: 'stuck', diagnosis }
    const all = tell(
      { state: blocked },
      { state: blocked, treating: treating('checking') },
      { state: blocked, treating: ended('cured') },
      { state: calm, treating: ended('cured') },
    )
    expect(kinds(all)).toEqual(['blocked', 'mending', 'fixed', 'clear'])
  })

  test('a mailbox that is nearly full is told as that, unless something graver is', () => {
    const sync = (is: 'server-lacks-room' | 'inbox-behind') => ({
      ...{ client: 'apple-mail' as const, name: 'Mail' },
      accounts: [
        {
          ...{ id: 'a', name: 'a', enabled: true },
          sync: { at: start, verdict: 'differs' as const, trouble: { is, weight: 'act' as const } },
        },
      ],
    })
    const told = (...is: Parameters<typeof sync>[0][]) =>
      tell({ state: { ...calm, clients: is.map(sync) } })[0]?.headline
    expect(told('server-lacks-room')).toEqual({ is: 'out-of-step', app: 'Mail', lacksRoom: true })
    expect(told('server-lacks-room', 'inbox-behind')).toEqual({ is: 'out-of-step', app: 'Mail' })
  })

  test('what did not help is still stuck, with the cause that was found', () => {
    const all = tell({ state: named }, { state: named, treating: ended('no effect') })
    expect(all[1]?.headline).toMatchObject({ is: 'still', count: 1, cause: { id: 'blocked' } })
  })

  test('what was mended and is found again afterwards is still stuck', () => {
    const again = { ...named, diagnosis: { ...diagnosis, at: start + 60 * second } }
    const all = tell(
      { state: named },
      { state: named, treating: ended('cured') },
      { state: again, treating: ended('cured') },
    )
    expect(kinds(all)).toEqual(['stuck', 'fixed', 'still'])
  })

  test('nobody waits for the mail app for ever, and is told when to look', () => {
    const all = tell({ state: named }, { state: named, treating: ended('cured') })
    expect(all[1]?.again).toBe(start + second + retryMs)
    const later = nextTold(all[1], { at: start + second + retryMs, state: stuck, treating: ended('cured') })
    expect(later.headline).toMatchObject({ is: 'still', count: 1 })
  })

  test.each(['failed', 'undone'] as const)('a treatment that %s leaves the trouble as it was', (outcome) => {
    const all = tell({ state: named }, { state: named, treating: ended(outcome) })
    expect(kinds(all)).toEqual(['stuck', 'stuck'])
  })

  test('the mail may leave before it was checked whether it helped', () => {
    const all = tell(
      { state: named },
      { state: named, treating: treating('settling') },
      { state: gone, treating: treating('checking') },
    )
    expect(kinds(all)).toEqual(['stuck', 'mending', 'left'])
  })

  test('no one app that gives no answer for a moment hides an outbox that was seen', () => {
    const all = tell({ state: calm }, { state: blind }, { state: calm })
    expect(kinds(all)).toEqual(['clear', 'clear', 'clear'])
    expect(all[1]?.again).toBe(start + second + flickerMs)
    const late = nextTold(all[1], { at: start + second + flickerMs, state: blind })
    expect(late.headline).toEqual({ is: 'unseen' })
  })

  test('what was never seen is told at once', () => {
    expect(kinds(tell({ state: blind }))).toEqual(['unseen'])
  })

  test('after mail has left, a check that finds out nothing takes nothing back', () => {
    const all = tell({ state: named }, { state: gone }, { state: { ...gone, status: 'unsure' } })
    expect(kinds(all)).toEqual(['stuck', 'left', 'left'])
    const later = nextTold(all.at(-1), { at: start + 60 * second + leftMs, state: gone })
    expect(later.headline).toEqual({ is: 'clear' })
  })

  test('with an outbox that is seen and empty, only the way is unknown', () => {
    expect(kinds(tell({ state: { ...calm, status: 'unsure' } }))).toEqual(['unsure'])
  })

  test('a check of all that is well leaves it well', () => {
    const all = tell({ state: calm }, { state: { ...calm, status: 'checking', examining } }, { state: calm })
    expect(kinds(all)).toEqual(['clear', 'clear', 'clear'])
  })

  test('what can never leave as it is, is stuck once it is old, whatever time its size allows it', () => {
    const large = { ...message, stuck: false }
    const state: State = { ...calm, status: 'waiting', waiting: [large], diagnosis }
    expect(tell({ state })[0]?.headline).toMatchObject({ is: 'waiting', found: 'something' })
    const old = { ...state, waiting: [{ ...large, since: start - 2 * 3_600 * second }] }
    const [young, red] = tell({ state: old }, { state: old, at: start + heldMs })
    expect([young?.headline.is, young?.again]).toEqual(['waiting', start + heldMs])
    expect(red?.headline).toMatchObject({ is: 'stuck', count: 1, cause: { id: 'blocked' } })
    expect(red && pictureFor(red.headline)).toBe('stuck')
    // The watch never called it stuck; that it has left is told all the same.
    const left = tell({ state: old }, { state: old, at: start + heldMs }, { state: calm, at: start + 2 * heldMs })
    expect(left.at(-1)?.headline).toEqual({ is: 'left', at: start + 2 * heldMs, count: 1 })
  })

  test('what only delays waits, and with nothing in the outbox nobody says that mail waits', () => {
    const slow = { ...diagnosis, status: 'waiting' as const, causes: [{ ...cause, harm: 'delays' as const }] }
    const waits: State = { ...calm, status: 'waiting', waiting: [{ ...message, stuck: false }], diagnosis: slow }
    expect(tell({ state: waits })[0]?.headline).toEqual({ is: 'delayed', count: 1 })
    expect(tell({ state: { ...waits, waiting: [] } })[0]?.headline).toEqual({ is: 'delayed', count: 0 })
  })

  test('offline and paused are told at once, and name no cause', () => {
    expect(kinds(tell({ state: { ...named, online: false, status: 'offline' } }))).toEqual(['offline'])
    expect(kinds(tell({ state: { ...named, status: 'paused', pausedUntil: start + leftMs } }))).toEqual(['paused'])
  })
})

describe('over any course of events', () => {
  const status = fc.constantFrom(
    'clear',
    'checking',
    'waiting',
    'stuck',
    'offline',
    'unsure',
    'paused',
  ) as fc.Arbitrary<State['status']>
  /** One world a second or many minutes after another: what waits, what is found, what is seen, what is done. */
  const moment = fc.record({
    after: fc.constantFrom(0, second, 20 * second, flickerMs, retryMs, leftMs),
    status,
    online: fc.boolean(),
    isBlind: fc.boolean(),
    messages: fc.array(fc.record({ age: fc.integer({ min: 0, max: 2 * longWaitMs }), stuck: fc.boolean() }), {
      maxLength: 3,
    }),
    found: fc.constantFrom('nothing', 'stops', 'delays', undefined),
    examines: fc.boolean(),
    treats: fc.constantFrom<(Treating['phase'] | 'cured' | 'no effect' | 'failed' | 'none')[]>(
      'none',
      'looking',
      'acting',
      'checking',
      'cured',
      'no effect',
      'failed',
    ),
  })
  type Moment = typeof moment extends fc.Arbitrary<infer M> ? M : never

  function seenAt(at: number, one: Moment, last: State | undefined): Seen {
    // What waits in an outbox that cannot be seen just now is what was seen of it last.
    const here = one.messages.map(({ age, stuck: isStuck }) => ({ ...message, since: at - age, stuck: isStuck }))
    const waiting = one.isBlind && last ? last.waiting : here
    const isStuck = waiting.some((some) => some.stuck)
    const closes = !isStuck && (last?.episodes.length ?? 0) > 0
    const before = last?.lastEpisode
    const lastEpisode = closes ? { ...episode, closedAt: at, end: 'sent' as const } : before
    const found =
      one.found === undefined
        ? undefined
        : {
            ...diagnosis,
            at,
            status:
              one.found === 'stops' ? ('stuck' as const) : one.found === 'delays' ? ('waiting' as const) : one.status,
            causes: one.found === 'nothing' ? [] : [{ ...cause, harm: one.found }],
          }
    // As the engine tells it: what it calls by a status is there.
    const status = isStuck
      ? one.status === 'checking' || one.status === 'paused' || one.status === 'offline'
        ? one.status
        : 'stuck'
      : one.isBlind && one.status !== 'paused' && one.status !== 'offline'
        ? 'unsure'
        : waiting.length > 0 && (one.status === 'clear' || one.status === 'checking' || one.status === 'unsure')
          ? 'waiting'
          : one.status
    return {
      at,
      state: {
        ...calm,
        status,
        online: one.online,
        waiting,
        episodes: isStuck ? [episode] : [],
        ...(lastEpisode && { lastEpisode }),
        unseen: one.isBlind ? blind.unseen : [],
        ...(found && { diagnosis: found }),
        ...(one.examines && { examining }),
      },
      ...(one.treats !== 'none' && {
        treating:
          one.treats === 'cured' || one.treats === 'no effect' || one.treats === 'failed'
            ? ended(one.treats)
            : treating(one.treats),
      }),
    }
  }

  /** Tells all of it, and holds every pair of neighbours to the rule. */
  function always(holds: (now: Told, seen: Seen, before: Told | undefined) => void): void {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 14 }), (moments) => {
        let at = start
        let told: Told | undefined
        let last: Seen | undefined
        for (const one of moments) {
          at += one.after
          const seen = seenAt(at, one, last?.state)
          const now = nextTold(told, seen)
          holds(now, seen, told)
          told = now
          last = seen
        }
      }),
      { numRuns: 400 },
    )
  }

  test('stuck mail is never called calm, nor an outbox that was never seen clear', () => {
    always(({ headline }, { state }, before) => {
      const stuckNow = state.waiting.some((one) => one.stuck)
      if (stuckNow) expect(['clear', 'left', 'sending', 'unsure', 'opening', 'blocked']).not.toContain(headline.is)
      const isHidden = state.status === 'unsure' && state.unseen.length > 0
      if (isHidden && !before)
        expect(['unseen', 'mending', 'offline', 'stuck', 'delayed', 'fixed', 'still']).toContain(headline.is)
    })
  })

  test('while something is mended, nothing else is told but that the mail has left', () => {
    always(({ headline }, { treating: now }) => {
      if (now && now.phase !== 'ended') expect(['mending', 'left']).toContain(headline.is)
      else expect(headline.is).not.toBe('mending')
    })
  })

  test('"cannot be seen" is told of what lasts, or of what was never seen', () => {
    always((now, { at }, before) => {
      if (now.headline.is !== 'unseen' || !before || before.headline.is === 'unseen') return
      const wasKnown = ['clear', 'left', 'sending', 'waiting', 'delayed', 'blocked', 'stuck'].includes(
        before.headline.is,
      )
      if (wasKnown) expect(at - (now.doubtSince ?? at)).toBeGreaterThanOrEqual(flickerMs)
    })
  })

  test('what was fixed becomes stuck again only with a cause found since, or after the app had its time', () => {
    always((now, { at, state, treating: one }, before) => {
      if (before?.headline.is !== 'fixed' || now.headline.is !== 'still' || !now.mended) return
      if (one?.treated?.is === 'treated' && one.treated.treatment.outcome !== 'cured') return
      const isFound = (state.diagnosis?.at ?? 0) > now.mended.at && (state.diagnosis?.causes.length ?? 0) > 0
      expect(isFound || at - now.mended.at >= retryMs).toBe(true)
    })
  })

  test('that mail has left is taken back by other mail, a cause, blindness that lasts, or an end of the hour', () => {
    always((now, { at, state, treating: one }, before) => {
      if (before?.headline.is !== 'left' || now.headline.is === 'left') return
      const reasons = [
        state.waiting.length > 0,
        state.status === 'stuck' || state.status === 'waiting' || state.status === 'paused',
        state.status === 'offline' || !state.online,
        one !== undefined && one.phase !== 'ended',
        at - before.headline.at >= leftMs,
        now.doubtSince !== undefined && at - now.doubtSince >= flickerMs,
      ]
      expect(reasons).toContain(true)
    })
  })

  test('telling the same again changes nothing, and the picture and the count go with the headline', () => {
    always((now, seen) => {
      expect(nextTold(now, seen).headline).toEqual(now.headline)
      const isRed = pictureFor(now.headline) === 'stuck'
      expect(isRed).toBe(['stuck', 'still', 'blocked'].includes(now.headline.is))
      expect(countIn(now.headline)).toBeLessThanOrEqual(Math.max(1, seen.state.waiting.length))
    })
  })

  test('the cause that is named stands below it, and none below what is well or was mended', () => {
    always((now, { state }) => {
      const under = causesUnder(now.headline, state.diagnosis)
      const [found] = state.diagnosis?.causes ?? []
      if (found && 'cause' in now.headline && now.headline.cause) expect(under[0]?.id).toBe(now.headline.cause.id)
      if (['clear', 'left', 'sending', 'opening', 'fixed'].includes(now.headline.is)) expect(under).toEqual([])
    })
  })

  test('whoever is called again at the moment it asked for is told something, or asked for a later one', () => {
    always((now, seen) => {
      if (now.again === undefined) return
      expect(now.again).toBeGreaterThan(seen.at)
      const later = nextTold(now, { ...seen, at: now.again })
      expect(later.again ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now.again)
    })
  })
})

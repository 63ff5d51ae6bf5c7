import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { absent, present } from '../../src/core/cause.ts'
import { type Action, type ActOptions, Failed, Refused } from '../../src/core/remedy.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import type { Treatment } from '../../src/core/treatment.ts'
import { closeHarmlessInterrupted, interruptedTreatments, leaveInterrupted } from '../../src/doctor/interrupted.ts'
import type { TreatResult } from '../../src/doctor/treat.ts'
import { ownFolder } from '../history/folder.ts'
import { TreatmentFixture } from './treatment-fixture.ts'

function treatmentIn(treated: TreatResult): Treatment {
  if (treated.is !== 'treated') throw new Error(render(treated.why))
  return treated.treatment
}

/** Work that goes on until it is told to end. */
const until = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })

describe('a treatment', () => {
  test('cures when the probes that the cause rests on find the trouble no longer', async () => {
    const fixture = new TreatmentFixture()
    const { outcome, words, causes } = treatmentIn(await fixture.treat(fixture.action()))
    expect([outcome, causes]).toEqual(['cured', ['way-shut']])
    expect(rendered(words)).toMatch('no longer')
    expect(fixture.history.treatments.all()).toMatchObject([{ outcome: 'cured', before: { door: 'shut' } }])
  })

  test('asks only those again, after those they come after, and later whoever is consulted now', async () => {
    const fixture = new TreatmentFixture()
    await fixture.treat(fixture.action())
    // The hall was not looked into as long as the door was shut; nobody asked for the weather.
    expect(fixture.asked).toEqual(['keyhole', 'door', 'keyhole', 'hall', 'door'])
  })

  test('waits until it can have worked', async () => {
    const fixture = new TreatmentFixture()
    const began = fixture.clock.now()
    let asked = 0
    const settles = 30_000
    const { causes } = fixture
    fixture.causes = [
      fixture.cause('way-shut', (chart) => {
        asked = chart.at
        return causes[0]?.judge(chart) ?? absent
      }),
    ]
    await fixture.treat(fixture.action({ settles, treats: () => fixture.causes }))
    expect(asked - began).toBeGreaterThanOrEqual(settles)
  })

  test('has no effect when they still find it, whatever the remedy believes', async () => {
    const fixture = new TreatmentFixture()
    const { outcome } = treatmentIn(await fixture.treat(fixture.action({ apply: async () => {} })))
    expect(outcome).toBe('no effect')
  })

  test('has no effect when behind the first trouble stands a second of the same kind', async () => {
    const fixture = new TreatmentFixture()
    fixture.hall.hall = 'blocked'
    expect(treatmentIn(await fixture.treat(fixture.action())).outcome).toBe('no effect')
  })

  test('is not believed when nobody can see whether it helped', async () => {
    const fixture = new TreatmentFixture()
    const blinding = fixture.action({
      apply: async () => {
        fixture.hall.door = 'unseen'
      },
    })
    const { outcome, words } = treatmentIn(await fixture.treat(blinding))
    expect(outcome).toBe('no effect')
    expect(rendered(words)).toMatch('Nobody can tell')
  })

  test('has its receipt written before it acts, under way', async () => {
    const fixture = new TreatmentFixture()
    let receipts: readonly Treatment[] = []
    const apply = async () => {
      receipts = fixture.history.treatments.all()
    }
    await fixture.treat(fixture.action({ apply }))
    expect(receipts).toMatchObject([
      { outcome: 'under way', remedy: 'open-door', account: 'a1', before: { door: 'shut' } },
    ])
  })

  test('acts on what the receipt gives back, so that undoing knows no less', async () => {
    const fixture = new TreatmentFixture()
    let given: unknown
    const capture = async () => ({ door: 'shut' as const, at: new Date(0), gone: undefined })
    await fixture.treat(
      fixture.action({
        capture,
        apply: async (_consultation, before) => {
          given = before
        },
      }),
    )
    expect(given).toEqual({ door: 'shut', at: '1970-01-01T00:00:00.000Z' })
  })

  test('tells how far it is', async () => {
    const fixture = new TreatmentFixture()
    await fixture.treat(fixture.action())
    const told = fixture.told.filter(({ is }) => is !== 'examining')
    expect(told).toEqual([
      { is: 'looking' },
      { is: 'acting' },
      { is: 'told', line: 'Turning the handle' },
      { is: 'settling', for: 1_000 },
      { is: 'checking' },
    ])
  })
})

describe('nothing is done and nothing written', () => {
  const refused = async (fixture: TreatmentFixture, action: Action<unknown>, signal?: AbortSignal) => {
    const treated = await fixture.treat(action, signal)
    expect(fixture.hall.door).toBe('shut')
    expect(fixture.history.treatments.all()).toEqual([])
    // And the right to treat was given back.
    const release = fixture.history.treatments.claim()
    expect(release).toBeTypeOf('function')
    release?.()
    return treated
  }

  test('where looking shows that acting would be wrong', async () => {
    const fixture = new TreatmentFixture()
    const capture = () => Promise.reject(new Refused(foreignName('The door is painted on the wall.')))
    expect(await refused(fixture, fixture.action({ capture }))).toEqual({
      is: 'refused',
      why: 'The door is painted on the wall.',
    })
  })

  test('where a cause forbids it, even one that is only a symptom', async () => {
    const fixture = new TreatmentFixture()
    const fire = fixture.cause('fire', () => present(0.1, []), { shadowedBy: () => [fixture.wayShut] })
    fixture.causes = [fixture.wayShut, fire]
    const treated = await refused(fixture, fixture.action({ forbiddenWhile: () => [fire] }))
    expect(rendered(treated)).toMatchObject({ is: 'refused', why: expect.stringContaining('fire.') })
  })

  test('where it does not fit', async () => {
    const fixture = new TreatmentFixture()
    expect(await refused(fixture, fixture.action({ fits: () => false }))).toMatchObject({ is: 'refused' })
  })

  const needs = [
    { permission: 'automation', client: 'outlook', why: foreignName('To ask Outlook.') },
    { permission: 'full-disk-access', why: foreignName('To move its files.') },
  ] as const

  test.each(['refused', 'not-asked'] as const)(
    'where a permission is %s: exactly that one is asked for',
    async (state) => {
      const fixture = new TreatmentFixture()
      fixture.permission = state
      expect(await refused(fixture, fixture.action({ needs }))).toEqual({
        is: 'refused',
        why: 'To move its files.',
        needs: needs[1],
      })
    },
  )

  test('where looking shows which permission is missing: it is asked for', async () => {
    const fixture = new TreatmentFixture()
    const capture = () => Promise.reject(new Refused(foreignName('To ask Outlook.'), needs[0]))
    expect(await refused(fixture, fixture.action({ capture }))).toEqual({
      is: 'refused',
      why: 'To ask Outlook.',
      needs: needs[0],
    })
  })

  test('where the user stops it while it looks, whether it may be stopped later or not', async () => {
    for (const cancellable of [true, false]) {
      const fixture = new TreatmentFixture()
      const stop = new AbortController()
      const capture = async (_: unknown, signal: AbortSignal) => {
        stop.abort()
        return until(signal)
      }
      expect(await refused(fixture, fixture.action({ capture, cancellable }), stop.signal)).toMatchObject({
        why: 'You stopped it before anything was done.',
      })
    }
  })

  test('where the receipt would hold the address', async () => {
    const fixture = new TreatmentFixture()
    const capture = async () => ({ door: 'shut' as const, folder: '/Users/x/IMAP-Anna@example.net' })
    expect(await refused(fixture, fixture.action({ capture }))).toMatchObject({ is: 'refused' })
  })
})

test('nothing is done where the receipt cannot be written', async () => {
  const fixture = new TreatmentFixture()
  const consultationIsThere = fixture.action()
  fixture.history.treatments.begin = () => {
    throw new Error('The disk is full.')
  }
  expect(rendered(await fixture.treat(consultationIsThere))).toMatchObject({
    is: 'refused',
    why: expect.stringContaining('The disk is full.'),
  })
  expect(fixture.hall.door).toBe('shut')
})

test('the system asks for automation by itself; the reason is told before', async () => {
  const fixture = new TreatmentFixture()
  fixture.permission = 'not-asked'
  const needs = [{ permission: 'automation', client: 'apple-mail', why: foreignName('To ask Mail to send.') }] as const
  expect(await fixture.treat(fixture.action({ needs }))).toMatchObject({ is: 'treated' })
  expect(fixture.told[0]).toEqual({ is: 'told', line: 'macOS may ask you now. To ask Mail to send.' })
})

describe('only one treatment', () => {
  test('runs at a time, whoever opened the history', async () => {
    const path = join(ownFolder(), 'history.sqlite')
    const [one, other] = [new TreatmentFixture(path), new TreatmentFixture(path)]
    let second: TreatResult | undefined
    const apply = async () => {
      second = await other.treat(other.action())
    }
    expect(await one.treat(one.action({ apply }))).toMatchObject({ is: 'treated' })
    expect(rendered(second)).toMatchObject({ is: 'refused', why: expect.stringContaining('under way') })
    expect(await other.treat(other.action())).toMatchObject({ is: 'treated' })
  })

  test('runs while one that would not end may still act', async () => {
    const fixture = new TreatmentFixture()
    const { promise, resolve: end } = Promise.withResolvers<void>()
    const { outcome } = treatmentIn(await fixture.treat(fixture.action({ apply: () => promise, timeoutMs: 5_000 })))
    expect(outcome).toBe('failed')
    expect(await fixture.treat(fixture.action())).toMatchObject({ is: 'refused' })
    end()
    expect(await fixture.treat(fixture.action())).toMatchObject({ is: 'treated' })
  })

  test('is begun on top of one that was cut off only if it touches nothing', async () => {
    const fixture = new TreatmentFixture()
    const { treatments } = fixture.history
    const receipt = {
      remedy: 'open-door',
      version: 1,
      account: 'a',
      causes: [],
      startedAt: 0,
      before: { door: 'shut' },
    }
    const { id } = treatments.begin(receipt)
    expect(rendered(await fixture.treat(fixture.action()))).toMatchObject({ why: expect.stringContaining('cut off') })
    expect(await fixture.treat(fixture.action({ touches: 'nothing' }))).toMatchObject({ is: 'treated' })
    expect(leaveInterrupted(id, treatments, 1)).toBe(true)
    expect(await fixture.treat(fixture.action())).toMatchObject({ is: 'treated' })
  })
})

/** A door that opens, and will not be shut again. */
function jammedIn(fixture: TreatmentFixture, more: Parameters<TreatmentFixture['action']>[0] = {}) {
  const { undo: back, ...action } = fixture.action(more)
  if (!back) throw new Error('It has no way back.')
  return { ...action, undo: { ...back, putBack: () => Promise.reject(new Failed(foreignName('It is jammed.'))) } }
}

describe('a treatment that fails half-way', () => {
  const half = (fixture: TreatmentFixture) => async () => {
    fixture.hall.door = 'open'
    throw new Failed(foreignName('The handle came off.'))
  }

  test('is put back at once, and has failed', async () => {
    const fixture = new TreatmentFixture()
    const treatment = treatmentIn(await fixture.treat(fixture.action({ apply: half(fixture) })))
    expect(treatment).toMatchObject({ outcome: 'failed', restoredAt: expect.any(Number) })
    expect(rendered(treatment.words)).toBe('The handle came off. Everything is as it was before.')
    expect(fixture.hall.door).toBe('shut')
    expect(await fixture.undo(treatment.id, [fixture.action()])).toMatchObject({ is: 'refused' })
  })

  test('stays as it is where its half is worth keeping, and may be undone', async () => {
    const fixture = new TreatmentFixture()
    const treatment = treatmentIn(await fixture.treat(fixture.action({ apply: half(fixture), keepsHalf: true })))
    expect([treatment.outcome, fixture.hall.door]).toEqual(['failed', 'open'])
    expect(await fixture.undo(treatment.id, [fixture.action()])).toMatchObject({ is: 'undone' })
    expect(fixture.hall.door).toBe('shut')
  })

  test('and cannot be put back says both, and may be undone later', async () => {
    const fixture = new TreatmentFixture()
    const jammed = jammedIn(fixture, { apply: half(fixture) })
    const treatment = treatmentIn(await fixture.treat(jammed))
    expect(treatment).toMatchObject({ outcome: 'failed' })
    expect(rendered(treatment.words)).toBe('The handle came off. It could not be put back either: It is jammed.')
    const sure = { sure: true }
    expect(await fixture.undo(treatment.id, [jammed], sure)).toEqual({ is: 'failed', why: 'It is jammed.' })
    expect(await fixture.undo(treatment.id, [fixture.action()], sure)).toMatchObject({ is: 'undone' })
  })

  test('and has no way back says so', async () => {
    const fixture = new TreatmentFixture()
    const { undo: _, ...oneWay } = fixture.action({ apply: half(fixture) })
    expect(rendered(treatmentIn(await fixture.treat(oneWay)).words)).toMatch('stands')
  })

  test('and has changed nothing says no more than why', async () => {
    const fixture = new TreatmentFixture()
    const apply = () => Promise.reject(new Failed(foreignName('Nobody came.')))
    const { undo: _, ...waiting } = fixture.action({ touches: 'nothing', apply })
    expect(rendered(treatmentIn(await fixture.treat(waiting)).words)).toBe('Nobody came.')
  })

  test('by a fault of ours is told as one', async () => {
    const fixture = new TreatmentFixture()
    const apply = () => Promise.reject(new TypeError('x is not a function'))
    expect(rendered(treatmentIn(await fixture.treat(fixture.action({ apply }))).words)).toMatch(
      'A fault of ours: x is not',
    )
    expect(await fixture.log.newest(9)).toMatchObject([{ event: 'treatment-failed', name: 'TypeError' }])
    expect(JSON.stringify(await fixture.log.newest(9))).not.toContain('is not a function')
  })
})

describe('a treatment that is stopped', () => {
  test('while it acts is undone', async () => {
    const fixture = new TreatmentFixture()
    const stop = new AbortController()
    const apply = async (_: unknown, __: unknown, { signal }: ActOptions) => {
      fixture.hall.door = 'open'
      stop.abort()
      await until(signal)
    }
    const treatment = treatmentIn(await fixture.treat(fixture.action({ apply }), stop.signal))
    expect(treatment).toMatchObject({ outcome: 'undone', words: 'You stopped it. Everything is as it was before.' })
    expect(fixture.hall.door).toBe('shut')
  })

  test('while it settles is undone, too', async () => {
    const fixture = new TreatmentFixture()
    const stop = new AbortController()
    const { apply } = fixture.action()
    const acting = async (...args: Parameters<typeof apply>) => {
      await apply(...args)
      stop.abort()
    }
    expect(treatmentIn(await fixture.treat(fixture.action({ apply: acting }), stop.signal)).outcome).toBe('undone')
    expect(fixture.hall.door).toBe('shut')
  })

  test('but may not be, is done and not checked', async () => {
    const fixture = new TreatmentFixture()
    const stop = new AbortController()
    let aborted: boolean | undefined
    const apply = async (_: unknown, __: unknown, { signal }: ActOptions) => {
      stop.abort()
      aborted = signal.aborted
      fixture.hall.door = 'open'
    }
    const treatment = treatmentIn(await fixture.treat(fixture.action({ apply, cancellable: false }), stop.signal))
    expect(aborted).toBe(false)
    expect(rendered(treatment)).toMatchObject({
      outcome: 'no effect',
      words: expect.stringContaining('you stopped before'),
    })
    expect(fixture.hall.door).toBe('open')
  })
})

describe('undoing', () => {
  test('needs nothing but the receipt, weeks later and in another process', async () => {
    const path = join(ownFolder(), 'history.sqlite')
    const before = new TreatmentFixture(path)
    const { id } = treatmentIn(await before.treat(before.action()))
    const after = new TreatmentFixture(path)
    after.hall.door = 'open'
    await after.clock.pass(30 * 86_400_000)
    const undone = await after.undo(id, [after.action()])
    expect(undone).toMatchObject({ is: 'undone', treatment: { outcome: 'undone' } })
    expect(after.hall.door).toBe('shut')
    expect(before.history.treatments.find(id)).toMatchObject({ outcome: 'undone', restoredAt: expect.any(Number) })
    expect(await after.undo(id, [after.action()])).toMatchObject({
      is: 'refused',
      why: 'This has been undone already.',
    })
  })

  test('reads what an older version wrote, and refuses clearly where it cannot', async () => {
    const fixture = new TreatmentFixture()
    const written = { remedy: 'open-door', account: 'a', causes: [], startedAt: 0 }
    const { treatments } = fixture.history
    const first = treatments.begin({ ...written, version: 1, before: { stood: 'shut', folder: '/aside/1' } })
    const newer = treatments.begin({ ...written, version: 9, before: { folder: '/aside/9' } })
    const bad = treatments.begin({ ...written, version: 2, before: 7 })
    fixture.hall.door = 'open'
    const today = fixture.action({
      version: 2,
      recall: (before, version) => {
        if (version === 1 && typeof before === 'object' && before && 'stood' in before && before.stood === 'shut')
          return { door: 'shut' }
        if (version === 2) return { door: (before as { door: { toString(): 'shut' } }).door.toString() }
        return undefined
      },
    })
    expect(await fixture.undo(first.id, [today])).toMatchObject({
      is: 'changed',
      since: 'Nobody noted how it was left. The door is open.',
    })
    expect(await fixture.undo(first.id, [today], { sure: true })).toMatchObject({ is: 'undone' })
    expect(fixture.hall.door).toBe('shut')
    expect(rendered(await fixture.undo(newer.id, [today]))).toMatchObject({
      is: 'refused',
      why: expect.stringMatching(/Another version .* is in \/aside\/9$/),
    })
    expect(rendered(await fixture.undo(bad.id, [today]))).toMatchObject({
      is: 'refused',
      why: expect.stringMatching('cannot read'),
    })
    // Without a way of reading others, only its own version is understood.
    expect(await fixture.undo(newer.id, [fixture.action()])).toMatchObject({ is: 'refused' })
  })

  test('of a remedy that is gone says where the files are', async () => {
    const fixture = new TreatmentFixture()
    const receipt = { remedy: 'gone', version: 1, account: 'a', causes: [], startedAt: 0, before: { folder: '/aside' } }
    const { id } = fixture.history.treatments.begin(receipt)
    expect(rendered(await fixture.undo(id, []))).toMatchObject({
      is: 'refused',
      why: expect.stringMatching(/is in \/aside$/),
    })
  })

  test('of nothing, or of what has no way back, is refused', async () => {
    const fixture = new TreatmentFixture()
    const { undo: _, ...oneWay } = fixture.action()
    const { id } = treatmentIn(await fixture.treat(oneWay))
    expect(await fixture.undo(id, [oneWay])).toMatchObject({ is: 'refused', why: 'There is nothing to put back.' })
    expect(await fixture.undo('99', [oneWay])).toMatchObject({ is: 'refused' })
  })

  test('waits for no permission that is missing', async () => {
    const fixture = new TreatmentFixture()
    const { id } = treatmentIn(await fixture.treat(fixture.action()))
    fixture.permission = 'refused'
    const needs = [{ permission: 'accessibility', why: foreignName('To turn the handle.') }] as const
    expect(await fixture.undo(id, [fixture.action({ needs })])).toMatchObject({ is: 'refused', needs: needs[0] })
  })
})

describe('what was cut off', () => {
  const receipt = { remedy: 'open-door', version: 1, account: 'a', causes: [], startedAt: 0, before: { door: 'shut' } }

  test('is found at the next start, and undone', async () => {
    const path = join(ownFolder(), 'history.sqlite')
    new TreatmentFixture(path).history.treatments.begin(receipt)
    const fixture = new TreatmentFixture(path)
    fixture.hall.door = 'open'
    const { treatments } = fixture.history
    const [found] = interruptedTreatments(treatments)
    expect(found).toMatchObject({ remedy: 'open-door' })
    expect(await fixture.undo(found?.id ?? '', [fixture.action()])).toMatchObject({ is: 'changed' })
    expect(await fixture.undo(found?.id ?? '', [fixture.action()], { sure: true })).toMatchObject({ is: 'undone' })
    expect(interruptedTreatments(treatments)).toEqual([])
  })

  test('is not taken for the one that is under way', async () => {
    const path = join(ownFolder(), 'history.sqlite')
    const [one, other] = [new TreatmentFixture(path), new TreatmentFixture(path)]
    let seen: readonly Treatment[] | undefined
    const apply = async () => {
      seen = interruptedTreatments(other.history.treatments)
    }
    await one.treat(one.action({ apply }))
    expect(seen).toEqual([])
  })

  test('needs nobody where there is nothing to put back', () => {
    const fixture = new TreatmentFixture()
    const { treatments } = fixture.history
    treatments.begin(receipt)
    const { undo: _, ...oneWay } = fixture.action({ id: 'shout' })
    treatments.begin({ ...receipt, remedy: 'shout' })
    closeHarmlessInterrupted(treatments, [fixture.action(), oneWay], 5)
    expect(treatments.all().map(({ remedy, outcome }) => [remedy, outcome])).toEqual([
      ['shout', 'failed'],
      ['open-door', 'under way'],
    ])
  })
})

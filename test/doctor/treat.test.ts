import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { absent, present } from '../../src/core/cause.ts'
import { type Action, type ActOptions, Failed, Refused } from '../../src/core/remedy.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import type { Treatment } from '../../src/core/treatment.ts'
import { closeHarmlessInterrupted, interruptedTreatments, leaveInterrupted } from '../../src/doctor/interrupted.ts'
import type { TreatResult } from '../../src/doctor/treat.ts'
import { ownFolder } from '../history/folder.ts'
import { Practice } from './treatment-fixture.ts'

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
  test('cures when those who testified find the trouble no longer', async () => {
    const practice = new Practice()
    const { outcome, words, causes } = treatmentIn(await practice.treat(practice.action()))
    expect([outcome, causes]).toEqual(['cured', ['way-shut']])
    expect(rendered(words)).toMatch('no longer')
    expect(practice.history.treatments.all()).toMatchObject([{ outcome: 'cured', before: { door: 'shut' } }])
  })

  test('asks only those again, after those they come after, and later whoever is consulted now', async () => {
    const practice = new Practice()
    await practice.treat(practice.action())
    // The hall was not looked into as long as the door was shut; nobody asked for the weather.
    expect(practice.asked).toEqual(['keyhole', 'door', 'keyhole', 'hall', 'door'])
  })

  test('waits until it can have worked', async () => {
    const practice = new Practice()
    const began = practice.clock.now()
    let asked = 0
    const settles = 30_000
    const { causes } = practice
    practice.causes = [
      practice.cause('way-shut', (chart) => {
        asked = chart.at
        return causes[0]?.judge(chart) ?? absent
      }),
    ]
    await practice.treat(practice.action({ settles, treats: () => practice.causes }))
    expect(asked - began).toBeGreaterThanOrEqual(settles)
  })

  test('has no effect when they still find it, whatever the remedy believes', async () => {
    const practice = new Practice()
    const { outcome } = treatmentIn(await practice.treat(practice.action({ apply: async () => {} })))
    expect(outcome).toBe('no effect')
  })

  test('has no effect when behind the first trouble stands a second of the same kind', async () => {
    const practice = new Practice()
    practice.hall.hall = 'blocked'
    expect(treatmentIn(await practice.treat(practice.action())).outcome).toBe('no effect')
  })

  test('is not believed when nobody can see whether it helped', async () => {
    const practice = new Practice()
    const blinding = practice.action({
      apply: async () => {
        practice.hall.door = 'unseen'
      },
    })
    const { outcome, words } = treatmentIn(await practice.treat(blinding))
    expect(outcome).toBe('no effect')
    expect(rendered(words)).toMatch('Nobody can tell')
  })

  test('has its receipt written before it acts, under way', async () => {
    const practice = new Practice()
    let receipts: readonly Treatment[] = []
    const apply = async () => {
      receipts = practice.history.treatments.all()
    }
    await practice.treat(practice.action({ apply }))
    expect(receipts).toMatchObject([
      { outcome: 'under way', remedy: 'open-door', account: 'a1', before: { door: 'shut' } },
    ])
  })

  test('acts on what the receipt gives back, so that undoing knows no less', async () => {
    const practice = new Practice()
    let given: unknown
    const capture = async () => ({ door: 'shut' as const, at: new Date(0), gone: undefined })
    await practice.treat(
      practice.action({
        capture,
        apply: async (_consultation, before) => {
          given = before
        },
      }),
    )
    expect(given).toEqual({ door: 'shut', at: '1970-01-01T00:00:00.000Z' })
  })

  test('tells how far it is', async () => {
    const practice = new Practice()
    await practice.treat(practice.action())
    const told = practice.told.filter(({ is }) => is !== 'examining')
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
  const refused = async (practice: Practice, action: Action<unknown>, signal?: AbortSignal) => {
    const treated = await practice.treat(action, signal)
    expect(practice.hall.door).toBe('shut')
    expect(practice.history.treatments.all()).toEqual([])
    // And the right to treat was given back.
    const release = practice.history.treatments.claim()
    expect(release).toBeTypeOf('function')
    release?.()
    return treated
  }

  test('where looking shows that acting would be wrong', async () => {
    const practice = new Practice()
    const capture = () => Promise.reject(new Refused('The door is painted on the wall.'))
    expect(await refused(practice, practice.action({ capture }))).toEqual({
      is: 'refused',
      why: 'The door is painted on the wall.',
    })
  })

  test('where a cause forbids it, even one that is only a symptom', async () => {
    const practice = new Practice()
    const fire = practice.cause('fire', () => present(0.1, []), { shadowedBy: () => [practice.wayShut] })
    practice.causes = [practice.wayShut, fire]
    const treated = await refused(practice, practice.action({ forbiddenWhile: () => [fire] }))
    expect(rendered(treated)).toMatchObject({ is: 'refused', why: expect.stringContaining('fire.') })
  })

  test('where it does not fit', async () => {
    const practice = new Practice()
    expect(await refused(practice, practice.action({ fits: () => false }))).toMatchObject({ is: 'refused' })
  })

  const needs = [
    { permission: 'automation', client: 'outlook', why: 'To ask Outlook.' },
    { permission: 'full-disk-access', why: 'To move its files.' },
  ] as const

  test.each(['refused', 'not-asked'] as const)(
    'where a permission is %s: exactly that one is asked for',
    async (state) => {
      const practice = new Practice()
      practice.permission = state
      expect(await refused(practice, practice.action({ needs }))).toEqual({
        is: 'refused',
        why: 'To move its files.',
        needs: needs[1],
      })
    },
  )

  test('where looking shows which permission is missing: it is asked for', async () => {
    const practice = new Practice()
    const capture = () => Promise.reject(new Refused('To ask Outlook.', needs[0]))
    expect(await refused(practice, practice.action({ capture }))).toEqual({
      is: 'refused',
      why: 'To ask Outlook.',
      needs: needs[0],
    })
  })

  test('where the user stops it while it looks, whether it may be stopped later or not', async () => {
    for (const cancellable of [true, false]) {
      const practice = new Practice()
      const stop = new AbortController()
      const capture = async (_: unknown, signal: AbortSignal) => {
        stop.abort()
        return until(signal)
      }
      expect(await refused(practice, practice.action({ capture, cancellable }), stop.signal)).toMatchObject({
        why: 'You stopped it before anything was done.',
      })
    }
  })

  test('where the receipt would hold the address', async () => {
    const practice = new Practice()
    const capture = async () => ({ door: 'shut' as const, folder: '/Users/x/IMAP-Anna@example.net' })
    expect(await refused(practice, practice.action({ capture }))).toMatchObject({ is: 'refused' })
  })
})

test('nothing is done where the receipt cannot be written', async () => {
  const practice = new Practice()
  const consultationIsThere = practice.action()
  practice.history.treatments.begin = () => {
    throw new Error('The disk is full.')
  }
  expect(rendered(await practice.treat(consultationIsThere))).toMatchObject({
    is: 'refused',
    why: expect.stringContaining('The disk is full.'),
  })
  expect(practice.hall.door).toBe('shut')
})

test('the system asks for automation by itself; the reason is told before', async () => {
  const practice = new Practice()
  practice.permission = 'not-asked'
  const needs = [{ permission: 'automation', client: 'apple-mail', why: 'To ask Mail to send.' }] as const
  expect(await practice.treat(practice.action({ needs }))).toMatchObject({ is: 'treated' })
  expect(practice.told[0]).toEqual({ is: 'told', line: 'macOS may ask you now. To ask Mail to send.' })
})

describe('only one treatment', () => {
  test('runs at a time, whoever opened the history', async () => {
    const path = join(ownFolder(), 'history.sqlite')
    const [one, other] = [new Practice(path), new Practice(path)]
    let second: TreatResult | undefined
    const apply = async () => {
      second = await other.treat(other.action())
    }
    expect(await one.treat(one.action({ apply }))).toMatchObject({ is: 'treated' })
    expect(rendered(second)).toMatchObject({ is: 'refused', why: expect.stringContaining('under way') })
    expect(await other.treat(other.action())).toMatchObject({ is: 'treated' })
  })

  test('runs while one that would not end may still act', async () => {
    const practice = new Practice()
    const { promise, resolve: end } = Promise.withResolvers<void>()
    const { outcome } = treatmentIn(await practice.treat(practice.action({ apply: () => promise, timeoutMs: 5_000 })))
    expect(outcome).toBe('failed')
    expect(await practice.treat(practice.action())).toMatchObject({ is: 'refused' })
    end()
    expect(await practice.treat(practice.action())).toMatchObject({ is: 'treated' })
  })

  test('is begun on top of one that was cut off only if it touches nothing', async () => {
    const practice = new Practice()
    const { treatments } = practice.history
    const receipt = {
      remedy: 'open-door',
      version: 1,
      account: 'a',
      causes: [],
      startedAt: 0,
      before: { door: 'shut' },
    }
    const { id } = treatments.begin(receipt)
    expect(rendered(await practice.treat(practice.action()))).toMatchObject({ why: expect.stringContaining('cut off') })
    expect(await practice.treat(practice.action({ touches: 'nothing' }))).toMatchObject({ is: 'treated' })
    expect(leaveInterrupted(id, treatments, 1)).toBe(true)
    expect(await practice.treat(practice.action())).toMatchObject({ is: 'treated' })
  })
})

/** A door that opens, and will not be shut again. */
function jammedIn(practice: Practice, more: Parameters<Practice['action']>[0] = {}) {
  const { undo: back, ...action } = practice.action(more)
  if (!back) throw new Error('It has no way back.')
  return { ...action, undo: { ...back, putBack: () => Promise.reject(new Failed('It is jammed.')) } }
}

describe('a treatment that fails half-way', () => {
  const half = (practice: Practice) => async () => {
    practice.hall.door = 'open'
    throw new Failed('The handle came off.')
  }

  test('is put back at once, and has failed', async () => {
    const practice = new Practice()
    const treatment = treatmentIn(await practice.treat(practice.action({ apply: half(practice) })))
    expect(treatment).toMatchObject({ outcome: 'failed', restoredAt: expect.any(Number) })
    expect(rendered(treatment.words)).toBe('The handle came off. Everything is as it was before.')
    expect(practice.hall.door).toBe('shut')
    expect(await practice.undo(treatment.id, [practice.action()])).toMatchObject({ is: 'refused' })
  })

  test('stays as it is where its half is worth keeping, and may be undone', async () => {
    const practice = new Practice()
    const treatment = treatmentIn(await practice.treat(practice.action({ apply: half(practice), keepsHalf: true })))
    expect([treatment.outcome, practice.hall.door]).toEqual(['failed', 'open'])
    expect(await practice.undo(treatment.id, [practice.action()])).toMatchObject({ is: 'undone' })
    expect(practice.hall.door).toBe('shut')
  })

  test('and cannot be put back says both, and may be undone later', async () => {
    const practice = new Practice()
    const jammed = jammedIn(practice, { apply: half(practice) })
    const treatment = treatmentIn(await practice.treat(jammed))
    expect(treatment).toMatchObject({ outcome: 'failed' })
    expect(rendered(treatment.words)).toBe('The handle came off. It could not be put back either: It is jammed.')
    const sure = { sure: true }
    expect(await practice.undo(treatment.id, [jammed], sure)).toEqual({ is: 'failed', why: 'It is jammed.' })
    expect(await practice.undo(treatment.id, [practice.action()], sure)).toMatchObject({ is: 'undone' })
  })

  test('and has no way back says so', async () => {
    const practice = new Practice()
    const { undo: _, ...oneWay } = practice.action({ apply: half(practice) })
    expect(rendered(treatmentIn(await practice.treat(oneWay)).words)).toMatch('stands')
  })

  test('and has changed nothing says no more than why', async () => {
    const practice = new Practice()
    const apply = () => Promise.reject(new Failed('Nobody came.'))
    const { undo: _, ...waiting } = practice.action({ touches: 'nothing', apply })
    expect(rendered(treatmentIn(await practice.treat(waiting)).words)).toBe('Nobody came.')
  })

  test('by a fault of ours is told as one', async () => {
    const practice = new Practice()
    const apply = () => Promise.reject(new TypeError('x is not a function'))
    expect(rendered(treatmentIn(await practice.treat(practice.action({ apply }))).words)).toMatch(
      'A fault of ours: x is not',
    )
  })
})

describe('a treatment that is stopped', () => {
  test('while it acts is undone', async () => {
    const practice = new Practice()
    const stop = new AbortController()
    const apply = async (_: unknown, __: unknown, { signal }: ActOptions) => {
      practice.hall.door = 'open'
      stop.abort()
      await until(signal)
    }
    const treatment = treatmentIn(await practice.treat(practice.action({ apply }), stop.signal))
    expect(treatment).toMatchObject({ outcome: 'undone', words: 'You stopped it. Everything is as it was before.' })
    expect(practice.hall.door).toBe('shut')
  })

  test('while it settles is undone, too', async () => {
    const practice = new Practice()
    const stop = new AbortController()
    const { apply } = practice.action()
    const acting = async (...args: Parameters<typeof apply>) => {
      await apply(...args)
      stop.abort()
    }
    expect(treatmentIn(await practice.treat(practice.action({ apply: acting }), stop.signal)).outcome).toBe('undone')
    expect(practice.hall.door).toBe('shut')
  })

  test('but may not be, is done and not checked', async () => {
    const practice = new Practice()
    const stop = new AbortController()
    let aborted: boolean | undefined
    const apply = async (_: unknown, __: unknown, { signal }: ActOptions) => {
      stop.abort()
      aborted = signal.aborted
      practice.hall.door = 'open'
    }
    const treatment = treatmentIn(await practice.treat(practice.action({ apply, cancellable: false }), stop.signal))
    expect(aborted).toBe(false)
    expect(rendered(treatment)).toMatchObject({
      outcome: 'no effect',
      words: expect.stringContaining('you stopped before'),
    })
    expect(practice.hall.door).toBe('open')
  })
})

describe('undoing', () => {
  test('needs nothing but the receipt, weeks later and in another process', async () => {
    const path = join(ownFolder(), 'history.sqlite')
    const before = new Practice(path)
    const { id } = treatmentIn(await before.treat(before.action()))
    const after = new Practice(path)
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
    const practice = new Practice()
    const written = { remedy: 'open-door', account: 'a', causes: [], startedAt: 0 }
    const { treatments } = practice.history
    const first = treatments.begin({ ...written, version: 1, before: { stood: 'shut', folder: '/aside/1' } })
    const newer = treatments.begin({ ...written, version: 9, before: { folder: '/aside/9' } })
    const bad = treatments.begin({ ...written, version: 2, before: 7 })
    practice.hall.door = 'open'
    const today = practice.action({
      version: 2,
      recall: (before, version) => {
        if (version === 1 && typeof before === 'object' && before && 'stood' in before && before.stood === 'shut')
          return { door: 'shut' }
        if (version === 2) return { door: (before as { door: { toString(): 'shut' } }).door.toString() }
        return undefined
      },
    })
    expect(await practice.undo(first.id, [today])).toMatchObject({
      is: 'changed',
      since: 'Nobody noted how it was left. The door is open.',
    })
    expect(await practice.undo(first.id, [today], { sure: true })).toMatchObject({ is: 'undone' })
    expect(practice.hall.door).toBe('shut')
    expect(rendered(await practice.undo(newer.id, [today]))).toMatchObject({
      is: 'refused',
      why: expect.stringMatching(/Another version .* is in \/aside\/9$/),
    })
    expect(rendered(await practice.undo(bad.id, [today]))).toMatchObject({
      is: 'refused',
      why: expect.stringMatching('cannot read'),
    })
    // Without a way of reading others, only its own version is understood.
    expect(await practice.undo(newer.id, [practice.action()])).toMatchObject({ is: 'refused' })
  })

  test('of a remedy that is gone says where the files are', async () => {
    const practice = new Practice()
    const receipt = { remedy: 'gone', version: 1, account: 'a', causes: [], startedAt: 0, before: { folder: '/aside' } }
    const { id } = practice.history.treatments.begin(receipt)
    expect(rendered(await practice.undo(id, []))).toMatchObject({
      is: 'refused',
      why: expect.stringMatching(/is in \/aside$/),
    })
  })

  test('of nothing, or of what has no way back, is refused', async () => {
    const practice = new Practice()
    const { undo: _, ...oneWay } = practice.action()
    const { id } = treatmentIn(await practice.treat(oneWay))
    expect(await practice.undo(id, [oneWay])).toMatchObject({ is: 'refused', why: 'There is nothing to put back.' })
    expect(await practice.undo('99', [oneWay])).toMatchObject({ is: 'refused' })
  })

  test('waits for no permission that is missing', async () => {
    const practice = new Practice()
    const { id } = treatmentIn(await practice.treat(practice.action()))
    practice.permission = 'refused'
    const needs = [{ permission: 'accessibility', why: 'To turn the handle.' }] as const
    expect(await practice.undo(id, [practice.action({ needs })])).toMatchObject({ is: 'refused', needs: needs[0] })
  })
})

describe('what was cut off', () => {
  const receipt = { remedy: 'open-door', version: 1, account: 'a', causes: [], startedAt: 0, before: { door: 'shut' } }

  test('is found at the next start, and undone', async () => {
    const path = join(ownFolder(), 'history.sqlite')
    new Practice(path).history.treatments.begin(receipt)
    const practice = new Practice(path)
    practice.hall.door = 'open'
    const { treatments } = practice.history
    const [found] = interruptedTreatments(treatments)
    expect(found).toMatchObject({ remedy: 'open-door' })
    expect(await practice.undo(found?.id ?? '', [practice.action()])).toMatchObject({ is: 'changed' })
    expect(await practice.undo(found?.id ?? '', [practice.action()], { sure: true })).toMatchObject({ is: 'undone' })
    expect(interruptedTreatments(treatments)).toEqual([])
  })

  test('is not taken for the one that is under way', async () => {
    const path = join(ownFolder(), 'history.sqlite')
    const [one, other] = [new Practice(path), new Practice(path)]
    let seen: readonly Treatment[] | undefined
    const apply = async () => {
      seen = interruptedTreatments(other.history.treatments)
    }
    await one.treat(one.action({ apply }))
    expect(seen).toEqual([])
  })

  test('needs nobody where there is nothing to put back', () => {
    const practice = new Practice()
    const { treatments } = practice.history
    treatments.begin(receipt)
    const { undo: _, ...oneWay } = practice.action({ id: 'shout' })
    treatments.begin({ ...receipt, remedy: 'shout' })
    closeHarmlessInterrupted(treatments, [practice.action(), oneWay], 5)
    expect(treatments.all().map(({ remedy, outcome }) => [remedy, outcome])).toEqual([
      ['shout', 'failed'],
      ['open-door', 'under way'],
    ])
  })
})

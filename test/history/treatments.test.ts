import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { foreignName } from '../../src/core/sentence.ts'
import type { Receipt, TreatmentEnd } from '../../src/core/treatment.ts'
import { type History, openHistory } from '../../src/history/history.ts'
import { ownFolder } from './folder.ts'

const day = 86_400_000
const noon = Date.UTC(2026, 10, 20, 12)

function opened(path = ':memory:'): History {
  const history = openHistory(path)
  onTestFinished(() => history.close())
  return history
}

const receipt: Receipt = {
  remedy: 'turn-over',
  version: 2,
  account: 'a1',
  causes: ['stands-on-its-head'],
  startedAt: noon,
  before: { folder: '/aside', top: ['a', 'b'], none: null },
}

const endingAs = (outcome: TreatmentEnd['outcome'], more: Partial<TreatmentEnd> = {}): TreatmentEnd => ({
  outcome,
  at: noon + 5,
  words: foreignName('So it ended.'),
  restored: false,
  ...more,
})

describe('a receipt', () => {
  test('comes back as it was written, also for whoever opens the file later', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const { id } = opened(path).treatments.begin(receipt)
    expect(opened(path).treatments.find(id)).toEqual({ ...receipt, id, outcome: 'under way' })
  })

  test('is told newest first, with how it ended', () => {
    const { treatments } = opened()
    const first = treatments.begin(receipt)
    const second = treatments.begin({ ...receipt, startedAt: noon + 1 })
    treatments.end(first.id, endingAs('cured'))
    expect(treatments.all().map(({ id, outcome, endedAt, words }) => ({ id, outcome, endedAt, words }))).toEqual([
      { id: second.id, outcome: 'under way', endedAt: undefined, words: undefined },
      { id: first.id, outcome: 'cured', endedAt: noon + 5, words: 'So it ended.' },
    ])
  })

  test('of no treatment there is none', () => {
    const { treatments } = opened()
    for (const id of ['1', '', '-1', "1' OR 1", '9'.repeat(40)]) expect(treatments.find(id)).toBeUndefined()
  })

  test('stays readable where `before` was damaged', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const { treatments } = opened(path)
    const { id } = treatments.begin(receipt)
    const vandal = new Database(path)
    vandal.exec(`UPDATE treatment SET before = '{"folder', causes = '7'`)
    vandal.close()
    expect(treatments.find(id)).toMatchObject({ before: undefined, causes: [], remedy: 'turn-over' })
  })

  test('is on the disk before the next thing happens', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const { treatments } = opened(path)
    treatments.begin({ ...receipt, before: 'a needle in the log' })
    expect(readFileSync(`${path}-wal`).includes('a needle in the log')).toBe(true)
  })
})

describe('an outcome', () => {
  test.each(['cured', 'no effect', 'failed'] as const)('%s is final, except that it may be undone', (outcome) => {
    const { treatments } = opened()
    const { id } = treatments.begin(receipt)
    treatments.end(id, endingAs(outcome))
    for (const other of ['cured', 'no effect', 'failed'] as const)
      expect(() => treatments.end(id, endingAs(other))).toThrow('final')
    treatments.end(id, endingAs('undone', { at: noon + 9, restored: true }))
    expect(treatments.find(id)).toMatchObject({ outcome: 'undone', endedAt: noon + 9, restoredAt: noon + 9 })
    expect(() => treatments.end(id, endingAs('cured'))).toThrow('final')
    expect(() => treatments.end(id, endingAs('undone'))).toThrow('final')
  })

  test('is told without addresses', () => {
    const { treatments } = opened()
    const { id } = treatments.begin(receipt)
    treatments.end(id, endingAs('failed', { words: foreignName('anna@example.net was not there.') }))
    expect(treatments.find(id)?.words).toEqual('<address> was not there.')
  })
})

describe('the right to treat', () => {
  test('only one has it, also of two that opened the same file', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const one = opened(path).treatments
    const other = opened(path).treatments
    const release = one.claim()
    expect(release).toBeTypeOf('function')
    expect(one.claim()).toBeUndefined()
    expect(other.claim()).toBeUndefined()
    release?.()
    release?.()
    const again = other.claim()
    expect(again).toBeTypeOf('function')
    expect(one.claim()).toBeUndefined()
    again?.()
  })

  test('is had in memory, too', () => {
    const { treatments } = opened()
    const release = treatments.claim()
    expect(treatments.claim()).toBeUndefined()
    release?.()
    expect(treatments.claim()).toBeTypeOf('function')
  })

  test('leaves an empty file, and the history is written meanwhile', () => {
    const folder = ownFolder()
    const { treatments } = opened(join(folder, 'history.sqlite'))
    const release = treatments.claim()
    treatments.begin(receipt)
    release?.()
    expect(readdirSync(folder).filter((name) => name.includes('treating'))).toEqual(['history.sqlite-treating'])
    expect(statSync(join(folder, 'history.sqlite-treating')).size).toBe(0)
  })
})

test('old treatments are forgotten, except one that was cut off', async () => {
  const history = opened()
  const { treatments } = history
  const old = treatments.begin(receipt)
  const cutOff = treatments.begin(receipt)
  const fresh = treatments.begin({ ...receipt, startedAt: noon + day })
  treatments.end(old.id, endingAs('no effect'))
  treatments.end(fresh.id, endingAs('no effect', { at: noon + day }))
  await history.forget(noon + day)
  expect(treatments.all().map(({ id }) => id)).toEqual([fresh.id, cutOff.id])
  expect(treatments.begin(receipt).id).not.toBe(old.id)
})

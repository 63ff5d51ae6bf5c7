import { expect, test } from 'vitest'
import { absent, present } from '../../src/core/cause.ts'
import type { Guide } from '../../src/core/remedy.ts'
import { offersFor } from '../../src/doctor/offers.ts'
import { Practice } from './treatment-fixture.ts'

const guide = (id: string, more: Partial<Guide>): Guide => ({
  id,
  kind: 'guide',
  label: id,
  risk: 0,
  treats: () => [],
  guide: () => ({ steps: [], values: [] }),
  ...more,
})

test('the first cause comes first, then what risks least, then the order of the list', async () => {
  const practice = new Practice()
  const minor = practice.cause('minor', () => present(0.2, []))
  const missing = practice.cause('missing', () => absent)
  practice.causes = [minor, missing, practice.wayShut]
  const remedies = [
    guide('for-minor', { treats: () => [minor] }),
    guide('for-missing', { treats: () => [missing] }),
    guide('risky', { treats: () => [practice.wayShut, minor], risk: 3 }),
    guide('mild', { treats: () => [practice.wayShut], risk: 1 }),
    guide('as-mild', { treats: () => [missing, practice.wayShut], risk: 1 }),
    guide('for-minor-too', { treats: () => [minor] }),
  ]
  const offers = offersFor(await practice.consult(), remedies)
  expect(offers.map(({ remedy, cause }) => `${cause}: ${remedy.id}`)).toEqual([
    'way-shut: mild',
    'way-shut: as-mild',
    'way-shut: risky',
    'minor: for-minor',
    'minor: for-minor-too',
  ])
})

test('what does not fit, or stumbles at the sight of the patient, is not offered', async () => {
  const practice = new Practice()
  const treats = () => [practice.wayShut]
  const fits = () => {
    throw new Error('oops')
  }
  const remedies = [
    guide('other', { treats, fits: () => false }),
    guide('bad', { treats, fits }),
    guide('good', { treats }),
  ]
  expect(offersFor(await practice.consult(), remedies).map(({ remedy }) => remedy.id)).toEqual(['good'])
})

test('what another cause forbids is shown, with the reason', async () => {
  const practice = new Practice()
  const arrived = practice.cause('it-may-have-arrived', () => present(0.1, []))
  practice.causes = [practice.wayShut, arrived]
  const sending = guide('send', { treats: () => [practice.wayShut], forbiddenWhile: () => [arrived] })
  expect(offersFor(await practice.consult(), [sending])).toEqual([
    { remedy: sending, cause: 'way-shut', blocked: 'Not as long as this holds: it-may-have-arrived.' },
  ])
})

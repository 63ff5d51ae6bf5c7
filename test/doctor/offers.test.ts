import { expect, test } from 'vitest'
import { absent, present } from '../../src/core/cause.ts'
import type { Guide } from '../../src/core/remedy.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { offersFor } from '../../src/doctor/offers.ts'
import { TreatmentFixture } from './treatment-fixture.ts'

const guide = (id: string, more: Partial<Guide>): Guide => ({
  id,
  kind: 'guide',
  label: foreignName(id),
  byHand: () => foreignName('Only you may.'),
  risk: 0,
  treats: () => [],
  guide: () => ({ steps: [], values: [] }),
  ...more,
})

test('the first cause comes first, then what risks least, then the order of the list', async () => {
  const fixture = new TreatmentFixture()
  const minor = fixture.cause('minor', () => present(0.2, []))
  const missing = fixture.cause('missing', () => absent)
  fixture.causes = [minor, missing, fixture.wayShut]
  const remedies = [
    guide('for-minor', { treats: () => [minor] }),
    guide('for-missing', { treats: () => [missing] }),
    guide('risky', { treats: () => [fixture.wayShut, minor], risk: 3 }),
    guide('mild', { treats: () => [fixture.wayShut], risk: 1 }),
    guide('as-mild', { treats: () => [missing, fixture.wayShut], risk: 1 }),
    guide('for-minor-too', { treats: () => [minor] }),
  ]
  const offers = offersFor(await fixture.remedyContext(), remedies)
  expect(offers.map(({ remedy, cause }) => `${cause}: ${remedy.id}`)).toEqual([
    'way-shut: mild',
    'way-shut: as-mild',
    'way-shut: risky',
    'minor: for-minor',
    'minor: for-minor-too',
  ])
})

test('what does not fit, or throws for this account, is not offered', async () => {
  const fixture = new TreatmentFixture()
  const treats = () => [fixture.wayShut]
  const fits = () => {
    throw new Error('oops')
  }
  const remedies = [
    guide('other', { treats, fits: () => false }),
    guide('bad', { treats, fits }),
    guide('good', { treats }),
  ]
  expect(offersFor(await fixture.remedyContext(), remedies).map(({ remedy }) => remedy.id)).toEqual(['good'])
  expect(await fixture.log.newest(9)).toMatchObject([{ event: 'offer-failed', of: 'bad', name: 'Error' }])
})

test('what another cause forbids is shown, with the reason', async () => {
  const fixture = new TreatmentFixture()
  const arrived = fixture.cause('it-may-have-arrived', () => present(0.1, []))
  fixture.causes = [fixture.wayShut, arrived]
  const sending = guide('send', { treats: () => [fixture.wayShut], forbiddenWhile: () => [arrived] })
  expect(offersFor(await fixture.remedyContext(), [sending])).toEqual([
    { remedy: sending, label: 'send', cause: 'way-shut', blocked: 'Not as long as this holds: it-may-have-arrived.' },
  ])
})

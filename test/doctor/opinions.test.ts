import { expect, test } from 'vitest'
import { LatestDiagnoses } from '../../src/doctor/opinions.ts'
import { diagnosisOf, minute } from './doctor-setup.ts'

const now = Date.UTC(2026, 10, 21, 9)

test('a cause that was found by a clock that was ahead is told once it has lasted by the right one', () => {
  const opinions = new LatestDiagnoses([{ id: 'x', patience: minute }])
  opinions.learn('home', now + 366 * 24 * 60 * minute, diagnosisOf('waiting', 'x'))
  opinions.learn('home', now, diagnosisOf('waiting', 'x'))
  expect(opinions.ripensIn('home')).toBe(minute)
  opinions.learn('home', now + minute, diagnosisOf('waiting', 'x'))
  expect(opinions.ripensIn('home')).toBeUndefined()
  expect(
    opinions
      .shown(() => false)
      .get('home')
      ?.causes.map(({ id }) => id),
  ).toEqual(['x'])
})

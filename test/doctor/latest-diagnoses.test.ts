import { expect, test } from 'vitest'
import { LatestDiagnoses } from '../../src/doctor/latest-diagnoses.ts'
import { diagnosisOf, minute } from './doctor-setup.ts'

const now = Date.UTC(2026, 10, 21, 9)

test('a cause that was found by a clock that was ahead is told once it has lasted by the right one', () => {
  const diagnoses = new LatestDiagnoses([{ id: 'x', showAfterMs: minute }])
  diagnoses.learn('home', now + 366 * 24 * 60 * minute, diagnosisOf('waiting', 'x'))
  diagnoses.learn('home', now, diagnosisOf('waiting', 'x'))
  expect(diagnoses.ripensIn('home')).toBe(minute)
  diagnoses.learn('home', now + minute, diagnosisOf('waiting', 'x'))
  expect(diagnoses.ripensIn('home')).toBeUndefined()
  expect(
    diagnoses
      .shown(() => undefined)
      .get('home')
      ?.causes.map(({ id }) => id),
  ).toEqual(['x'])
})

test('of what was found before mail got stuck, only what had lasted is told; of what is found then, all', () => {
  const diagnoses = new LatestDiagnoses([{ id: 'x', showAfterMs: minute }])
  const shown = () => diagnoses.shown(() => now + 10).get('home')
  diagnoses.learn('home', now, diagnosisOf('stuck', 'x'))
  expect(shown()).toMatchObject({ status: 'checking', causes: [] })
  diagnoses.learn('home', now + 20, diagnosisOf('stuck', 'x'))
  expect(shown()).toMatchObject({ status: 'stuck', causes: [{ id: 'x' }] })
})

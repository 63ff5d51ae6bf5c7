import { beforeAll, describe, expect, test } from 'vitest'
import { knownCauses } from '../../../src/agent.ts'
import { loadScene } from '../../../src/world/simulated/library.ts'
import { examined } from './examined.ts'
import { judged, ownCases } from './own-cases.ts'

const cases = ownCases()

/** Both are said, and the one of the family comes first. */
const near = ['163: the user has no permission']

describe('cases of our own making', () => {
  beforeAll(async () => void (await examined(loadScene('healthy-own-server'))))

  test.for(cases.map((one) => [`${one.kind}: ${one.name}`, one] as const))(
    '%s',
    { timeout: 90_000 },
    async ([, one], { expect: expectHere }) => {
      const { diagnosis } = await examined(one.scene)
      const named = diagnosis.causes.map(({ id }) => id).join(', ')
      expectHere(judged(one, diagnosis), named).toBe(near.includes(one.name) ? 'near' : 'right')
    },
  )
})

test('every kind has at least five, and what they name is known', () => {
  const kinds = Map.groupBy(cases, ({ kind }) => kind)
  expect([...kinds].filter(([, all]) => all.length < 5).map(([kind]) => kind)).toEqual([])
  const known = new Set<string | null>([null, ...knownCauses.map(({ id }) => id)])
  expect(cases.flatMap((one) => [...one.right, ...one.near, ...one.never]).filter((id) => !known.has(id))).toEqual([])
})

import { beforeAll, describe, expect, test } from 'vitest'
import { loadScene } from '../../../../src/world/simulated/library.ts'
import { examined } from '../examined.ts'
import { accusations } from './accusations.ts'
import { noises } from './noises.ts'
import { noisyScene } from './noisy.ts'
import { named } from './watched-noise.ts'

/** More of them, and others: `node bench/noise.ts`. */
const seeds = Array.from({ length: 60 }, (_, index) => index + 1)
const watched = [51, 53, 101, 119]
const quarter = 15 * 60_000

test('every noise is made by some seed of those that are tried', () => {
  const made = new Set(seeds.flatMap((seed) => noisyScene(seed).noises))
  expect(noises.map(({ name }) => name).filter((name) => !made.has(name))).toEqual([])
})

test('one seed makes one scene', () => {
  for (const seed of seeds.slice(0, 5)) expect(noisyScene(seed)).toEqual(noisyScene(seed))
})

describe.concurrent('nobody is accused on a healthy Mac', () => {
  beforeAll(async () => void (await examined(loadScene('healthy-own-server'))))

  test.for(seeds)('examined, seed %i', { timeout: 90_000 }, async (seed, { expect: expectHere }) => {
    const noisy = noisyScene(seed)
    const { causes, status } = (await examined(noisy.scene)).diagnosis
    const found = accusations(
      noisy,
      causes.map(({ id }) => id),
      status,
    )
    expectHere(found, noisy.noises.join('; ')).toEqual([])
  })

  test.for(watched)('watched, seed %i', { timeout: 90_000 }, async (seed, { expect: expectHere }) => {
    const noisy = noisyScene(seed)
    const { causes, status } = await named(noisy.scene, quarter)
    expectHere(accusations(noisy, causes, status), noisy.noises.join('; ')).toEqual([])
  })
})

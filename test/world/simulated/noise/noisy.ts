import { readScene, type Scene } from '../../../../src/world/simulated/scene.ts'
import { chanceOf } from './chance.ts'
import { healthyDraft } from './healthy.ts'
import { type Noise, noises } from './noises.ts'
import { onlyUs } from './only-us.ts'

export interface Noisy {
  seed: number
  scene: Scene
  /** What was done to it, by name. */
  noises: readonly string[]
  /** Causes that may be named, since they are true; whatever else is named accuses somebody who is innocent. */
  true: readonly string[]
}

const isOnlyUs = (noise: Noise): boolean => onlyUs.includes(noise)

/** Not to be able to look accuses nobody. */
const never = ['cannot-see']

/** A healthy Mac with up to four noises that go together; alike for one seed. */
export function noisyScene(seed: number): Noisy {
  const chance = chanceOf(seed)
  const draft = healthyDraft(chance)
  const wanted = 1 + chance.below(4)
  const chosen: Noise[] = []
  for (const noise of chance.shuffled(noises)) {
    const free = noise.touches.every((part) => !chosen.some(({ touches }) => touches.includes(part)))
    if (chosen.length < wanted && free) chosen.push(noise)
  }
  // Whoever is sending is connected.
  const last = chosen.toSorted((one, other) => Number(isOnlyUs(one)) - Number(isOnlyUs(other)))
  for (const noise of last) noise.make(draft, chance)
  const names = chosen.map(({ name }) => name)
  const scene = readScene(
    JSON.stringify({
      title: `Healthy, number ${seed}`,
      story: `With noise: ${names.join('; ')}.`,
      expects: { first: null, status: 'clear' },
      ...draft,
    }),
  )
  return { seed, scene, noises: names, true: [...never, ...chosen.flatMap((noise) => noise.true ?? [])] }
}

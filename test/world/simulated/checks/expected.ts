import { rendered } from '../../../../src/core/rendered.ts'
import type { SceneCheck } from './scene-check.ts'

export const namesWhatIsExpected: SceneCheck = {
  says: 'names what the scene expects',
  holds({ found, scene: { expects } }, expect) {
    const { causes, undecided, status } = rendered(found.diagnosis)
    expect({ first: causes[0]?.id ?? null, status }).toEqual({ first: expects.first, status: expects.status })
    expect(causes.map(({ id }) => id)).toEqual(expect.arrayContaining(expects.also ?? []))
    expect(undecided.map(({ id }) => id)).toEqual(expect.arrayContaining(expects.undecided ?? []))
  },
}

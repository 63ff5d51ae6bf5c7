import type { Action } from '../../core/remedy.ts'
import type { Course } from './course.ts'
import type { Scene } from './scene.ts'

/** How far a remedy has come: some wait for what a person does, and a scene does that for him. */
export type Stage = 'begun' | 'done'

/** What becomes different when a remedy has been applied, and is as before when it is undone. */
export class Mendings {
  readonly #scene: Scene
  readonly #course: Course
  readonly #before = new Map<string, Partial<Scene>>()

  constructor(scene: Scene, course: Course) {
    this.#scene = scene
    this.#course = course
  }

  readonly mend = (remedy: string, stage: Stage = 'done'): void => {
    for (const { world, when, after = 0 } of this.#mendingsOf(remedy)) {
      if (when !== stage) continue
      const now = this.#course.now().scene
      this.#before.set(remedy, { ...only(now, Object.keys(world)), ...this.#before.get(remedy) })
      if (after === 0) this.#course.become(world)
      else this.#course.later(after, world)
    }
  }

  readonly unmend = (remedy: string): void => {
    const before = this.#before.get(remedy)
    this.#before.delete(remedy)
    if (before) this.#course.become(before)
  }

  #mendingsOf(remedy: string) {
    return (this.#scene.mends ?? []).filter((mending) => mending.remedy === remedy)
  }
}

/** A field that is not told has to be told as nothing, or it would stay. What has left the outbox does not come back. */
function only(scene: Scene, fields: readonly string[]): Partial<Scene> {
  return Object.fromEntries(
    fields.filter((field) => field !== 'outbox').map((field) => [field, Reflect.get(scene, field)]),
  )
}

/** A remedy in a scene: once it has been applied, or undone, the scene does what it tells for that. */
export function mendedBy(
  action: Action<unknown>,
  { mend, unmend }: { mend(remedy: string, stage?: Stage): void; unmend(remedy: string): void },
): Action<unknown> {
  const { undo } = action
  return {
    ...action,
    async apply(...args) {
      mend(action.id, 'begun')
      await action.apply(...args)
      mend(action.id)
    },
    ...(undo && {
      async undo(...args: Parameters<typeof undo>) {
        // First: what is put back by hand must be there.
        unmend(action.id)
        await undo(...args)
      },
    }),
  }
}

import type { Scene } from './scene.ts'
import type { SceneTimeline } from './scene-timeline.ts'

/** What becomes different when a remedy has been applied, and is as before when it is undone. */
export class RemedyEffects {
  readonly #scene: Scene
  readonly #timeline: SceneTimeline
  readonly #before = new Map<string, Partial<Scene>>()

  constructor(scene: Scene, timeline: SceneTimeline) {
    this.#scene = scene
    this.#timeline = timeline
  }

  /** A treatment tells that it has come this far. */
  readonly follow = (remedy: string, phase: string): void => {
    // Some remedies wait for what a person does: a scene does that as soon as they begin.
    if (phase === 'acting') this.#mend(remedy, 'begun')
    if (phase === 'settling') this.#mend(remedy, 'done')
    // It is told before anything is put back: what is put back by hand must be there.
    if (phase === 'undoing') this.#unmend(remedy)
  }

  #mend(remedy: string, stage: 'begun' | 'done'): void {
    for (const { world, when, after = 0 } of this.#mendingsOf(remedy)) {
      if (when !== stage) continue
      const now = this.#timeline.now().scene
      this.#before.set(remedy, { ...only(now, Object.keys(world)), ...this.#before.get(remedy) })
      if (after === 0) this.#timeline.become(world)
      else this.#timeline.later(after, world)
    }
  }

  #unmend(remedy: string): void {
    const before = this.#before.get(remedy)
    this.#before.delete(remedy)
    if (before) this.#timeline.become(before)
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

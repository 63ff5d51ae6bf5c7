import type { Outside } from '../../core/outside.ts'
import type { Millis } from '../../core/time.ts'
import type { SimulatedClock } from './clock.ts'
import { type ResolvedScene, resolveScene } from './resolved-scene.ts'
import type { Scene } from './scene.ts'

type Listener = (now: ResolvedScene, before: ResolvedScene) => void

/** A scene as it goes on: how things stand now, and who wants to know when they change. */
export class SceneTimeline {
  readonly #outside: Outside
  readonly #clock: SimulatedClock
  readonly #listeners = new Set<Listener>()
  #now: ResolvedScene

  constructor(scene: Scene, outside: Outside, clock: SimulatedClock) {
    this.#outside = outside
    this.#clock = clock
    this.#now = resolveScene(scene, outside)
    for (const { after, world } of scene.later ?? []) this.later(after, world)
  }

  readonly now = (): ResolvedScene => this.#now

  /** A field of the world that is named replaces the former one. */
  later(after: Millis, world: Partial<Scene>): void {
    this.#clock.after(after, () => this.become(world))
  }

  onChange(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** As `later`, but now. */
  become(world: Partial<Scene>): void {
    const before = this.#now
    this.#now = resolveScene({ ...before.scene, ...world }, this.#outside)
    for (const listener of this.#listeners) listener(this.#now, before)
  }
}

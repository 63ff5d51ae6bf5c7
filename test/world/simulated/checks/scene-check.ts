import type { ExpectStatic } from 'vitest'
import type { SceneVisit } from '../scene-visit.ts'

/** What is held about every scene, or those it is about, by a look at the one visit that all checks share. */
export interface SceneCheck {
  says: string
  /** Every scene, unless told. */
  isAbout?(scene: string): boolean
  holds(visit: SceneVisit, expect: ExpectStatic): void | Promise<void>
}

import type { Agent, TreatmentProgress, WatchRequest } from '../../agent.ts'
import type { PermissionState } from '../../core/mac.ts'
import type { SecretKeeper } from '../../core/secrets.ts'
import type { Settings } from '../../core/settings.ts'
import type { State } from '../../core/state.ts'
import type { World } from '../../core/world.ts'
import type { Answers } from '../endpoint.ts'
import type { About, Diagnostics, LoginItem, Scenes } from '../schema/settings.ts'

/** A world with an agent in it, to be watched: this Mac, or a scene. */
export interface House {
  world: World
  agent: Agent
  request: WatchRequest
  /** Where a password for sign-in checks can be kept. */
  secrets?: SecretKeeper
  /** The scene that is played; missing where this is a person's own Mac. */
  scene?: Scenes['scenes'][number]
  /** The history cannot be written, so that nothing is remembered. */
  forgets?: boolean
  /** How fast its time passes. */
  speed: number
  /** What a scene does when a treatment with this remedy has come so far. */
  mends?(remedy: string, phase: TreatmentProgress['is']): void
  close(): Promise<void>
}

/** What is not the agent's affair, and differs with whoever opens the reception. */
export interface Premises {
  /** Where to begin; without it, somewhere has to be chosen first. */
  house?: House
  about: Pick<About, 'name' | 'version' | 'license'>
  /** Where scenes can be played. `play` rejects with a sentence. */
  scenes?: { all(): Scenes['scenes']; play(name: string): Promise<House> }
  settings?: SettingsDrawer
  /** Where there is an app that can be opened at login. */
  loginItem?: { get(): LoginItem; set(on: boolean): void }
  /** Where there is an app of its own. */
  app?: {
    /** Whether macOS shows its notifications, as far as that is known. */
    notifications(): PermissionState
    tryNotification(): Promise<'shown' | 'failed' | 'untold'>
    restart(): void
  }
  diagnostics?(house: House, state: State): Promise<Diagnostics['sections']>
  /** Called when nothing is at work any more, with the accounts for which a password may be kept. */
  removeEverything?(accounts: readonly string[]): Promise<void>
}

export interface SettingsDrawer {
  load(): Promise<{ settings: Settings; warnings: readonly string[]; locked: readonly string[] }>
  save(settings: Settings): Promise<void>
}

/** The answers of one part of the table. */
export type Some<A extends keyof Answers> = Pick<Answers, A>

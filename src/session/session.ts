import type { Agent, TreatmentProgress, WatchRequest } from '../agent.ts'
import type { UpdatePlace } from '../core/release.ts'
import { render } from '../core/render.ts'
import type { SecretKeeper } from '../core/secrets.ts'
import { type Sentence, wordsOf } from '../core/sentence.ts'
import type { Settings } from '../core/settings.ts'
import type { World } from '../core/world.ts'

/** A world with an agent in it, to be watched: this Mac, or a scene. */
export interface Session {
  world: World
  agent: Agent
  request: WatchRequest
  /** Where a password for sign-in checks can be kept. */
  secrets?: SecretKeeper
  /** Where settings are kept; missing where they hold for this session alone. */
  settings?: SettingsStore
  /** Where it is asked whether there is a newer version of this product; missing where nobody is asked. */
  updates?: UpdatePlace
  /** What of the settings could not be understood, in sentences. */
  warnings: readonly Sentence[]
  /** The file of the history, or `:memory:`. */
  database: string
  /** The scene that is played; missing where this is a person's own Mac. */
  scene?: { name: string; title: string; story: string; de?: { title: string; story: string } }
  /** Why the history cannot be written, so that nothing is remembered. */
  forgets?: { because: unknown }
  /** How many times faster its time passes than ours. */
  speed: number
  /** What a scene does when a treatment with this remedy has come so far. */
  mends?(remedy: string, phase: TreatmentProgress['is']): void
  close(): Promise<void>
}

/** `locked`: what an administrator has set, as `interval.mains`; `lockedBy`: who that says to be. */
interface KeptSettings {
  settings: Settings
  warnings: readonly Sentence[]
  locked: readonly string[]
  lockedBy?: string
}

/** Where settings are kept. */
export interface SettingsStore {
  load(): Promise<KeptSettings>
  save(settings: Settings): Promise<void>
  /** Calls back when somebody else may have changed them; ends with the function returned. */
  watch?(changed: () => void): () => void
}

/** A history that cannot be opened. The message is one sentence for a person. */
export class HistoryNotOpened extends Error {
  override name = 'HistoryNotOpened'
  readonly words: Sentence

  constructor(cause: unknown) {
    const words = wordsOf(cause)
    super(render(words), { cause })
    this.words = words
  }
}

import type { Change, Network } from '../../../core/network.ts'
import { type Sentence, say, verbatim } from '../../../core/sentence.ts'
import type { Instant } from '../../../core/time.ts'
import { MacChangeDetector } from '../../real/mac/changes.ts'
import type { Scene } from '../scene.ts'
import { simulatedMailApps } from './mail-apps.ts'

type SceneChange = NonNullable<NonNullable<Scene['mac']>['changes']>[number]

/** What changed on this Mac: what the scene tells of the past, and what the real watch would have noticed since. */
export class Journal {
  readonly #noticed = new MacChangeDetector()
  readonly #networkOf: (scene: Scene) => Network
  #told: readonly Change[] = []

  constructor(scene: Scene, networkOf: (scene: Scene) => Network, began: Instant) {
    this.#networkOf = networkOf
    const sleepLog = (scene.mac?.slept ?? []).filter(({ from }) => from < 0)
    this.#told = sleepLog.flatMap(({ from, until }): Change[] => [
      { at: began + from, what: 'sleep', line: say('This Mac went to sleep') },
      { at: began + Math.min(0, until), what: 'wake', line: say('This Mac woke up') },
    ])
    this.become(scene, {}, began)
  }

  /** Oldest first. */
  since(moment: Instant): readonly Change[] {
    return [...this.#told, ...this.#noticed.since(moment)]
      .filter(({ at }) => at >= moment)
      .sort((one, other) => one.at - other.at)
  }

  note(at: Instant, what: Change['what'], line: Sentence): void {
    this.#noticed.add({ at, what, line })
  }

  /** How things stand now; what a later step tells of the past counts from its own moment. */
  become(now: Scene, before: Partial<Scene>, at: Instant): void {
    const { filters = [], changes = [], version = '26.1' } = now.mac ?? {}
    if (changes !== before.mac?.changes) this.#told = [...this.#told, ...changes.map((change) => told(change, at))]
    const apps = Object.fromEntries(simulatedMailApps(now).map((app) => [app.process, app.version]))
    const system = { product: version, build: version }
    this.#noticed.saw({ network: this.#networkOf(now), filters, version: system, apps }, at)
  }
}

/** What a scene tells is a sentence of ours, with names that are nobody's to translate. */
function told(change: SceneChange, began: Instant): Change {
  const args = Object.entries(change.with ?? {}).map(([name, text]) => [name, verbatim(text)])
  const line = { key: change.line, ...(args.length > 0 && { args: Object.fromEntries(args) }) }
  return { at: began + change.at, what: change.what, line }
}

import type { Instant } from '../../core/time.ts'
import type { SimulatedClock } from './clock.ts'
import type { Scene } from './scene.ts'
import type { SceneTimeline } from './scene-timeline.ts'
import type { SceneMessage } from './schema/account.ts'

/** A message of the scene that waits in an outbox. */
export interface QueuedMessage {
  /** Never given to another message. */
  readonly number: number
  /** The e-mail of the account that it goes out from. */
  readonly account: string
  readonly since: Instant
  /** When it is to leave, where it is meant to wait and its app knows. */
  readonly due?: Instant
  readonly message: SceneMessage
}

/** Who came and who left since the last time. */
export interface Traffic {
  arrived: readonly QueuedMessage[]
  left: readonly QueuedMessage[]
}

/** All outboxes of a scene over time. */
export class Outbox {
  readonly #clock: SimulatedClock
  readonly #listeners = new Set<(traffic: Traffic) => void>()
  #waiting: ReadonlyMap<string, QueuedMessage> = new Map()
  #next = 1

  constructor(timeline: SceneTimeline, clock: SimulatedClock) {
    this.#clock = clock
    this.#settle(timeline.now().scene)
    timeline.onChange(({ scene }) => {
      const traffic = this.#settle(scene)
      for (const listener of this.#listeners) listener(traffic)
    })
  }

  /** In the order of the scene. */
  get waiting(): readonly QueuedMessage[] {
    return [...this.#waiting.values()]
  }

  /** Told with every change of the scene, also where nobody came or left. */
  onTraffic(listener: (traffic: Traffic) => void): void {
    this.#listeners.add(listener)
  }

  #settle(scene: Scene): Traffic {
    const before = this.#waiting
    const told = withKeys(scene.outbox ?? [])
    this.#waiting = new Map(told.map(([key, message]) => [key, this.#known(key, message, scene)]))
    return {
      arrived: [...this.#waiting].flatMap(([key, one]) => (before.has(key) ? [] : [one])),
      left: [...before].flatMap(([key, one]) => (this.#waiting.has(key) ? [] : [one])),
    }
  }

  #known(key: string, message: SceneMessage, scene: Scene): QueuedMessage {
    const known = this.#waiting.get(key)
    if (known) return { ...known, message }
    const account = message.account ?? scene.account.email
    const since = this.#clock.now() - message.waiting
    const due = dueOf(message, since)
    return { number: this.#next++, account, since, ...(due !== undefined && { due }), message }
  }
}

function dueOf({ waiting, dueAfter, left, timer }: SceneMessage, since: Instant): Instant | undefined {
  if (timer === 'lost') return undefined
  if (left !== undefined) return since + waiting + left
  return dueAfter === undefined ? undefined : since + dueAfter
}

/** Of several messages that are told alike, the first stays the first. */
function withKeys(messages: readonly SceneMessage[]): [string, SceneMessage][] {
  const seen = new Map<string, number>()
  return messages.map((message) => {
    const { waiting: _, leaves: __, ...same } = message
    const name = message.name ?? JSON.stringify(same)
    const count = seen.get(name) ?? 0
    seen.set(name, count + 1)
    return [`${name} ${count}`, message]
  })
}

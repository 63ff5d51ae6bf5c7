import type { Observation } from '../../src/core/client.ts'
import type { Message } from '../../src/core/mail.ts'
import { defaultSettings as settings } from '../../src/core/settings.ts'
import { nextWatchStep } from '../../src/doctor/watch.ts'
import { initialWatchState, type WatchCommand, type WatchEvent, type WatchState } from '../../src/doctor/watch-state.ts'

export const start = Date.UTC(2026, 10, 21, 9)
export const second = 1_000
export const minute = 60 * second

/** Plays events to the watch and keeps what it commanded. */
export class Story {
  state: WatchState = initialWatchState({ at: start, elapsed: 0 })
  commands: WatchCommand[] = []

  /** Lets time pass in steps as the agent does, ticking at least every minute. */
  pass(ms: number): this {
    for (let left = ms; left > 0; left -= minute) this.#feed({ is: 'tick' }, Math.min(left, minute))
    return this
  }

  happens(event: Happening, after = 0): this {
    return this.#feed(event, after)
  }

  #feed(event: Happening, after: number): this {
    const now = { at: this.state.at + after, elapsed: this.state.elapsed + after }
    const { state, commands } = nextWatchStep(this.state, { ...now, ...event } as WatchEvent, settings)
    this.state = state
    this.commands.push(...commands)
    return this
  }

  /** Somebody sets the clock; no time passes by that. */
  setsClock(by: number): this {
    const { state, commands } = nextWatchStep(
      this.state,
      // What has passed is no whole number of milliseconds; instants are.
      { is: 'tick', at: this.state.at + by, elapsed: this.state.elapsed + 0.37 },
      settings,
    )
    this.state = state
    this.commands.push(...commands)
    return this
  }

  sees(messages: readonly Partial<Message>[], more: Partial<Observation> = {}): this {
    return this.happens({ is: 'observed', observation: observation(messages, more) })
  }

  /** What was commanded since the last time this was asked, without the calls. */
  told(): string[] {
    const told = this.commands.flatMap((command) => {
      if (command.do === 'examine') return [`examine ${command.account}: ${command.reason}`]
      if (command.do === 'abort') return [`abort ${command.account}`]
      if (command.do === 'record') return [`${command.what} ${command.episode.cause ?? ''}`.trim()]
      return []
    })
    this.commands = []
    return told
  }
}

export type Happening = WatchEvent extends infer E ? (E extends WatchEvent ? Omit<E, 'at' | 'elapsed'> : never) : never

export function observation(messages: readonly Partial<Message>[], more: Partial<Observation> = {}): Observation {
  return {
    client: 'apple-mail',
    at: start,
    running: true,
    accounts: ['home', 'work'].map((id) => ({ id, email: `${id}@example.org`, client: 'apple-mail', enabled: true })),
    outbox: {
      seen: true,
      messages: messages.map((one, index) => ({
        id: `m${index}`,
        account: 'home',
        waitingSince: start,
        state: 'waiting',
        ...one,
      })),
    },
    unseen: [],
    ...more,
  }
}

/** A watch whose accounts had their first light examination. */
export function quiet(): Story {
  const story = new Story().sees([])
  for (const account of ['home', 'work']) story.happens({ is: 'examined', account, grew: false })
  story.told()
  return story
}

import type { Clock, Instant, Millis } from '../core/time.ts'
import type { MenuCommand } from './menu.ts'

/** What an address of ours may lead to: to look, and to be shown something. Nothing that changes anything. */
export type AddressCommand = Extract<MenuCommand, { do: 'check' | 'show' }>

const longest = 120
/** As the history makes its ids. */
const incident = /^outbox-doctor:\/\/incident\/([A-Za-z0-9-]{1,40})\/?$/

/**
 * `outbox-doctor://check` and `outbox-doctor://incident/<id>`, letter by letter; nothing for all else. Any program and any
 * page of the web may send one, so that nothing in it is made sense of that was not meant.
 */
export function commandsOfAddress(address: string): readonly AddressCommand[] {
  if (address.length > longest) return []
  if (address === 'outbox-doctor://check' || address === 'outbox-doctor://check/')
    return [{ do: 'show', page: 'now' }, { do: 'check' }]
  const id = incident.exec(address)?.[1]
  return id === undefined ? [] : [{ do: 'show', page: 'timeline', what: id }]
}

/** Who calls again and again makes no check more than once in this time: each one may sign in. */
const between: Millis = 60_000

/**
 * Takes addresses from the very start, since macOS may have opened the app by one, and carries them out once `ready` was
 * called.
 */
export class AddressBox {
  readonly #held: string[] = []
  #clock: Pick<Clock, 'now'> | undefined
  #carryOut: ((command: AddressCommand) => void) | undefined
  #checkedAt: Instant = Number.NEGATIVE_INFINITY

  take(address: string): void {
    if (!this.#carryOut) {
      // One is what a person clicked; a flood is nobody's wish.
      if (this.#held.length < 1) this.#held.push(address)
      return
    }
    for (const command of commandsOfAddress(address)) if (this.#isTime(command)) this.#carryOut(command)
  }

  ready(clock: Pick<Clock, 'now'>, carryOut: (command: AddressCommand) => void): void {
    this.#clock = clock
    this.#carryOut = carryOut
    for (const address of this.#held.splice(0)) this.take(address)
  }

  #isTime(command: AddressCommand): boolean {
    if (command.do !== 'check') return true
    const now = this.#clock?.now() ?? 0
    if (Math.abs(now - this.#checkedAt) < between) return false
    this.#checkedAt = now
    return true
  }
}

import type { OfferShown } from '../../src/api/schema/treatment.ts'
import type { ShellContents } from '../../src/app/shell.ts'
import { foreignName, say } from '../../src/core/sentence.ts'
import type { State } from '../../src/core/state.ts'

/** Listeners by event, called in order. */
export class Ears {
  readonly #all: { event: string; listener: (...args: never[]) => unknown }[] = []

  on(event: string, listener: (...args: never[]) => unknown): this {
    this.#all.push({ event, listener })
    return this
  }

  once(event: string, listener: (...args: never[]) => unknown): this {
    return this.on(event, listener)
  }

  removeListener(event: string, listener: (...args: never[]) => unknown): this {
    const index = this.#all.findIndex((one) => one.event === event && one.listener === listener)
    if (index >= 0) this.#all.splice(index, 1)
    return this
  }

  emit(event: string, ...args: unknown[]): void {
    for (const one of [...this.#all]) if (one.event === event) one.listener(...(args as never[]))
  }

  get count(): number {
    return this.#all.length
  }
}

/** The page of a window, seen from the main process. */
export class PageDouble extends Ears implements ShellContents {
  readonly id: number
  readonly heard: unknown[] = []
  opener: (details: { url: string }) => { action: 'deny' } = () => ({ action: 'deny' })
  gone = false

  constructor(id = 1) {
    super()
    this.id = id
  }

  isDestroyed = () => this.gone
  send(_channel: string, ...args: unknown[]) {
    if (this.gone) throw new Error('Object has been destroyed')
    this.heard.push(...args)
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }) {
    this.opener = handler
  }
  destroy() {
    this.gone = true
    this.emit('destroyed')
  }
}

export const calm: State = {
  status: 'clear',
  since: 0,
  online: true,
  clients: [],
  waiting: [],
  episodes: [],
  unseen: [],
}

const message = { client: 'apple-mail', account: 'a', since: 0, size: 5, stuck: true } as const

export const stuck: State = {
  ...calm,
  status: 'stuck',
  waiting: [
    { ...message, id: 'm1' },
    { ...message, id: 'm2' },
    { ...message, id: 'm3', stuck: false },
  ],
  episodes: [{ id: 'e', client: 'apple-mail', accounts: ['a'], messages: ['m1', 'm2'], openedAt: 0, cause: 'c' }],
  diagnosis: {
    status: 'stuck',
    account: 'a',
    at: 0,
    undecided: [],
    causes: [
      {
        id: 'c',
        title: say('This network blocks mail altogether.'),
        plain: foreignName('The network lets no mail out.'),
        details: [],
        harm: 'stops',
        layer: 'path',
        weight: 1,
        evidence: [],
        against: [],
        explains: [],
        testimony: [],
      },
    ],
  },
}

export function offer(own: Partial<OfferShown> = {}): OfferShown {
  return {
    remedy: 'r',
    kind: 'act',
    label: say('Use another port'),
    cause: { id: 'c', title: foreignName('A cause') },
    risk: 1,
    promise: [foreignName('Mail is closed and opened again.')],
    ...own,
  }
}

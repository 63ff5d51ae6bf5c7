import type { Endpoint, SentEvent } from '../../src/api/endpoint.ts'

/** Between an agent and a page: at a moment that would be over before anybody has looked, the page is told no more. */
export class EventGate {
  readonly endpoint: Endpoint
  readonly #held: (() => void)[] = []
  #moment: ((event: SentEvent) => boolean) | undefined
  #stands = false

  constructor(endpoint: Endpoint) {
    this.endpoint = {
      ...endpoint,
      listen: (hear, reached) =>
        endpoint.listen((event) => {
          if (this.#stands) return void this.#held.push(() => hear(event))
          hear(event)
          this.#stands = this.#moment?.(event as SentEvent) ?? false
        }, reached),
    }
  }

  standAt(moment: (event: SentEvent) => boolean): void {
    this.#moment = moment
  }

  goOn(): void {
    this.#moment = undefined
    this.#stands = false
    for (const tell of this.#held.splice(0)) tell()
  }
}

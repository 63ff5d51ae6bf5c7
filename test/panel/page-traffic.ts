import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Endpoint } from '../../src/api/endpoint.ts'

/** What a page has heard and asks, as `watched` counts it there. */
interface Heard {
  asking: number
  newest: string
  /** By how many milliseconds its time is ahead of this computer's. */
  ahead: number
}

/**
 * What is on its way between an agent and a page that looks at it. Bytes to a browser go through processes of its own:
 * nobody here can tell otherwise whether it has seen what it was sent.
 */
export class PageTraffic {
  #newest = ''
  #underWay = 0

  /** The same endpoint; what it tells and is asked is noted. */
  counting(endpoint: Endpoint): Endpoint {
    return {
      ...endpoint,
      ask: async (request, body) => {
        this.#underWay += 1
        const answer = await endpoint.ask(request, body)
        this.#underWay -= 1
        return answer
      },
      listen: (hear, reached) =>
        endpoint.listen((event) => {
          this.#newest = JSON.stringify(event)
          hear(event)
        }, reached),
    }
  }

  /** Before the page is opened. */
  async watch(page: Page): Promise<void> {
    await page.addInitScript(watched)
  }

  /**
   * Resolves when the page has got the newest that was told and every answer that was given, and has drawn it. A window
   * that hears nothing, such as one that is not let in, holds nobody up for long. `ahead`: by how
   * much time has leapt for the page, too.
   */
  async settled(page: Page, ahead = 0): Promise<void> {
    for (let turns = 0; turns < 100; turns++) {
      const { asking, newest } = await page.evaluate(drawn, ahead)
      if (asking === this.#underWay && newest === this.#newest) return
      await pause(5)
    }
  }
}

/** Runs in the page. */
function watched(): void {
  const heard: Heard = { asking: 0, newest: '', ahead: 0 }
  Object.assign(window, { heard })
  const timeOfThisComputer = Date.now
  Date.now = () => timeOfThisComputer() + heard.ahead
  const reach = window.fetch
  window.fetch = async (...args) => {
    const url = String(args[0])
    if (!url.includes('/ask/')) return follow(await reach(...args))
    heard.asking += 1
    try {
      const response = await reach(...args)
      // Its body is read before anybody goes on.
      const whole = await response.arrayBuffer()
      return new Response(whole, response)
    } finally {
      setTimeout(() => {
        heard.asking -= 1
      })
    }
  }
  function follow(response: Response): Response {
    if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body) return response
    const [own, theirs] = response.body.tee()
    void read(own)
    return new Response(theirs, response)
  }
  async function read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    let rest = ''
    for await (const part of body) {
      const events = (rest + decoder.decode(part, { stream: true })).split('\n\n')
      rest = events.pop() ?? ''
      const told = events.filter((event) => event.startsWith('data: ')).at(-1)
      if (told !== undefined) heard.newest = told.slice(6)
    }
  }
}

/** Runs in the page: what it has heard, once it has been drawn. */
async function drawn(ahead: number): Promise<Heard> {
  const { heard } = window as unknown as { heard: Heard }
  heard.ahead = ahead
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return heard
}

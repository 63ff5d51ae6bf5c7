import type { Line } from '../transport.ts'

/** A port over which structured clones go: a `MessagePort`, or what Electron makes of one. */
export interface Port {
  postMessage(message: unknown): void
  onmessage: ((event: { data: unknown }) => void) | null
}

type ToDesk = { is: 'ask'; number: number; ask: string; request: unknown } | { is: 'listen' } | { is: 'leave' }
type ToPanel = { is: 'answer'; number: number; answer: unknown } | { is: 'told'; told: unknown }

/** A line over a port, for a preload that has nothing but messages. The other end is `serveOn`. */
export function portLine(port: Port): Line {
  const waiting = new Map<number, (answer: unknown) => void>()
  const hearers = new Set<(told: unknown) => void>()
  let number = 0
  port.onmessage = ({ data }) => {
    const message = data as ToPanel
    if (message.is === 'told') for (const hear of hearers) hear(message.told)
    else {
      waiting.get(message.number)?.(message.answer)
      waiting.delete(message.number)
    }
  }
  const post = (message: ToDesk) => port.postMessage(message)
  return {
    ask(ask, request) {
      const own = ++number
      return new Promise((resolve) => {
        waiting.set(own, resolve)
        post({ is: 'ask', number: own, ask, request })
      })
    },
    listen(hear) {
      hearers.add(hear)
      post({ is: 'listen' })
      return () => {
        hearers.delete(hear)
        if (hearers.size === 0) post({ is: 'leave' })
      }
    },
  }
}

/** The agent's end of a port. Whatever comes that is no message of ours is passed over. The returned function ends it. */
export function serveOn(port: Port, desk: Line): () => void {
  let leave: (() => void) | undefined
  const post = (message: ToPanel) => port.postMessage(message)
  port.onmessage = async ({ data }) => {
    const message = toDesk(data)
    if (message?.is === 'leave') leave?.()
    if (message?.is === 'listen') {
      // Whoever comes to listen hears the newest of everything, those who listened already too.
      leave?.()
      leave = desk.listen((told) => post({ is: 'told', told }))
    }
    if (message?.is !== 'ask') return
    const { number, ask, request } = message
    post({ is: 'answer', number, answer: await desk.ask(ask, request) })
  }
  return () => {
    port.onmessage = null
    leave?.()
  }
}

function toDesk(data: unknown): ToDesk | undefined {
  if (typeof data !== 'object' || data === null || !('is' in data)) return undefined
  if (data.is === 'listen' || data.is === 'leave') return { is: data.is }
  const known = 'number' in data && typeof data.number === 'number' && 'ask' in data && typeof data.ask === 'string'
  if (data.is !== 'ask' || !known) return undefined
  return { is: 'ask', number: data.number as number, ask: data.ask as string, request: Reflect.get(data, 'request') }
}

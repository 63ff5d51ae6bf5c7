import { no } from './answer.ts'
import { messagesIn } from './event-stream.ts'
import type { Line } from './line.ts'

const least = 250
const most = 8_000

/**
 * A line to the agent's loopback door. Only what a browser and Node both have: the cookie that lets us in is the
 * browser's affair, or the given `fetch`'s. A stream that breaks is taken up again, a little later each time.
 */
export function httpLine(origin: string, reach: typeof fetch = fetch): Line {
  return {
    async ask(ask, request) {
      const response = await reach(`${origin}/ask/${encodeURIComponent(ask)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
      if (response.headers.get('content-type')?.startsWith('application/json')) return response.json()
      return no('no-connection', 'This page may no longer talk to Outbox Doctor. Please open its address again.')
    },
    listen(hear, reached = () => {}) {
      const end = new AbortController()
      void keepHearing(() => stream(`${origin}/tells`, reach, hear, reached, end.signal), reached, end.signal)
      return () => end.abort()
    },
  }
}

/** Resolves to whether anything was heard. */
async function stream(
  url: string,
  reach: typeof fetch,
  hear: (told: unknown) => void,
  reached: (is: boolean) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const { ok, body } = await reach(url, { headers: { accept: 'text/event-stream' }, signal })
  if (!ok || !body) return false
  reached(true)
  for await (const message of messagesIn(body)) if (!signal.aborted) hear(JSON.parse(message))
  return true
}

async function keepHearing(
  once: () => Promise<boolean>,
  reached: (is: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  let pause = least
  while (!signal.aborted) {
    const began = performance.now()
    await once().catch(() => false)
    if (signal.aborted) return
    reached(false)
    pause = performance.now() - began > most ? least : Math.min(pause * 2, most)
    await later(pause, signal)
  }
}

function later(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', end, { once: true })
  })
}

import { say } from '../../core/sentence.ts'
import { errorAnswer } from '../schema/answer.ts'
import type { Transport } from '../transport.ts'
import { eventDataIn } from './event-stream.ts'

/** The access token of this window. */
export interface AccessKey {
  /** Nothing where it was never let in. */
  now(): string | undefined
  /** This one opens nothing any more. */
  refused(key: string): void
}

const minPauseMs = 250
const maxPauseMs = 8_000

/**
 * A transport to the agent's loopback server. Only what a browser and Node both have; the key goes with each request as a
 * header, which no page but our own can be made to send. A stream that breaks is taken up again, a little later each
 * time.
 */
export function httpTransport(origin: string, key: AccessKey, reach: typeof fetch = fetch): Transport {
  let wrong: string | undefined
  /** Nothing without a key that may still be a good one. */
  async function unlocked(url: string, init: RequestInit): Promise<Response | undefined> {
    const own = key.now()
    if (own === undefined || own === wrong) return undefined
    const response = await reach(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${own}` } })
    if (response.status === 401) {
      wrong = own
      key.refused(own)
    }
    return response
  }
  return {
    async ask(ask, request) {
      const response = await unlocked(`${origin}/ask/${encodeURIComponent(ask)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
      if (response?.headers.get('content-type')?.startsWith('application/json')) return response.json()
      return errorAnswer(
        'no-connection',
        say('This page may no longer talk to Outbox Doctor. Please open its address again.'),
      )
    },
    listen(hear, reached = () => {}) {
      const end = new AbortController()
      const open = () => unlocked(`${origin}/tells`, { headers: { accept: 'text/event-stream' }, signal: end.signal })
      void keepHearing(() => stream(open, hear, reached, end.signal), reached, end.signal)
      return () => end.abort()
    },
  }
}

/** A key for the invitation that stood in the address; nothing where it has let somebody in before. */
export async function exchangeInvitation(
  invitation: string,
  origin: string,
  reach: typeof fetch = fetch,
): Promise<string | undefined> {
  const headers = { authorization: `Bearer ${invitation}` }
  const response = await reach(`${origin}/enter`, { method: 'POST', headers })
  if (!response.ok) return undefined
  const { key } = (await response.json()) as { key?: unknown }
  return typeof key === 'string' ? key : undefined
}

/** Resolves when there is nothing more to hear. */
async function stream(
  open: () => Promise<Response | undefined>,
  hear: (told: unknown) => void,
  reached: (is: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await open()
  if (!response?.ok || !response.body) return
  reached(true)
  for await (const message of eventDataIn(response.body)) if (!signal.aborted) hear(JSON.parse(message))
}

async function keepHearing(
  once: () => Promise<void>,
  reached: (is: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  let pause = minPauseMs
  while (!signal.aborted) {
    const began = performance.now()
    // Told by `reached`, and tried again.
    await once().catch(() => {})
    if (signal.aborted) return
    reached(false)
    pause = performance.now() - began > maxPauseMs ? minPauseMs : Math.min(pause * 2, maxPauseMs)
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

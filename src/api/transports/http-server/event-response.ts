import type { ServerResponse } from 'node:http'
import type { SentEvent } from '../../endpoint.ts'
import type { Transport } from '../../transport.ts'
import { eventOf } from '../event-stream.ts'
import { securityHeaders } from './answering.ts'

const heartbeat = 20_000

/**
 * Everything that is event, as an event stream, until the other end goes. Whoever reads slowly hears the newest of each
 * kind, in their order; whoever reads nothing for a while has gone to sleep, and may come back.
 */
export function streamEvents(response: ServerResponse, endpoint: Transport): () => void {
  response.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream' })
  response.flushHeaders()
  const unsaid = new Map<string, string>()
  const say = (kind: string, text: string) => {
    if (!response.writableNeedDrain) return void response.write(text)
    // Behind what was told before it, also where an older one of its kind waited.
    unsaid.delete(kind)
    unsaid.set(kind, text)
  }
  response.on('drain', () => {
    const all = [...unsaid.values()]
    unsaid.clear()
    if (!response.writableEnded) for (const text of all) response.write(text)
  })
  const leave = endpoint.listen((event) => say(kindOf(event as SentEvent), eventOf(event)))
  let isBehind = false
  const beat = setInterval(() => {
    if (isBehind && response.writableNeedDrain) response.destroy()
    isBehind = response.writableNeedDrain
    // A silent connection would be taken for a dead one.
    say('beat', ': still here\n\n')
  }, heartbeat)
  const stop = () => {
    clearInterval(beat)
    leave()
  }
  response.on('close', stop)
  return () => {
    // What is event between the end and the close must find nobody here any more.
    stop()
    response.end()
  }
}

/** Examinations are event of each account. */
function kindOf({ tell, value }: SentEvent): string {
  const account = typeof value === 'object' && value !== null && 'account' in value ? value.account : ''
  return `${tell} ${account}`
}

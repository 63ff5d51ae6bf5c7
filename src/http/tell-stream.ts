import type { ServerResponse } from 'node:http'
import { eventOf } from '../contract/event-stream.ts'
import type { Line } from '../contract/line.ts'
import { securityHeaders } from './answering.ts'

// Whoever reads so slowly has gone to sleep, and may come back and hear the newest.
const mostUnread = 1024 * 1024
const heartbeat = 20_000

/** Everything that is told, as an event stream, until the other end goes. */
export function streamTells(response: ServerResponse, desk: Line): () => void {
  response.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream' })
  response.flushHeaders()
  const say = (text: string) => {
    if (response.writableLength > mostUnread) response.destroy()
    else response.write(text)
  }
  const leave = desk.listen((told) => say(eventOf(told)))
  // A silent connection would be taken for a dead one.
  const beat = setInterval(() => say(': still here\n\n'), heartbeat)
  const stop = () => {
    clearInterval(beat)
    leave()
  }
  response.on('close', stop)
  return () => {
    // What is told between the end and the close must find nobody here any more.
    stop()
    response.end()
  }
}

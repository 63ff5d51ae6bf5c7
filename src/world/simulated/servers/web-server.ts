import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Millis } from '../../../core/time.ts'
import type { SimulatedClock } from '../clock.ts'
import type { NameView } from '../names.ts'
import type { ScenePage } from '../schema/hosts.ts'
import type { Website } from '../services.ts'
import { dnsAnswerTo } from './dns-server.ts'

export interface WebServer {
  website: Website
  delay: Millis
  clock: SimulatedClock
  /** Stands in front of every page: a sign-in page of the network. */
  instead?: ScenePage
  /** What this host answers to DNS over HTTPS, at the path it has it. */
  doh?: { path: string; view: NameView }
}

/** A web server that only ever gets connections handed to it, and listens nowhere. */
export function webServer(serve: WebServer): (stream: Duplex) => void {
  const server: Server = createServer(listener(serve))
  // What is no HTTP gets a page all the same, as of any web server or proxy.
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    else socket.destroy()
  })
  return (stream) => void server.emit('connection', stream)
}

function listener(serve: WebServer): RequestListener {
  return (request, response) => {
    // By the true time: a page's date is how a Mac with a wrong clock is found out.
    response.sendDate = false
    response.setHeader('Date', new Date(serve.clock.truth()).toUTCString())
    const answer = () => {
      if (isDoh(serve, request)) answerDoh(serve, request, response).catch(() => response.destroy())
      else answerPage(serve, request, response)
    }
    if (serve.delay > 0) serve.clock.after(serve.delay, answer)
    else answer()
  }
}

function answerPage({ website, instead }: WebServer, request: IncomingMessage, response: ServerResponse): void {
  const page = instead ?? pageAt(website, request.url ?? '/')
  response.writeHead(page.status ?? 200, { 'Content-Type': 'text/html', ...page.headers })
  response.end(request.method === 'HEAD' ? undefined : (page.body ?? 'Hello'))
}

/** A site that has pages, and says nothing of the rest, has nothing else. */
function pageAt(website: Website, path: string): ScenePage {
  const { pages } = website
  const told = pages?.[path] ?? pages?.[path.split('?')[0] ?? '/']
  if (told) return told
  return pages && website.status === undefined && website.body === undefined ? { status: 404 } : website
}

function isDoh({ doh, instead }: WebServer, request: IncomingMessage): boolean {
  return doh !== undefined && !instead && (request.url ?? '').split('?')[0] === doh.path
}

/** RFC 8484: the query is the body of a POST, or stands in the address. */
async function answerDoh({ doh, clock }: WebServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const inAddress = new URL(request.url ?? '/', 'https://x').searchParams.get('dns')
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const query = inAddress ? Buffer.from(inAddress, 'base64url') : Buffer.concat(parts)
  const { reply, delay } = doh ? dnsAnswerTo(query, doh.view) : { delay: 0 }
  if (!reply) return
  clock.after(delay, () => {
    response.writeHead(200, { 'Content-Type': 'application/dns-message' })
    response.end(reply)
  })
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PanelFile } from '../../static.ts'
import type { Transport } from '../../transport.ts'
import { AccessTokens, bearerIn } from './access-tokens.ts'
import { answerWith, refuse, wasRefused } from './answering.ts'
import { connectionLimiter } from './connection-limiter.ts'
import { streamEvents } from './event-response.ts'
import { refusalOf } from './guard.ts'
import { bodyOf } from './request-body.ts'
import { WrongKeyThrottle } from './wrong-key-throttle.ts'

export interface HttpServerOptions {
  endpoint: Transport
  /** The built panel, by path. Whoever comes may read it: there is nothing private in it. */
  files: ReadonlyMap<string, PanelFile>
  /** Any that is free, unless told. */
  port?: number
  /** Until a request must have come in whole; ten seconds unless told. */
  timeoutMs?: number
  /** Told what was thrown where a request could not be answered by a fault of ours. */
  failed?(error: unknown): void
  /** Between two answers to wrong keys; a quarter of a second unless told. */
  paceMs?: number
}

/** The panel in a browser of this machine. Never opened by the packaged app. */
export interface HttpServer {
  readonly origin: string
  /** An address that lets one window of a browser in, once, at this page of the panel. `used`: it has let one in. */
  invitation(wish?: { at?: string; used?: () => void }): string
  /** Called when a window that was not let in asks for an address, which only whoever started the server is to see. */
  wished(listener: () => void): void
  close(): Promise<void>
}

const maxStreams = 8
/** Whoever asks again and again does not fill a terminal. */
const betweenWishesMs = 5_000

/** Opens on 127.0.0.1 only. Rejects where the port is taken. */
export async function openHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { endpoint, files, timeoutMs = 10_000, paceMs = 250 } = options
  const passes = new AccessTokens()
  const pace = new WrongKeyThrottle(paceMs)
  const streams = new Set<() => void>()
  let wish: (() => void) | undefined
  let wishedAt = Number.NEGATIVE_INFINITY

  const server = createServer(
    {
      requestTimeout: timeoutMs,
      headersTimeout: timeoutMs / 2,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: Math.min(1_000, timeoutMs / 4),
      maxHeaderSize: 8 * 1024,
    },
    (request, response) => {
      answer(request, response).catch((error) => {
        options.failed?.(error)
        refuse(response, 500, 'That went wrong.')
      })
    },
  )
  server.on('clientError', (_error, socket) => socket.destroy())
  const callers = connectionLimiter(server)
  const port = await listening(server, options.port ?? 0)
  const origin = `http://127.0.0.1:${port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (wasRefused(request.socket)) return
    const refusal = refusalOf(request, port)
    if (refusal) return void refuse(response, refusal.status, refusal.sentence)
    const address = request.url ?? ''
    // A whole address would be for a proxy.
    const url = address.startsWith('/') ? URL.parse(address, origin) : null
    if (!url || url.origin !== origin) return void refuse(response, 400, 'This is no address.')
    const { pathname } = url
    if (pathname === '/enter') return enter(request, response)
    if (pathname === '/wish') return hearWish(request, response)
    if (pathname === '/tells' || pathname.startsWith('/ask/')) return serve(pathname, request, response)
    if (!isReading(request)) return void refuse(response, 405, 'That is not done here.')
    const file = files.get(pathname)
    if (!file) return void refuse(response, 404, 'There is nothing here.')
    response.once('close', callers.reading(request.socket))
    answerWith(response, 200, file.type, file.bytes)
  }

  /** An invitation for a key. */
  async function enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return void refuse(response, 405, 'That is not done here.')
    const key = passes.exchange(bearerIn(request.headers))
    if (key === undefined) return refuseKey(request, response, 403, 'This address was used before, or is not ours.')
    callers.know(request.socket)
    answerWith(response, 200, 'application/json', JSON.stringify({ key }))
  }

  /** The address itself is told to nobody who asks: it is shown where the server was started. */
  function hearWish(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'POST') return void refuse(response, 405, 'That is not done here.')
    if (!wish) return void refuse(response, 404, 'There is nothing here.')
    if (performance.now() - wishedAt >= betweenWishesMs) {
      wishedAt = performance.now()
      wish()
    }
    answerWith(response, 200, 'application/json', '{}')
  }

  /** What is private, to whoever has a key. Nothing more is read of anybody else. */
  async function serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!passes.isKey(bearerIn(request.headers)))
      return refuseKey(request, response, 401, 'Please open the address that Outbox Doctor printed when it started.')
    callers.know(request.socket)
    if (path === '/tells') return void stream(request, response)
    if (request.method !== 'POST') return void refuse(response, 405, 'That is not done here.')
    const body = await bodyOf(request)
    if ('status' in body) return void refuse(response, body.status, 'This cannot be read.')
    const answered = await endpoint.ask(path.slice('/ask/'.length), body.json)
    answerWith(response, 200, 'application/json', JSON.stringify(answered))
  }

  async function refuseKey(request: IncomingMessage, response: ServerResponse, status: 401 | 403, sentence: string) {
    // Whoever shows none does not guess.
    const isGuess = request.headers.authorization !== undefined
    if (isGuess && !(await pace.turn(request.socket))) return void request.socket.destroy()
    refuse(response, status, sentence, status === 401 ? { 'www-authenticate': 'Bearer' } : {})
  }

  function stream({ method }: IncomingMessage, response: ServerResponse): void {
    if (method !== 'GET') return void refuse(response, 405, 'That is not done here.')
    if (streams.size >= maxStreams) return void refuse(response, 503, 'Too many windows are open.')
    const end = streamEvents(response, endpoint)
    streams.add(end)
    response.on('close', () => streams.delete(end))
  }

  return {
    origin,
    invitation: ({ at = '', used } = {}) => `${origin}/#/${at}?token=${passes.invite(used)}`,
    wished(listener) {
      wish = listener
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const end of streams) end()
      server.closeAllConnections()
      await closed
    },
  }
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // A system that lets few wait drops whoever comes with a crowd, who then comes again only after a second.
    const address = { host: '127.0.0.1', port, exclusive: true, backlog: 4_096 }
    server.listen(address, () => resolve((server.address() as AddressInfo).port))
  })
}

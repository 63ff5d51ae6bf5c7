import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Line } from '../contract/line.ts'
import type { PanelFile } from '../page/panel-files.ts'
import { answerWith, refuse, securityHeaders } from './answering.ts'
import { refusalOf } from './guard.ts'
import { bodyOf } from './request-body.ts'
import { streamTells } from './tell-stream.ts'
import { isToken, newToken } from './token.ts'

export interface DoorOptions {
  desk: Line
  /** The built panel, by path. */
  files: ReadonlyMap<string, PanelFile>
  /** Any that is free, unless told. */
  port?: number
  /** Until a request must have come in whole; ten seconds unless told. */
  patience?: number
}

/** The panel in a browser of this machine. Never opened by the packaged app. */
export interface Door {
  readonly origin: string
  /** An address that lets one browser in, once. */
  invitation(): string
  close(): Promise<void>
}

const mostConnections = 32
const mostStreams = 8
const mostInvitations = 16

/** Opens on 127.0.0.1 only. Rejects where the port is taken. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const { desk, files, patience = 10_000 } = options
  const cookie = newToken()
  const invitations: string[] = []
  const streams = new Set<() => void>()

  const server = createServer(
    {
      requestTimeout: patience,
      headersTimeout: patience,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: Math.min(1_000, patience / 4),
      maxHeaderSize: 8 * 1024,
    },
    (request, response) => void answer(request, response).catch(() => refuse(response, 500, 'That went wrong.')),
  )
  server.maxConnections = mostConnections
  server.on('clientError', (_error, socket) => socket.destroy())
  const port = await listening(server, options.port ?? 0)
  const origin = `http://127.0.0.1:${port}`
  // Cookies know no ports: two of us must not take each other's.
  const cookieName = `outbox-doctor-${port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request
    const refusal = refusalOf(method, headers, port)
    if (refusal) return void refuse(response, refusal.status, refusal.sentence)
    const url = URL.parse(request.url ?? '', origin)
    if (!url || url.origin !== origin) return void refuse(response, 400, 'This is no address.')
    const isKnown = isToken(cookieIn(headers.cookie, cookieName), cookie)
    const token = url.searchParams.get('token')
    if (method === 'GET' && url.pathname === '/' && token !== null) return void letIn(response, token, isKnown)
    if (!isKnown)
      return void refuse(response, 401, 'Please open the address that Outbox Doctor printed when it started.')
    if (url.pathname.startsWith('/ask/')) return answerAsk(request, response, url.pathname.slice('/ask/'.length))
    if (method !== 'GET' && method !== 'HEAD') return void refuse(response, 405, 'That is not done here.')
    if (url.pathname === '/tells') return void stream(method, response)
    const file = files.get(url.pathname)
    if (!file) return void refuse(response, 404, 'There is nothing here.')
    answerWith(response, 200, file.type, file.bytes)
  }

  /** The token leaves the address at once, and opens no second time. */
  function letIn(response: ServerResponse, token: string, isKnown: boolean): void {
    const invited = invitations.findIndex((one) => isToken(token, one))
    if (invited < 0 && !isKnown) return void refuse(response, 403, 'This address was used before, or is not ours.')
    if (invited >= 0) invitations.splice(invited, 1)
    const setCookie = `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`
    response
      .writeHead(303, { ...securityHeaders, location: '/', ...(invited >= 0 && { 'set-cookie': setCookie }) })
      .end()
  }

  async function answerAsk(request: IncomingMessage, response: ServerResponse, ask: string): Promise<void> {
    if (request.method !== 'POST') return void refuse(response, 405, 'That is not done here.')
    const body = await bodyOf(request)
    if ('status' in body) return void refuse(response, body.status, 'This cannot be read.')
    const answered = await desk.ask(ask, body.json)
    answerWith(response, 200, 'application/json', JSON.stringify(answered))
  }

  function stream(method: string, response: ServerResponse): void {
    if (method !== 'GET') return void refuse(response, 405, 'That is not done here.')
    if (streams.size >= mostStreams) return void refuse(response, 503, 'Too many windows are open.')
    const end = streamTells(response, desk)
    streams.add(end)
    response.on('close', () => streams.delete(end))
  }

  return {
    origin,
    invitation() {
      const token = newToken()
      invitations.push(token)
      invitations.splice(0, invitations.length - mostInvitations)
      return `${origin}/?token=${token}`
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const end of streams) end()
      server.closeAllConnections()
      await closed
    },
  }
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve((server.address() as AddressInfo).port))
  })
}

function cookieIn(header: string | undefined, name: string): string | undefined {
  return header
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

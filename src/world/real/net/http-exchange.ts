import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'
import { harmless } from '../../../core/text.ts'
import type { HttpRequest } from '../../../core/world.ts'

export interface HttpResponse {
  status: number
  headers: Readonly<Record<string, string>>
  body: Buffer
}

/** Sends one request on an open socket and reads at most `maxBytes` bytes of body (RFC 9112). The socket is then gone. */
export async function exchangeHttp(socket: Socket, asked: HttpRequest, maxBytes: number): Promise<HttpResponse> {
  try {
    const response = await send(socket, asked)
    return { status: response.statusCode ?? 0, headers: headersOf(response), body: await bodyOf(response, maxBytes) }
  } finally {
    socket.destroy()
  }
}

function send(socket: Socket, { url, method, headers, body }: HttpRequest): Promise<IncomingMessage> {
  const { pathname, search, host } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = request({
      createConnection: () => socket,
      path: pathname + search,
      method: method ?? 'GET',
      headers: {
        host,
        'accept-encoding': 'identity',
        connection: 'close',
        ...headers,
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
      },
    })
    sent.once('socket', () => socket.resume())
    sent.once('response', resolve)
    sent.on('error', reject)
    sent.end(body)
  })
}

async function bodyOf(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= maxBytes) break
  }
  return Buffer.concat(chunks).subarray(0, maxBytes)
}

/** Names in lower case; Node joins and caps them (16 KiB in all). */
function headersOf(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      harmless(name, 100),
      harmless([value].flat().join(', '), 2_000),
    ]),
  )
}

import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { panelHeaders } from '../../static.ts'

/** Sent with everything. */
export const securityHeaders: Readonly<Record<string, string>> = {
  ...panelHeaders,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

export function answerWith(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent || response.destroyed) return
  const length = String(Buffer.byteLength(body))
  response.writeHead(status, { ...securityHeaders, 'content-type': type, 'content-length': length, ...more })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

const refused = new WeakSet<Socket>()

/** Whether somebody was refused on this connection: what comes behind that on it is not answered. */
export function wasRefused(socket: Socket): boolean {
  return refused.has(socket)
}

/** A plain sentence. The connection is not used again: whoever is refused may not be listening to rules. */
export function refuse(
  response: ServerResponse,
  status: number,
  sentence: string,
  more: Readonly<Record<string, string>> = {},
): void {
  // Whoever has hung up meanwhile has left none.
  const socket = response.req.socket as Socket | undefined
  if (socket) refused.add(socket)
  answerWith(response, status, 'text/plain; charset=utf-8', `${sentence}\n`, { ...more, connection: 'close' })
}

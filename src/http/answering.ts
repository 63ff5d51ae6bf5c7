import type { ServerResponse } from 'node:http'

/** No inline script, nothing from elsewhere, framed by nobody. Sent with everything. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
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

/** A plain sentence. The connection is not used again: whoever is refused may not be listening to rules. */
export function refuse(response: ServerResponse, status: number, sentence: string): void {
  answerWith(response, status, 'text/plain; charset=utf-8', `${sentence}\n`, { connection: 'close' })
}

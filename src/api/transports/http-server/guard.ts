import type { IncomingMessage } from 'node:http'

export interface Refusal {
  status: number
  sentence: string
}

/** Two of one of these are two opinions on what is asked, and whoever forwarded it may have looked at the other. */
const single = [
  'host',
  'origin',
  'authorization',
  'content-type',
  'content-length',
  'transfer-encoding',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
]

/**
 * Whether a request may be heard at all. A page of somebody else's that was led to our address by its own name (DNS
 * rebinding) gives itself away by its Host; one that is sent from elsewhere, by its Origin or its Fetch Metadata
 * (https://www.w3.org/TR/fetch-metadata/). Pages at other ports of this machine count as the same site, so only
 * `same-origin`, and `none` for an address that a person typed, will do; but a window may be led here from anywhere,
 * as a click on a link does: it gets the empty panel, and no other page can look into it.
 */
export function refusalOf(request: IncomingMessage, port: number): Refusal | undefined {
  const { method, headers, rawHeaders, httpVersion } = request
  if (httpVersion !== '1.1') return { status: 505, sentence: 'This is not how browsers speak.' }
  const names = rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase())
  if (single.some((name) => names.indexOf(name) !== names.lastIndexOf(name)))
    return { status: 400, sentence: 'This says one thing twice.' }
  const host = `127.0.0.1:${port}`
  if (headers.host !== host) return { status: 421, sentence: `This door answers to http://${host} only.` }
  const { origin } = headers
  const site = headers['sec-fetch-site']
  const isForeign = origin !== undefined && origin !== `http://${host}`
  const isFromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none'
  const isWindow =
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  if (isForeign || (isFromElsewhere && !isWindow)) return { status: 403, sentence: 'Other pages may not come in here.' }
  // Every browser says where a POST comes from.
  if (method === 'POST' && origin === undefined)
    return { status: 403, sentence: 'It is not said where this comes from.' }
  return undefined
}

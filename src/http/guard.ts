import type { IncomingHttpHeaders } from 'node:http'

export interface Refusal {
  status: number
  sentence: string
}

/**
 * Whether a request may be heard at all. A page of somebody else's that was led to our address by its own name (DNS
 * rebinding) gives itself away by its Host; one that is sent from elsewhere, by its Origin or its Fetch Metadata
 * (https://www.w3.org/TR/fetch-metadata/). Pages at other ports of this machine count as the same site, so only
 * `same-origin`, and `none` for an address that a person typed, will do.
 */
export function refusalOf(method: string, headers: IncomingHttpHeaders, port: number): Refusal | undefined {
  const host = `127.0.0.1:${port}`
  if (headers.host !== host) return { status: 421, sentence: `This door answers to http://${host} only.` }
  const { origin } = headers
  const site = headers['sec-fetch-site']
  const isForeign = origin !== undefined && origin !== `http://${host}`
  const isFromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (isForeign || isFromElsewhere) return { status: 403, sentence: 'Other pages may not come in here.' }
  // Every browser says where a POST comes from.
  if (method === 'POST' && origin === undefined)
    return { status: 403, sentence: 'It is not said where this comes from.' }
  return undefined
}

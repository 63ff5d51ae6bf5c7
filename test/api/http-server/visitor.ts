import { onTestFinished } from 'vitest'
import type { PanelFile } from '../../../src/api/static.ts'
import type { Transport } from '../../../src/api/transport.ts'
import { exchangeInvitation } from '../../../src/api/transports/http-client.ts'
import {
  type HttpServer,
  type HttpServerOptions,
  openHttpServer,
} from '../../../src/api/transports/http-server/server.ts'

export const page: PanelFile = { type: 'text/html; charset=utf-8', bytes: Buffer.from('<!doctype html>') }

export async function opened(endpoint: Transport, options: Partial<HttpServerOptions> = {}): Promise<HttpServer> {
  const door = await openHttpServer({ endpoint, files: new Map([['/', page]]), ...options })
  onTestFinished(() => door.close())
  return door
}

/** What a browser sends for a page of this door: it says where the page comes from. */
export function browserAt({ origin }: Pick<HttpServer, 'origin'>): typeof fetch {
  return (url, init) => fetch(url, { ...init, headers: { origin, ...init?.headers } })
}

/** What stands behind `token=` in an address that lets in. */
export function tokenIn(address: string): string {
  return new URLSearchParams(new URL(address).hash.split('?')[1]).get('token') ?? ''
}

export async function keyTo(door: HttpServer): Promise<string> {
  const key = await exchangeInvitation(tokenIn(door.invitation()), door.origin, browserAt(door))
  if (key === undefined) throw new Error('The door lets nobody in.')
  return key
}

/** A window that was let in: it keeps the key, and says where its page comes from. */
export async function visitor(door: HttpServer): Promise<typeof fetch> {
  const [key, reach] = [await keyTo(door), browserAt(door)]
  return (url, init) => reach(url, { ...init, headers: { authorization: `Bearer ${key}`, ...init?.headers } })
}

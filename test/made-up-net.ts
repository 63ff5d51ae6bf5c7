import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Net } from '../src/core/world.ts'
import { systemClock } from '../src/world/real/clock.ts'
import { type Dial, realNet } from '../src/world/real/net/net.ts'
import { identityFor, trustedRoot } from '../src/world/simulated/certificate-authority.ts'
import type { SceneCertificate } from '../src/world/simulated/schema/hosts.ts'
import { startNameServer, type Zone } from './name-server.ts'

export interface Page {
  status?: number
  headers?: Readonly<Record<string, string>>
  body?: string | Buffer
}

export interface MadeUp {
  /** What the network's own resolver, 10.0.0.1, knows besides the hosts of `pages`. */
  zone?: Zone
  /** Other name servers by address; an address that is missing stays silent. */
  nameServers?: Readonly<Record<string, Zone>>
  /** By URL without query, on port 80 or 443 of made-up addresses. */
  pages?: Readonly<Record<string, Page | 'silent' | 'refused' | ((request: IncomingMessage, body: Buffer) => Page)>>
  certificate?: Partial<SceneCertificate>
  clock?: typeof systemClock
}

export const ownResolver = '10.0.0.1'

/** The real net over loopback, with made-up names and addresses. Nothing leaves this machine. */
export async function madeUpNet(wish: MadeUp) {
  const clock = wish.clock ?? systemClock
  const pages = new Map(Object.entries(wish.pages ?? {}))
  const hosts = [...new Set([...pages.keys()].map((url) => new URL(url).hostname))]
  const addressOf = (host: string) => `203.0.113.${hosts.indexOf(host) + 1}`
  const names = Object.fromEntries(hosts.map((host) => [host, { A: [addressOf(host)] }]))
  const zones = { [ownResolver]: { ...names, ...wish.zone }, ...wish.nameServers }
  const servers = new Map(
    await Promise.all(
      Object.entries(zones).map(async ([address, zone]) => [address, await startNameServer(zone)] as const),
    ),
  )
  const requests: string[] = []
  const secure = hosts.length > 0 ? await webServer('https', pages, requests, hosts, wish.certificate) : undefined
  const plain = hosts.length > 0 ? await webServer('http', pages, requests, hosts) : undefined

  const dial: Dial = (address, port, transport) => {
    if (transport === 'udp') {
      const server = servers.get(address)
      return server ? { to: { host: '127.0.0.1', port: server.port } } : { never: 'silent' }
    }
    const fate = [...pages].find(([url, page]) => {
      const { hostname, protocol } = new URL(url)
      const same = addressOf(hostname) === address && port === (protocol === 'https:' ? 443 : 80)
      return same && typeof page === 'string'
    })?.[1]
    if (typeof fate === 'string') return { never: fate }
    const to = { 443: secure, 80: plain }[port]
    return to && hosts.some((host) => addressOf(host) === address)
      ? { to: { host: '127.0.0.1', port: to } }
      : { never: 'refused' }
  }
  onTestFinished(async () => {
    await Promise.all([...servers.values()].map(({ stop }) => stop()))
  })
  const net: Net = realNet({ clock, dial, resolver: ownResolver, extraRoots: [await trustedRoot()], systemRoots: [] })
  return { net, requests, asked: (address = ownResolver) => servers.get(address)?.asked ?? [] }
}

type Pages = ReadonlyMap<string, NonNullable<MadeUp['pages']>[string]>

async function webServer(
  scheme: 'http' | 'https',
  pages: Pages,
  requests: string[],
  hosts: readonly string[],
  wish: Partial<SceneCertificate> = {},
): Promise<number> {
  const answer: RequestListener = (request, response) => {
    const url = `${scheme}://${request.headers.host}${request.url}`
    requests.push(url)
    const page = pages.get(url) ?? pages.get(url.replace(/\?.*$/, ''))
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      send(
        response,
        typeof page === 'function' ? page(request, body) : typeof page === 'object' ? page : { status: 404 },
      )
    })
  }
  const identity = await identityFor('nobody.test', { issuer: 'public', ...wish, names: [...hosts] }, Date.now())
  const server = scheme === 'http' ? createServer(answer) : createSecureServer(identity, answer)
  return listening(server)
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Page): void {
  response.writeHead(status, { ...headers })
  response.end(body)
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  return (server.address() as AddressInfo).port
}

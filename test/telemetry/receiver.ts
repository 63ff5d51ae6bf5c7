import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Signal } from './published.ts'

export interface Received {
  signal: Signal
  headers: IncomingHttpHeaders
  body: Buffer
}

/** How it answers; `undefined`: as a collector that took all. */
export type Answering = (request: Received, response: ServerResponse) => void

/** A collector of our own on loopback: it takes what comes, and says what it is told to. */
export async function startReceiver() {
  const received: Received[] = []
  let answering: Answering | undefined
  let connections = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const signal = /^\/v1\/(metrics|logs)$/.exec(request.url ?? '')?.[1] as Signal | undefined
      if (request.method !== 'POST' || !signal) return void response.writeHead(404).end()
      const one = { signal, headers: request.headers, body: Buffer.concat(chunks) }
      received.push(one)
      if (answering) return answering(one, response)
      // As a collector does that only speaks protobuf.
      if (one.headers['content-type'] !== 'application/x-protobuf') return void response.writeHead(415).end()
      response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end()
    })
  })
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    of: (signal: Signal) => received.filter((one) => one.signal === signal),
    answer(by: Answering | undefined) {
      answering = by
    },
    get connections() {
      return connections
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

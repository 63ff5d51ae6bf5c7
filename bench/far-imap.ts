/**
 * Makes an IMAP server far away and puts TLS before it, in a thread of its own: what it costs is not ours. Every piece of
 * data is held for half the round trip, each way, and opening a connection takes one, as in relay.ts.
 */
import { createServer, Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { parentPort, workerData } from 'node:worker_threads'

interface Given {
  port: number
  roundTripMs: number
  identity: { key: string; cert: string }
}

const { port, roundTripMs, identity } = workerData as Given
const half = roundTripMs / 2
const counted = { turns: 0, bytes: 0 }

const near = createTlsServer(identity, (socket) => {
  const server = new Socket()
  server.connect(port, '127.0.0.1')
  socket.pipe(server).pipe(socket)
  socket.on('error', () => server.destroy())
  server.on('error', () => socket.destroy())
})
const far = createServer({ pauseOnConnect: true, noDelay: true }, (client) => {
  const server = new Socket()
  let isTheirTurn = true
  counted.turns += 1
  client.on('error', () => {})
  server.on('error', () => client.destroy())
  client.on('data', (data) => {
    // Whoever speaks after having listened has waited for an answer.
    if (isTheirTurn) counted.turns += 1
    isTheirTurn = false
    setTimeout(() => server.write(data), half)
  })
  server.on('data', (data) => {
    isTheirTurn = true
    counted.bytes += data.length
    setTimeout(() => client.write(data), half)
  })
  client.on('end', () => setTimeout(() => server.end(), half))
  server.on('end', () => setTimeout(() => client.end(), half))
  setTimeout(() => {
    server.connect((near.address() as { port: number }).port, '127.0.0.1')
    client.resume()
  }, roundTripMs)
})
near.listen(0, '127.0.0.1', () => {
  far.listen(0, '127.0.0.1', () => parentPort?.postMessage({ port: (far.address() as { port: number }).port }))
})
parentPort?.on('message', () => {
  parentPort?.postMessage({ ...counted })
  Object.assign(counted, { turns: 0, bytes: 0 })
})

import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer, TLSSocket, type TlsOptions } from 'node:tls'
import { afterEach } from 'vitest'

const closings: (() => void)[] = []
afterEach(() => {
  for (const close of closings.splice(0)) close()
})

export interface FarEnd {
  port: number
  /** Connections that are open at this moment. */
  open: Set<Socket>
}

/** A server on 127.0.0.1 that does with each connection what it is told, and is gone after the test. */
export async function farEnd(serve: (socket: Socket) => void, tls?: TlsOptions): Promise<FarEnd> {
  const open = new Set<Socket>()
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => open.delete(socket))
  }
  const server = tls ? createTlsServer(tls) : createServer()
  server.on('connection', keep)
  server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => {
    socket.on('error', () => {})
    serve(socket)
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closings.push(() => {
    server.close()
    for (const socket of open) socket.destroy()
  })
  return { port: portOf(server), open }
}

export function portOf(server: { address(): unknown }): number {
  return (server.address() as { port: number }).port
}

export function afterwards(close: () => void): void {
  closings.push(close)
}

/** Answers each line by what `answer` says to it; after `undefined` it says nothing. */
export function answering(greeting: string, answer: (line: string, socket: Socket) => string | undefined) {
  return (socket: Socket) => {
    socket.write(greeting)
    onLines(socket, (line) => {
      const said = answer(line, socket)
      if (said !== undefined) socket.write(said)
    })
  }
}

export function onLines(socket: Socket, heard: (line: string) => void): void {
  let rest = ''
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1')
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      heard(line)
    }
  })
}

/** The server's half of STARTTLS. */
export function upgrade(socket: Socket, tls: TlsOptions, serve: (secure: Socket) => void): void {
  socket.removeAllListeners('data')
  const secure = new TLSSocket(socket, { ...tls, isServer: true })
  secure.on('error', () => {})
  secure.once('secure', () => serve(secure))
}

export const never = new AbortController().signal

/** Connections of this process that are still open: there should be none when all is closed. */
export function openSockets(): string[] {
  return process.getActiveResourcesInfo().filter((kind) => /TCP|TLS|UDP/.test(kind))
}

import { createServer, type Server, type Socket } from 'node:net'

/** Listens on 127.0.0.1 and nowhere else, and knows every connection, so that all can be ended. */
export class Loopback {
  readonly #servers = new Map<string, Server>()
  readonly #sockets = new Set<Socket>()
  #over = false

  /** Opens a port of the system's choice under a name; a name that is open already stays as it is. */
  async open(name: string, accept: (socket: Socket) => void): Promise<void> {
    if (this.#servers.has(name)) return
    const server = createServer({ noDelay: true }, (socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
      // A client that resets its end is an everyday thing.
      socket.on('error', () => socket.destroy())
      accept(socket)
    })
    this.#servers.set(name, server)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, '127.0.0.1', resolve)
    })
    if (this.#over) server.close()
  }

  portOf(name: string): number | undefined {
    const address = this.#servers.get(name)?.address()
    return typeof address === 'object' ? address?.port : undefined
  }

  async close(): Promise<void> {
    this.#over = true
    for (const socket of this.#sockets) socket.destroy()
    await Promise.all(
      [...this.#servers.values()].map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
    )
  }
}

import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Of strangers who have asked nothing yet, or nothing more. */
const mostSilent = 1_024
/** Of strangers who read the panel's files; a browser opens six connections. */
const mostReading = 128

/**
 * Limits connections. Anybody on this computer can open connections and say nothing, and must not keep the person out by
 * that: strangers make room for newer ones, the oldest first. Whoever has shown a key is never sent away.
 */
export interface ConnectionLimiter {
  /** This one is sent something; the returned function, when it has arrived. */
  reading(socket: Socket): () => void
  /** This one has shown a key. */
  know(socket: Socket): void
}

export function connectionLimiter(server: Server): ConnectionLimiter {
  const known = new WeakSet<Socket>()
  const [silent, reading] = [new Set<Socket>(), new Set<Socket>()]
  const forget = (socket: Socket) => {
    silent.delete(socket)
    reading.delete(socket)
  }
  const isStranger = (socket: Socket) => !socket.destroyed && !known.has(socket) && !reading.has(socket)
  server.on('connection', (socket) => {
    socket.once('close', () => forget(socket))
    // Counted once it could be heard: a crowd that comes at once would push out whoever is not even listened to.
    afterAllAreHeard(() => isStranger(socket) && enter(silent, socket, mostSilent))
  })
  return {
    reading(socket) {
      if (known.has(socket)) return () => {}
      forget(socket)
      enter(reading, socket, mostReading)
      return () => {
        reading.delete(socket)
        if (isStranger(socket)) enter(silent, socket, mostSilent)
      }
    },
    know(socket) {
      known.add(socket)
      forget(socket)
    },
  }
}

/** What lies ready on a new connection is read in the round after the one in which it is accepted. */
function afterAllAreHeard(then: () => void): void {
  setImmediate(() => setImmediate(then))
}

/** The oldest makes room. */
function enter(room: Set<Socket>, socket: Socket, maxSockets: number): void {
  const [oldest] = room
  if (oldest && room.size >= maxSockets) {
    // Deleted here: it closes later than the next one comes.
    room.delete(oldest)
    oldest.destroy()
  }
  room.add(socket)
}

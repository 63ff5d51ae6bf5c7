import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** More than the system lets wait at the door, so that whoever asks at once is heard before it is his turn to go. */
const mostSilent = 1_024
/** Of strangers who are answered now; a browser opens six connections. */
const mostAnswered = 128

/**
 * Room at the door. Anybody on this computer can open connections and say nothing, and must not keep the person out by
 * that: strangers make room for newer ones, those first who have asked nothing. Whoever has shown a key is never sent
 * away.
 */
export interface Callers {
  /** Before a request is answered; the returned function, after. */
  answering(socket: Socket): () => void
  /** This one has shown a key. */
  know(socket: Socket): void
}

export function callersOf(server: Server): Callers {
  const known = new WeakSet<Socket>()
  const [silent, answered] = [new Set<Socket>(), new Set<Socket>()]
  const forget = (socket: Socket) => {
    silent.delete(socket)
    answered.delete(socket)
  }
  server.on('connection', (socket) => {
    socket.once('close', () => forget(socket))
    enter(silent, socket, mostSilent)
  })
  return {
    answering(socket) {
      forget(socket)
      if (known.has(socket)) return () => {}
      enter(answered, socket, mostAnswered)
      return () => {
        answered.delete(socket)
        if (!known.has(socket) && !socket.destroyed) enter(silent, socket, mostSilent)
      }
    },
    know(socket) {
      known.add(socket)
      forget(socket)
    },
  }
}

/** The oldest makes room. */
function enter(room: Set<Socket>, socket: Socket, most: number): void {
  const [oldest] = room
  if (room.size >= most) {
    // Deleted here: it closes later than the next one comes.
    if (oldest) room.delete(oldest)
    oldest?.destroy()
  }
  room.add(socket)
}

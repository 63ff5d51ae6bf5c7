/**
 * Another process of this computer that keeps a door busy until it is killed. Arguments: the port, what it does, and
 * with how many connections at once.
 */
import { connect, type Socket } from 'node:net'

const [port = '', way = '', count = ''] = process.argv.slice(2)
const host = `127.0.0.1:${port}`

const ways: Record<string, (socket: Socket) => void> = {
  /** Says nothing. */
  silent() {},
  /** A letter of a header, now and then, for ever. */
  slow(socket) {
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nX: `)
    const timer = setInterval(() => socket.write('x'), 50)
    socket.on('close', () => clearInterval(timer))
  },
  /** Asks for much, and reads none of it. */
  deaf(socket) {
    socket.pause()
    for (let time = 0; time < 3; time++) socket.write(`GET /assets/large.js HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
  },
  guessing(socket) {
    const key = `Bearer ${'A'.repeat(43)}`
    socket.write(`POST /ask/state HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nAuthorization: ${key}\r\n\r\n`)
  },
  /** Hangs up and comes again as fast as it can. */
  restless(socket) {
    socket.on('connect', () => socket.resetAndDestroy())
  },
}

let opened = 0
function come(): void {
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => {})
  socket.on('connect', () => {
    opened += 1
    if (opened === Number(count)) process.stdout.write('here\n')
  })
  // At once, but not in the same turn: a door that is gone would be knocked at without an end.
  socket.on('close', () => setImmediate(come))
  ways[way]?.(socket)
}
for (let one = 0; one < Number(count); one++) come()

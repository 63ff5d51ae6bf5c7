/**
 * Makes a server far away: relays TCP connections and holds every piece of data for half the round trip, each way.
 * Opening a connection takes a round trip too. The kernel here answers at once, so that its time is added to what
 * follows: a greeting arrives two round trips after the start, as it does from afar. Arguments: from address, to
 * address, round trip in ms, ports.
 */
import { createServer, Socket } from 'node:net'

const [from = '', to = '', roundTrip = '0', ...ports] = process.argv.slice(2)
const half = Number(roundTrip) / 2

/** Later, and in order: timers of one length fire in the order in which they were set. */
function pass(source: Socket, sink: Socket): void {
  source.on('data', (data) => setTimeout(() => sink.write(data), half))
  source.once('end', () => setTimeout(() => sink.end(), half))
  source.once('error', () => sink.destroy())
}

/** From the moment on in which a distant caller would hold the SYN-ACK; its ACK is still on its way. */
function join(near: Socket, port: number): void {
  const distant = new Socket({ allowHalfOpen: true })
  setTimeout(() => distant.connect(port, to), half)
  pass(near, distant)
  pass(distant, near)
  near.resume()
}

await Promise.all(
  ports.map((port) => {
    const server = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true }, (near) => {
      near.on('error', () => {})
      setTimeout(() => join(near, Number(port)), 2 * half)
    })
    return new Promise<void>((resolve) => server.listen(Number(port), from, resolve))
  }),
)
process.stdout.write('ready\n')

/**
 * Makes a server far away: relays TCP connections and holds every piece of data for half the round trip, each way.
 * Opening a connection is the kernel's work and is not delayed. Arguments: from address, to address, round trip in ms,
 * ports.
 */
import { connect, createServer, type Socket } from 'node:net'

const [from = '', to = '', roundTrip = '0', ...ports] = process.argv.slice(2)
const half = Number(roundTrip) / 2

/** Later, and in order: timers of one length fire in the order in which they were set. */
function pass(source: Socket, sink: Socket): void {
  source.on('data', (data) => setTimeout(() => sink.write(data), half))
  source.once('end', () => setTimeout(() => sink.end(), half))
  source.once('error', () => sink.destroy())
}

await Promise.all(
  ports.map((port) => {
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
      const distant = connect({ host: to, port: Number(port), allowHalfOpen: true, noDelay: true })
      pass(near, distant)
      pass(distant, near)
    })
    return new Promise<void>((resolve) => server.listen(Number(port), from, resolve))
  }),
)
process.stdout.write('ready\n')

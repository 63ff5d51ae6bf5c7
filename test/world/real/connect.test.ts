import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { type Destination, realNet } from '../../../src/world/real/net/net.ts'
import { simulatedClock } from '../../../src/world/simulated/clock.ts'
import { farEnd, never, openSockets, portOf } from './far-end.ts'

const clock = simulatedClock(Date.now(), 0, 40)
const net = realNet({ clock })

describe('connecting', () => {
  test('opens, and names both ends', async () => {
    const { port } = await farEnd(() => {})
    const { attempt, connection } = await net.connect('127.0.0.1', port, 10_000, never)
    expect(attempt).toEqual({ address: '127.0.0.1', family: 4, port, reach: 'open', ms: expect.any(Number) })
    expect(connection).toMatchObject({ address: '127.0.0.1', localAddress: '127.0.0.1' })
    connection?.close()
  })

  test('a closed port is refused', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const port = portOf(server)
    await new Promise((resolve) => server.close(resolve))
    const { attempt, connection } = await net.connect('127.0.0.1', port, 10_000, never)
    expect(attempt).toMatchObject({ reach: 'refused', code: 'ECONNREFUSED' })
    expect(connection).toBeUndefined()
  })

  test.each<[Destination, object]>([
    [{ never: 'silent' }, { reach: 'silent', ms: expect.closeTo(8_000, -3.2) }],
    [{ never: 'refused' }, { reach: 'refused', code: 'ECONNREFUSED' }],
    [{ never: 'reset' }, { reach: 'reset', code: 'ECONNRESET' }],
    [{ never: 'unreachable' }, { reach: 'unreachable', code: 'EHOSTUNREACH' }],
    [
      { never: 'unreachable', code: 'ENETUNREACH' },
      { reach: 'unreachable', code: 'ENETUNREACH' },
    ],
    [{ never: 'denied' }, { reach: 'denied', code: 'EPERM' }],
  ])('dialled to %o', async (destination, expected) => {
    const strange = realNet({ clock, dial: () => destination })
    const { attempt } = await strange.connect('2001:db8::5', 25, 8_000, never)
    expect(attempt).toMatchObject({ address: '2001:db8::5', family: 6, port: 25, ...expected })
  })

  test('a made-up address keeps its name wherever it leads', async () => {
    const { port } = await farEnd((socket) => socket.write('220 here\r\n'))
    const made = realNet({ clock, dial: () => ({ to: { host: '127.0.0.1', port } }) })
    const { attempt, connection } = await made.connect('198.51.100.7', 587, 8_000, never)
    expect(attempt).toMatchObject({ address: '198.51.100.7', port: 587, reach: 'open' })
    expect(connection?.address).toBe('198.51.100.7')
    expect(await connection?.readLine(5_000)).toEqual({ line: '220 here' })
    connection?.close()
  })

  test('a name is not an address', async () => {
    await expect(net.connect('localhost', 25, 1_000, never)).rejects.toThrow('IP address')
  })

  test('aborting rejects, before and during', async () => {
    const abort = new AbortController()
    const silent = realNet({ clock, dial: () => ({ never: 'silent' }) })
    const connecting = silent.connect('192.0.2.1', 25, 60_000, abort.signal)
    abort.abort(new Error('enough'))
    await expect(connecting).rejects.toThrow('enough')
    await expect(net.connect('127.0.0.1', 1, 60_000, abort.signal)).rejects.toThrow('enough')
  })

  test('nothing stays open', async () => {
    await expect.poll(openSockets).toEqual([])
  })
})

import type { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { Connection } from '../../../src/core/world.ts'
import { realNet } from '../../../src/world/real/net/net.ts'
import { simulatedClock } from '../../../src/world/simulated/clock.ts'
import { farEnd, never } from './far-end.ts'

// Ten seconds pass in a quarter of one.
const net = realNet({ clock: simulatedClock(Date.now(), 0, 40) })

async function connectedTo(serve: (socket: Socket) => void, signal = never): Promise<Connection> {
  const { port } = await farEnd(serve)
  const { connection } = await net.connect('127.0.0.1', port, 10_000, signal)
  if (!connection) throw new Error('not connected')
  return connection
}

describe('hearing lines', () => {
  test('one after another, whatever the line end and the pieces', async () => {
    const connection = await connectedTo((socket) => {
      socket.write('220 one\r\n220 two\n22')
      setImmediate(() => socket.write('0 three\r\n'))
    })
    expect(await connection.readLine(5_000)).toEqual({ line: '220 one' })
    expect(await connection.readLine(5_000)).toEqual({ line: '220 two' })
    expect(await connection.readLine(5_000)).toEqual({ line: '220 three' })
    connection.close()
  })

  test('saying is heard at the other end with a line end', async () => {
    const connection = await connectedTo((socket) => socket.on('data', (chunk) => socket.write(`> ${chunk}`)))
    await connection.writeLine('EHLO [127.0.0.1]')
    expect(await connection.readLine(5_000)).toEqual({ line: '> EHLO [127.0.0.1]' })
    await expect(connection.writeLine('NOOP\r\nQUIT')).rejects.toThrow('line end')
    connection.close()
  })

  test('silence is an answer, with what came of the line, and the rest is still heard later', async () => {
    const sockets: Socket[] = []
    const connection = await connectedTo((socket) => {
      sockets.push(socket)
      socket.write('220 ha')
    })
    expect(await connection.readLine(2_000)).toEqual({ end: 'silent', partial: '220 ha' })
    sockets[0]?.write('lf\r\n')
    expect(await connection.readLine(5_000)).toEqual({ line: '220 half' })
    connection.close()
  })

  test('the end of the stream, with a line cut short', async () => {
    const connection = await connectedTo((socket) => socket.end('421 bus'))
    expect(await connection.readLine(5_000)).toEqual({ end: 'closed', partial: '421 bus' })
    expect(await connection.readLine(5_000)).toEqual({ end: 'closed', partial: '421 bus' })
    await connection.writeLine('QUIT')
  })

  test('a reset', async () => {
    const connection = await connectedTo((socket) => setImmediate(() => socket.resetAndDestroy()))
    expect(await connection.readLine(5_000)).toEqual({ end: 'reset', code: 'ECONNRESET' })
  })

  test('NUL and broken UTF-8 are text', async () => {
    const connection = await connectedTo((socket) => socket.write(Buffer.from([0x32, 0, 0xff, 0xc3, 0x0a])))
    expect(await connection.readLine(5_000)).toEqual({ line: '2\0\ufffd\ufffd' })
    connection.close()
  })

  test('aborting closes the connection and rejects', async () => {
    const abort = new AbortController()
    const connection = await connectedTo(() => {}, abort.signal)
    const heard = connection.readLine(60_000)
    abort.abort(new Error('enough'))
    await expect(heard).rejects.toThrow('enough')
    await expect(connection.readLine(1_000)).rejects.toThrow('enough')
  })
})

describe('hostile servers', () => {
  const flood = (piece: string) => (socket: Socket) => {
    const pour = () => {
      while (!socket.destroyed && socket.write(piece));
    }
    socket.on('drain', pour)
    pour()
  }

  test('a line without end is overlong, and the connection is closed', async () => {
    const { port, open } = await farEnd(flood('x'.repeat(16_384)))
    const { connection } = await net.connect('127.0.0.1', port, 10_000, never)
    expect(await connection?.readLine(10_000)).toMatchObject({ end: 'overlong' })
    expect(await connection?.readLine(10_000)).toMatchObject({ end: 'overlong' })
    await expect.poll(() => open.size).toBe(0)
  })

  test('ten megabytes of lines end after a quarter of one', async () => {
    const connection = await connectedTo(flood('220-hello\r\n'.repeat(100)))
    let lines = 0
    let heard = await connection.readLine(10_000)
    while ('line' in heard) {
      lines += 1
      heard = await connection.readLine(10_000)
    }
    expect(heard.end).toBe('overlong')
    expect(lines * 11).toBeLessThanOrEqual(256 * 1024)
    expect(lines * 11).toBeGreaterThan(150 * 1024)
  })

  test('nothing is read while nobody listens', async () => {
    const sockets: Socket[] = []
    const connection = await connectedTo((socket) => {
      sockets.push(socket)
      socket.write('220 one\r\n')
      flood('x'.repeat(65_536))(socket)
    })
    await connection.readLine(10_000)
    // The far end's own buffer stays full: the kernel takes no more, since nobody reads.
    await expect.poll(() => sockets[0]?.writableLength).toBeGreaterThan(0)
    const taken = sockets[0]?.bytesWritten
    await new Promise(setImmediate)
    expect(sockets[0]?.bytesWritten).toBe(taken)
    connection.close()
  })

  test('a byte now and then does not hold us longer than we wait', async () => {
    const connection = await connectedTo((socket) => {
      const drip = setInterval(() => socket.write('.'), 5)
      socket.on('close', () => clearInterval(drip))
    })
    expect(await connection.readLine(10_000)).toMatchObject({ end: 'silent', partial: expect.stringMatching(/^\.+$/) })
    connection.close()
  })
})

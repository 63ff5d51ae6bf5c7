import type { Socket } from 'node:net'
import type { SecureVersion, TlsOptions } from 'node:tls'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TlsRange } from '../../../src/core/world.ts'
import { realNet } from '../../../src/world/real/net/net.ts'
import { identityFor } from '../../../src/world/simulated/certificate-authority.ts'
import { simulatedClock } from '../../../src/world/simulated/clock.ts'
import { farEnd, never, onLines, openSockets, upgrade } from './far-end.ts'

// Who answers has all the time that he has outside; silence is waited for on a faster clock.
const net = realNet({ clock: simulatedClock(Date.now(), 0) })
const hasty = realNet({ clock: simulatedClock(Date.now(), 0, 50) })
let identity: TlsOptions
beforeAll(async () => {
  identity = await identityFor('mail.example.test', { issuer: 'public' }, Date.now())
})

async function connectedTo(port: number, by = net) {
  const { connection } = await by.connect('127.0.0.1', port, 10_000, never)
  if (!connection) throw new Error('not connected')
  return connection
}

async function handshakeWith(serve: (socket: Socket) => void, tls?: TlsOptions, versions?: TlsRange, by = net) {
  const { port } = await farEnd(serve, tls)
  const connection = await connectedTo(port, by)
  const handshake = await connection.secure({
    host: 'mail.example.test',
    timeoutMs: 20_000,
    ...(versions && { versions }),
  })
  connection.close()
  return handshake
}

describe('securing', () => {
  const quiet = () => {}
  test('gives the version, the cipher and the chain as it was sent, and goes on in secret', async () => {
    const { port } = await farEnd((socket) => socket.write('220 in secret\r\n'), identity)
    const connection = await connectedTo(port)
    const handshake = await connection.secure({ host: 'mail.example.test', timeoutMs: 20_000 })
    expect(handshake).toMatchObject({ outcome: 'secured', version: 'TLSv1.3', cipher: expect.stringMatching(/^TLS_/) })
    const [leaf, between, ...more] = handshake.outcome === 'secured' ? handshake.chain : []
    expect(leaf).toMatchObject({
      subject: 'CN=mail.example.test',
      names: ['mail.example.test'],
      key: { kind: 'ec', bits: 256 },
      selfSigned: false,
      authority: false,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(leaf?.issuer).toBe(between?.subject)
    expect(between?.authority).toBe(true)
    expect(more).toEqual([])
    expect(await connection.readLine(10_000)).toEqual({ line: '220 in secret' })
    connection.close()
  })

  test('sends the name only where it is one', async () => {
    const told = (socket: Socket) => socket.write(`${(socket as { servername?: unknown }).servername}\r\n`)
    const { port } = await farEnd(told, identity)
    for (const [host, line] of [
      ['mail.example.test', 'mail.example.test'],
      ['127.0.0.1', 'false'],
      ['::1', 'false'],
    ] as const) {
      const connection = await connectedTo(port)
      await connection.secure({ host, timeoutMs: 20_000 })
      expect(await connection.readLine(10_000)).toEqual({ line })
      connection.close()
    }
  })

  test.each([
    ['greets in clear', (socket: Socket) => void socket.write('220 mail.example.test ESMTP\r\n'), 'not-tls'],
    [
      'answers HTTP',
      (socket: Socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad\r\n\r\n')),
      'not-tls',
    ],
    ['closes', (socket: Socket) => void socket.once('data', () => socket.end()), 'closed'],
    ['resets', (socket: Socket) => void socket.once('data', () => socket.resetAndDestroy()), 'reset'],
  ])('a server that %s', async (_, serve, outcome) => {
    expect(await handshakeWith(serve)).toMatchObject({ outcome, ms: expect.any(Number) })
  })

  test('a server that stalls', async () => {
    const handshake = await handshakeWith(quiet, undefined, undefined, hasty)
    expect(handshake).toMatchObject({ outcome: 'silent', ms: expect.any(Number) })
  })

  const old = (version: SecureVersion) => ({ minVersion: version, maxVersion: version, ciphers: 'ALL@SECLEVEL=0' })

  test('a server that is too old shares no version, and is named when asked so', async () => {
    const server = { ...identity, ...old('TLSv1.1') }
    expect(await handshakeWith(quiet, server)).toMatchObject({ outcome: 'no-common-version' })
    const versions = { min: 'TLSv1', max: 'TLSv1.1' } as const
    expect(await handshakeWith(quiet, server, versions)).toMatchObject({ outcome: 'secured', version: 'TLSv1.1' })
  })

  test('a server with other ciphers only', async () => {
    const server = { ...identity, maxVersion: 'TLSv1.2' as const, ciphers: 'AES128-SHA' }
    expect(await handshakeWith(quiet, server)).toMatchObject({ outcome: 'no-common-cipher' })
  })

  test('after STARTTLS', async () => {
    const { port } = await farEnd((socket) => {
      onLines(socket, () => {
        upgrade(socket, identity, (secure) => onLines(secure, (line) => secure.write(`250 ${line}\r\n`)))
        socket.write('220 go ahead\r\n')
      })
    })
    const connection = await connectedTo(port)
    await connection.writeLine('STARTTLS')
    expect(await connection.readLine(10_000)).toEqual({ line: '220 go ahead' })
    expect(await connection.secure({ host: 'mail.example.test', timeoutMs: 20_000 })).toMatchObject({
      outcome: 'secured',
    })
    await connection.writeLine('EHLO again')
    expect(await connection.readLine(10_000)).toEqual({ line: '250 EHLO again' })
    connection.close()
  })

  test('plain text slipped in behind the go-ahead is an injection', async () => {
    const { port } = await farEnd((socket) => onLines(socket, () => socket.write('220 go ahead\r\n250 AUTH PLAIN\r\n')))
    const connection = await connectedTo(port)
    await connection.writeLine('STARTTLS')
    await connection.readLine(10_000)
    expect(await connection.secure({ host: 'x.test', timeoutMs: 20_000 })).toMatchObject({ outcome: 'injected' })
    connection.close()
  })

  test('nothing stays open', async () => {
    await expect.poll(openSockets).toEqual([])
  })
})

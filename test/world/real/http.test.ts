import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { Dial } from '../../../src/world/real/net/net.ts'
import { realNet } from '../../../src/world/real/net/net.ts'
import { identityFor, trustedRoot } from '../../../src/world/simulated/certificate-authority.ts'
import { simulatedClock } from '../../../src/world/simulated/clock.ts'
import type { SceneCertificate } from '../../../src/world/simulated/schema/hosts.ts'
import { afterwards, farEnd, never, openSockets, portOf } from './far-end.ts'

const clock = simulatedClock(Date.now(), 0, 20)
const net = realNet({ clock })

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterwards(() => {
    server.closeAllConnections()
    server.close()
  })
  return portOf(server)
}

const ask = (port: number, more: object = {}) =>
  net.http({ url: `http://127.0.0.1:${port}/a?b`, timeoutMs: 10_000, ...more }, never)

describe('one page', () => {
  test('gives status, headers and body, and follows no redirect', async () => {
    const port = await listening(
      createServer((request, response) => {
        response.writeHead(302, { Location: 'http://portal.test/', 'X-Odd': 'a\u0085b', 'Set-Cookie': ['a=1', 'b=2'] })
        response.end(`${request.method} ${request.url} ${request.headers.host} ${request.headers.cookie}`)
      }),
    )
    expect(await ask(port)).toMatchObject({
      outcome: 'answered',
      status: 302,
      headers: { location: 'http://portal.test/', 'x-odd': 'a b', 'set-cookie': 'a=1, b=2' },
      body: `GET /a?b 127.0.0.1:${port} undefined`,
    })
  })

  test('sends a body', async () => {
    const port = await listening(
      createServer((request, response) => {
        request.pipe(response)
      }),
    )
    expect(await ask(port, { method: 'POST', body: 'hällo', headers: { 'content-type': 'text/plain' } })).toMatchObject(
      {
        body: 'hällo',
      },
    )
  })

  test('an endless body ends at the cap', async () => {
    const { port, open } = await farEnd((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      const pour = () => {
        while (!socket.destroyed && socket.write('x'.repeat(65_536)));
      }
      socket.on('drain', pour)
      pour()
    })
    const answer = await ask(port, { maxBytes: 100_000 })
    expect(answer.outcome === 'answered' && answer.body.length).toBe(100_000)
    await expect.poll(() => open.size).toBe(0)
  })

  test('endless headers are a failure', async () => {
    const { port } = await farEnd((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      for (let line = 0; line < 5_000; line += 1) socket.write(`X-${line}: ${'x'.repeat(100)}\r\n`)
    })
    expect(await ask(port)).toMatchObject({ outcome: 'failed', code: 'HPE_HEADER_OVERFLOW' })
  })

  test.each([
    ['says nothing', () => {}, { outcome: 'silent' }],
    ['drips', (socket: Socket) => dripping(socket, 'HTTP/1.1 200 OK\r\n\r\n'), { outcome: 'silent' }],
    ['resets', (socket: Socket) => void socket.once('data', () => socket.resetAndDestroy()), { outcome: 'reset' }],
    ['hangs up', (socket: Socket) => void socket.once('data', () => socket.end()), { outcome: 'reset' }],
    ['speaks SMTP', (socket: Socket) => void socket.write('220 mail ESMTP\r\n'), { outcome: 'failed' }],
  ])('a server that %s', async (_, serve, expected) => {
    const { port } = await farEnd(serve)
    expect(await ask(port)).toMatchObject(expected)
  })

  test('what cannot be reached', async () => {
    const dialled = (dial: Dial) => realNet({ clock, dial }).http({ url: 'http://192.0.2.1/', timeoutMs: 5_000 }, never)
    expect(await dialled(() => ({ never: 'refused' }))).toMatchObject({ outcome: 'refused' })
    expect(await dialled(() => ({ never: 'silent' }))).toMatchObject({ outcome: 'silent' })
    expect(await dialled(() => ({ never: 'unreachable' }))).toMatchObject({ outcome: 'unreachable' })
    expect(await dialled(() => ({ never: 'denied' }))).toMatchObject({ outcome: 'failed', code: 'EPERM' })
  })

  test('one family may be dead', async () => {
    const port = await listening(createServer((_, response) => response.end('here')))
    const half = realNet({
      clock,
      resolver: '192.0.2.53',
      dial: (address) => (address === '::1' ? { never: 'silent' } : { to: { host: '127.0.0.1', port } }),
    })
    expect(await half.http({ url: 'http://localhost/', timeoutMs: 10_000 }, never)).toMatchObject({ body: 'here' })
  })

  test('other schemes are a mistake of ours', async () => {
    await expect(net.http({ url: 'file:///etc/passwd', timeoutMs: 1_000 }, never)).rejects.toThrow('http')
  })
})

describe('one page by https', () => {
  async function page(wish: SceneCertificate, roots: { publicRoots?: string[]; extraRoots?: string[] }) {
    const identity = await identityFor('127.0.0.1', wish, Date.now())
    const port = await listening(
      createSecureServer(identity, (_, response) => response.end('secret')) as unknown as Server,
    )
    return realNet({ clock, ...roots }).http({ url: `https://127.0.0.1:${port}/`, timeoutMs: 20_000 }, never)
  }
  const day = 86_400_000

  test('with a good certificate', async () => {
    const root = await trustedRoot()
    expect(await page({}, { publicRoots: [root] })).toMatchObject({ body: 'secret' })
    expect(await page({}, { extraRoots: [root] })).toMatchObject({ body: 'secret' })
  })

  test.each<[SceneCertificate, string]>([
    [{ issuer: 'self-signed' }, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    [{ issuer: 'private' }, 'SELF_SIGNED_CERT_IN_CHAIN'],
    [{ names: ['other.test'] }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    [{ until: -day }, 'CERT_HAS_EXPIRED'],
    [{ from: day }, 'CERT_NOT_YET_VALID'],
    [{ intermediate: 'missing' }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('with a bad certificate: %o', async (wish, code) => {
    expect(await page(wish, { publicRoots: [await trustedRoot()] })).toMatchObject({ outcome: 'bad-certificate', code })
  })

  test('with a clock that is years off, every certificate is bad', async () => {
    const identity = await identityFor('127.0.0.1', {}, Date.now())
    const port = await listening(createSecureServer(identity) as unknown as Server)
    const off = realNet({ clock: simulatedClock(Date.now(), -4_000 * day, 20), publicRoots: [await trustedRoot()] })
    expect(await off.http({ url: `https://127.0.0.1:${port}/`, timeoutMs: 20_000 }, never)).toMatchObject({
      outcome: 'bad-certificate',
      code: 'CERT_NOT_YET_VALID',
    })
  })

  test('where plain HTTP answers', async () => {
    const port = await listening(createServer((_, response) => response.end('clear')))
    expect(await net.http({ url: `https://127.0.0.1:${port}/`, timeoutMs: 20_000 }, never)).toMatchObject({
      outcome: 'failed',
    })
  })
})

test('nothing stays open', async () => {
  await expect.poll(openSockets).toEqual([])
})

function dripping(socket: Socket, head: string): void {
  socket.write(head)
  const drip = setInterval(() => socket.write('.'), 5)
  socket.on('close', () => clearInterval(drip))
}

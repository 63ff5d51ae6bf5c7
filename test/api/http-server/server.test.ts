import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { endpointOf } from '../../../src/api/endpoint.ts'
import { okAnswer } from '../../../src/api/schema/answer.ts'
import { panelFiles } from '../../../src/api/static.ts'
import type { HttpServer } from '../../../src/api/transports/http-server/server.ts'
import { answersOf, state } from '../answers.ts'
import { keyTo, opened, tokenIn, visitor } from './visitor.ts'

const asked = vi.fn(() => okAnswer(state))
const endpoint = () => endpointOf(answersOf({ state: asked }))
const json = { 'content-type': 'application/json' }

async function authorizedAt(door: HttpServer): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await keyTo(door)}`, origin: door.origin }
}

/** With whatever headers, which `fetch` would not send. */
async function raw(
  door: HttpServer,
  path: string,
  headers: Record<string, string>,
  { method = 'GET', body }: { method?: string; body?: string } = {},
) {
  const sent = request(`${door.origin}`, { path, method, headers, setHost: !('host' in headers) })
  sent.end(body)
  const [response] = await once(sent, 'response')
  return { status: response.statusCode as number, headers: response.headers, body: await text(response) }
}

describe('the door lets in', () => {
  test('one window for each invitation, and what opens is sent to nobody by itself', async () => {
    const door = await opened(endpoint())
    const used = vi.fn()
    const invitation = door.invitation({ at: 'timeline', used })
    expect(invitation).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\/timeline\?token=[\w-]{43}$/)
    const enter = (token: string) =>
      raw(door, '/enter', { authorization: `Bearer ${token}`, origin: door.origin }, { method: 'POST' })
    const first = await enter(tokenIn(invitation))
    expect([first.status, Object.keys(first.headers)]).toEqual([200, expect.not.arrayContaining(['set-cookie'])])
    expect(used).toHaveBeenCalledTimes(1)
    const { key } = JSON.parse(first.body)
    expect(key).toMatch(/^[\w-]{43}$/)
    expect(invitation).not.toContain(key)
    // Neither opens a second time, nor does the key open as an invitation does.
    expect((await enter(tokenIn(invitation))).status).toBe(403)
    expect((await enter(key)).status).toBe(403)
    expect(used).toHaveBeenCalledTimes(1)
    const ask = (headers: Record<string, string>) =>
      raw(door, '/ask/state', { origin: door.origin, ...json, ...headers }, { method: 'POST', body: '{}' })
    expect((await ask({ authorization: `Bearer ${key}` })).status).toBe(200)
    // As a cookie, or in an address, it is nothing.
    expect((await ask({ cookie: `outbox-doctor=${key}; key=${key}` })).status).toBe(401)
    expect(
      (await raw(door, `/ask/state?token=${key}`, { origin: door.origin, ...json }, { method: 'POST' })).status,
    ).toBe(401)
  })

  test('as many windows as were invited, each with a key of its own', async () => {
    const door = await opened(endpoint())
    const keys = await Promise.all(Array.from({ length: 3 }, () => keyTo(door)))
    expect(new Set(keys).size).toBe(3)
    for (const key of keys)
      expect((await raw(door, '/tells', { authorization: `Bearer ${key}` }, { method: 'HEAD' })).status).toBe(405)
  })

  test('anybody to the empty panel, by a link too: there is nothing private in it', async () => {
    const door = await opened(endpoint())
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    for (const headers of [{}, link] as Record<string, string>[])
      expect(await raw(door, '/', headers)).toMatchObject({ status: 200, body: '<!doctype html>' })
    expect((await raw(door, '/', { ...link, 'sec-fetch-dest': 'iframe' })).status).toBe(403)
    expect((await raw(door, '/tells', link)).status).toBe(401)
  })

  test('nobody whose page could run a script of somebody else', async () => {
    const door = await opened(endpoint())
    const { headers } = await (await visitor(door))(`${door.origin}/`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|http/)
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('only from this machine', async () => {
    const door = await opened(endpoint())
    const port = Number(new URL(door.origin).port)
    const elsewhere = connect(port, '127.0.0.2')
    const [error] = await once(elsewhere, 'error')
    expect(error.code).toBe('ECONNREFUSED')
  })
})

describe('the door refuses', () => {
  test.each([
    ['a foreign Host', { host: 'evil.example' }, 421],
    ['a name that was made to lead here (DNS rebinding)', { host: 'rebound.evil.example:PORT' }, 421],
    ['our address at another port', { host: '127.0.0.1:1' }, 421],
    ['a foreign Origin', { origin: 'https://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['an Origin that hides itself', { origin: 'null' }, 403],
    ['a request that another site makes', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a script tag of another port', { 'sec-fetch-site': 'same-site' }, 403],
    ['our address without its port', { host: '127.0.0.1' }, 421],
  ])('%s, wherever it knocks', async (_name, given, status) => {
    asked.mockClear()
    const door = await opened(endpoint())
    const { port } = new URL(door.origin)
    const filled = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.replace('PORT', port)]))
    const headers = { ...(await authorizedAt(door)), ...json, ...filled }
    const answers = [
      await raw(door, '/', headers),
      await raw(door, '/tells', headers),
      await raw(door, '/ask/state', headers, { method: 'POST', body: '{}' }),
      await raw(door, '/enter', { ...headers, authorization: 'Bearer x' }, { method: 'POST' }),
    ]
    expect(answers.map((one) => one.status)).toEqual([status, status, status, status])
    expect(asked).not.toHaveBeenCalled()
  })

  test.each([
    ['no key', () => ({})],
    ['a wrong key', () => ({ authorization: `Bearer ${'A'.repeat(43)}` })],
    ['a key cut short', (key: string) => ({ authorization: `Bearer ${key.slice(0, -1)}` })],
    ['a key with more behind it', (key: string) => ({ authorization: `Bearer ${key} ${key}` })],
    ['a key of another kind', (key: string) => ({ authorization: `Basic ${key}` })],
  ] satisfies [string, (key: string) => Record<string, string>][])('%s, where it is private', async (_name, shown) => {
    asked.mockClear()
    const door = await opened(endpoint(), { paceMs: 1 })
    const headers = { ...shown(await keyTo(door)), origin: door.origin, ...json }
    const answers = [
      await raw(door, '/tells', headers),
      await raw(door, '/ask/state', headers, { method: 'POST', body: '{}' }),
      await raw(door, '/ask/no-such', headers, { method: 'POST', body: '{' }),
      await raw(door, '/enter', headers, { method: 'POST' }),
    ]
    expect(answers.map((one) => one.status)).toEqual([401, 401, 401, 403])
    expect(asked).not.toHaveBeenCalled()
  })

  test.each(['Host', 'Origin', 'Authorization', 'Content-Type', 'Sec-Fetch-Site'])(
    'whoever says %s twice',
    async (name) => {
      const door = await opened(endpoint())
      const own: Record<string, string> = {
        Host: new URL(door.origin).host,
        Origin: door.origin,
        Authorization: `Bearer ${await keyTo(door)}`,
        'Content-Type': 'application/json',
        'Sec-Fetch-Site': 'same-origin',
      }
      const lines = Object.entries(own).map(([one, value]) => `${one}: ${value}\r\n`)
      const twice = [`${name.toLowerCase()}: evil.example\r\n`, `${name}: ${own[name]}\r\n`]
      for (const more of ['', ...twice]) {
        const request = `POST /ask/state HTTP/1.1\r\n${lines.join('')}${more}Content-Length: 2\r\n\r\n{}`
        const status = more === '' ? 200 : 400
        expect(await firstLine(socketTo(door, request)), more).toContain(` ${status} `)
      }
    },
  )

  test('the right key in time, however many wrong ones are tried', async () => {
    const door = await opened(endpoint(), { paceMs: 60_000 })
    const reach = await visitor(door)
    const headers = { authorization: `Bearer ${'A'.repeat(43)}`, origin: door.origin, ...json }
    const wrong = Array.from({ length: 100 }, () =>
      raw(door, '/ask/state', headers, { method: 'POST', body: '{}' }).then(
        ({ status }) => status,
        () => 'cut off',
      ),
    )
    // Those that must wait too long are not kept waiting.
    const first = await Promise.all(Array.from({ length: 68 }, () => Promise.race(wrong)))
    expect(new Set(first)).toEqual(new Set(['cut off']))
    const { status } = await reach(`${door.origin}/ask/state`, { method: 'POST', body: '{}', headers: json })
    expect(status).toBe(200)
    expect((await (await visitor(door))(`${door.origin}/tells`)).status).toBe(200)
  })

  test('a POST that does not say where it comes from, a preflight, and other methods', async () => {
    const door = await opened(endpoint())
    const { authorization = '' } = await authorizedAt(door)
    expect((await raw(door, '/ask/state', { authorization, ...json }, { method: 'POST', body: '{}' })).status).toBe(403)
    const preflight = await raw(door, '/ask/state', { origin: 'https://evil.example' }, { method: 'OPTIONS' })
    expect(preflight.status).toBe(403)
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
    for (const [path, method] of [
      ['/', 'POST'],
      ['/', 'DELETE'],
      ['/ask/state', 'GET'],
      ['/tells', 'PUT'],
      ['/enter', 'GET'],
    ] as const)
      expect(
        (await raw(door, path, { authorization, origin: door.origin }, { method })).status,
        `${method} ${path}`,
      ).toBe(405)
  })

  test('a form, which a foreign page could send', async () => {
    const door = await opened(endpoint())
    const reach = await visitor(door)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])
      expect(
        (await reach(`${door.origin}/ask/state`, { method: 'POST', body: '{}', headers: { 'content-type': type } }))
          .status,
      ).toBe(415)
    expect((await reach(`${door.origin}/ask/state`, { method: 'POST', body: '{', headers: json })).status).toBe(400)
  })

  test('a body that is too large, told or not', async () => {
    const door = await opened(endpoint())
    const headers = { ...(await authorizedAt(door)), ...json }
    const body = JSON.stringify({ more: 'x'.repeat(70_000) })
    const told = { ...headers, 'content-length': String(body.length) }
    expect((await raw(door, '/ask/state', told, { method: 'POST', body })).status).toBe(413)
    const untold = { ...headers, 'transfer-encoding': 'chunked' }
    expect((await raw(door, '/ask/state', untold, { method: 'POST', body })).status).toBe(413)
    expect((await raw(door, '/', { ...headers, more: 'x'.repeat(20_000) }).catch(() => ({ status: 431 }))).status).toBe(
      431,
    )
  })

  test('whoever sends so slowly that nobody else could come in', async () => {
    const door = await opened(endpoint(), { timeoutMs: 300 })
    const headers = `Host: ${new URL(door.origin).host}\r\nOrigin: ${door.origin}\r\nAuthorization: Bearer ${await keyTo(door)}`
    const slowHead = socketTo(door, 'GET / HTTP/1.1\r\nHost: ')
    const slowBody = socketTo(
      door,
      `POST /ask/state HTTP/1.1\r\n${headers}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    )
    await Promise.all([slowHead, slowBody].map((socket) => ended(socket)))
  })

  test('nobody, where others hold the door and say nothing', async () => {
    const own = endpoint()
    const door = await opened(own)
    const reach = await visitor(door)
    const told = await reach(`${door.origin}/tells`)
    const silent = Array.from({ length: 1_500 }, () => socketTo(door, ''))
    // Those that came first make room.
    await Promise.all(silent.slice(0, 400).map((socket) => ended(socket)))
    expect((await raw(door, '/', {})).status).toBe(200)
    const ask = await reach(`${door.origin}/ask/state`, { method: 'POST', body: '{}', headers: json })
    expect(ask.status).toBe(200)
    own.tell('state', state)
    expect(await told.body?.getReader().read()).toMatchObject({ done: false })
    for (const socket of silent) socket.destroy()
  })

  test('more windows than a person has eyes', async () => {
    const door = await opened(endpoint())
    const reach = await visitor(door)
    const end = new AbortController()
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () => (await reach(`${door.origin}/tells`, { signal: end.signal })).status),
    )
    expect(statuses.toSorted()).toEqual([...Array<number>(8).fill(200), 503, 503])
    end.abort()
  })

  test('every path that leads out of the folder, or into a link', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'outbox-doctor-door-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const panel = join(folder, 'panel')
    await mkdir(join(panel, 'assets'), { recursive: true })
    await writeFile(join(folder, 'secret.html'), 'secret')
    await writeFile(join(panel, 'index.html'), 'the panel')
    await writeFile(join(panel, 'assets', 'a.js'), 'code')
    await writeFile(join(panel, '.env'), 'secret')
    await symlink(join(folder, 'secret.html'), join(panel, 'link.html'))
    const door = await opened(endpoint(), { files: panelFiles(panel) })
    const found = async (path: string) => raw(door, path, { origin: door.origin })
    expect(await found('/')).toMatchObject({ status: 200, body: 'the panel' })
    expect(await found('/assets/a.js')).toMatchObject({ status: 200, body: 'code' })
    for (const path of [
      '/../secret.html',
      '/assets/../../secret.html',
      '/%2e%2e/secret.html',
      '/..%2fsecret.html',
      '/assets/%2e%2e%2f%2e%2e%2fsecret.html',
      '/..\\secret.html',
      '//secret.html',
      '/link.html',
      '/.env',
      '/index.html%00.js',
      `${folder}/secret.html`,
      'http://evil.example/',
      '*',
    ])
      expect([path, (await found(path)).body]).not.toEqual([path, 'secret'])
    for (const path of ['/%2e%2e/secret.html', '/link.html', '/.env', '/assets'])
      expect([path, (await found(path)).status]).toEqual([path, 404])
  })
})

function socketTo(door: HttpServer, words: string): Socket {
  const socket = connect(Number(new URL(door.origin).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {})
  if (words !== '') socket.write(words)
  return socket
}

async function firstLine(socket: Socket): Promise<string> {
  const [chunk] = await once(socket, 'data')
  return String(chunk).split('\r\n')[0] ?? ''
}

async function ended(socket: Socket): Promise<string> {
  const said = text(socket).catch(() => '')
  if (!socket.closed) await once(socket, 'close').catch(() => {})
  return said
}

import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { yes } from '../../src/contract/answer.ts'
import { deskOf } from '../../src/contract/desk.ts'
import type { Door } from '../../src/http/door.ts'
import { panelFiles } from '../../src/page/panel-files.ts'
import { answersOf, state } from '../contract/answers.ts'
import { opened, visitor } from './visitor.ts'

const asked = vi.fn(() => yes(state))
const desk = () => deskOf(answersOf({ state: asked }))
const json = { 'content-type': 'application/json' }

async function cookieOf(door: Door): Promise<string> {
  const { headers } = await fetch(door.invitation(), { redirect: 'manual' })
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

/** With whatever headers, which `fetch` would not send. */
async function raw(
  door: Door,
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
  test('one browser for each invitation, and the token leaves the address', async () => {
    const door = await opened(desk())
    const invitation = door.invitation()
    const first = await fetch(invitation, { redirect: 'manual' })
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toBe('/')
    expect(first.headers.get('set-cookie')).toMatch(/^outbox-doctor-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect((await fetch(invitation, { redirect: 'manual' })).status).toBe(403)
    const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    // The same address again, in the same browser: no harm in it.
    expect((await fetch(invitation, { redirect: 'manual', headers: { cookie } })).status).toBe(303)
    expect((await fetch(`${door.origin}/`, { headers: { cookie } })).status).toBe(200)
  })

  test('nobody whose page could run a script of somebody else', async () => {
    const door = await opened(desk())
    const { headers } = await (await visitor(door))(`${door.origin}/`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|http/)
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('only from this machine', async () => {
    const door = await opened(desk())
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
    ['no cookie', { cookie: '' }, 401],
    ['a wrong cookie', { cookie: 'COOKIE-wrong' }, 401],
    ['a cookie cut short', { cookie: 'COOKIE-short' }, 401],
  ])('%s, wherever it knocks', async (_name, given, status) => {
    asked.mockClear()
    const door = await opened(desk())
    const { port } = new URL(door.origin)
    const good = await cookieOf(door)
    const cookies: Record<string, string> = {
      'COOKIE-wrong': `${good.split('=')[0]}=${'A'.repeat(43)}`,
      'COOKIE-short': good.slice(0, -1),
    }
    const filled = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, cookies[value] ?? value.replace('PORT', port)]),
    )
    const headers = { cookie: good, origin: door.origin, ...json, ...filled }
    const answers = [
      await raw(door, '/', headers),
      await raw(door, '/tells', headers),
      await raw(door, '/ask/state', headers, { method: 'POST', body: '{}' }),
    ]
    expect(answers.map((one) => one.status)).toEqual([status, status, status])
    expect(answers.map((one) => one.headers['set-cookie'])).toEqual([undefined, undefined, undefined])
    expect(asked).not.toHaveBeenCalled()
  })

  test('a wrong token, and a right one that comes from elsewhere', async () => {
    const door = await opened(desk())
    expect((await raw(door, '/?token=wrong', {})).status).toBe(403)
    expect((await raw(door, '/?token=', {})).status).toBe(403)
    const { pathname, search } = new URL(door.invitation())
    expect((await raw(door, `${pathname}${search}`, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await raw(door, `${pathname}${search}`, { host: 'evil.example' })).status).toBe(421)
  })

  test('a POST that does not say where it comes from, a preflight, and other methods', async () => {
    const door = await opened(desk())
    const cookie = await cookieOf(door)
    expect((await raw(door, '/ask/state', { cookie, ...json }, { method: 'POST', body: '{}' })).status).toBe(403)
    const preflight = await raw(door, '/ask/state', { origin: 'https://evil.example' }, { method: 'OPTIONS' })
    expect(preflight.status).toBe(403)
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
    for (const [path, method] of [
      ['/', 'POST'],
      ['/', 'DELETE'],
      ['/ask/state', 'GET'],
      ['/tells', 'PUT'],
    ] as const)
      expect((await raw(door, path, { cookie, origin: door.origin }, { method })).status, `${method} ${path}`).toBe(405)
  })

  test('a form, which a foreign page could send', async () => {
    const door = await opened(desk())
    const reach = await visitor(door)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])
      expect(
        (await reach(`${door.origin}/ask/state`, { method: 'POST', body: '{}', headers: { 'content-type': type } }))
          .status,
      ).toBe(415)
    expect((await reach(`${door.origin}/ask/state`, { method: 'POST', body: '{', headers: json })).status).toBe(400)
  })

  test('a body that is too large, told or not', async () => {
    const door = await opened(desk())
    const headers = { cookie: await cookieOf(door), origin: door.origin, ...json }
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
    const door = await opened(desk(), { patience: 300 })
    const headers = `Host: ${new URL(door.origin).host}\r\nOrigin: ${door.origin}\r\nCookie: ${await cookieOf(door)}`
    const slowHead = socketTo(door, 'GET / HTTP/1.1\r\nHost: ')
    const slowBody = socketTo(
      door,
      `POST /ask/state HTTP/1.1\r\n${headers}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    )
    await Promise.all([slowHead, slowBody].map((socket) => ended(socket)))
  })

  test('more connections than a person has windows', async () => {
    const door = await opened(desk())
    const sockets = Array.from({ length: 40 }, () => socketTo(door, ''))
    const refused = await Promise.all(sockets.slice(32).map((socket) => ended(socket)))
    expect(refused).toHaveLength(8)
    for (const socket of sockets) socket.destroy()
  })

  test('more windows than a person has eyes', async () => {
    const door = await opened(desk())
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
    const door = await opened(desk(), { files: panelFiles(panel) })
    const cookie = await cookieOf(door)
    const found = async (path: string) => raw(door, path, { cookie, origin: door.origin })
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

function socketTo(door: Door, words: string): Socket {
  const socket = connect(Number(new URL(door.origin).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {})
  if (words !== '') socket.write(words)
  return socket
}

async function ended(socket: Socket): Promise<string> {
  const said = text(socket).catch(() => '')
  if (!socket.closed) await once(socket, 'close').catch(() => {})
  return said
}

import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { Server as NetServer } from 'node:net'
import { createServer as createRawServer } from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import { memoryLog } from '../../src/core/log.ts'
import type { Release, RememberedUpdate } from '../../src/core/release.ts'
import { render } from '../../src/core/render.ts'
import { tellUpdate } from '../../src/updates/tell-update.ts'
import { UpdateCheck } from '../../src/updates/update-check.ts'
import { spokenIn } from '../../src/words/language.ts'
import { realNet } from '../../src/world/real/net/net.ts'
import { identityFor, trustedRoot } from '../../src/world/simulated/certificate-authority.ts'
import { HandClock } from '../hand-clock.ts'
import { portOf } from '../world/real/far-end.ts'
import { day, maker, memoryOf, newKey, release, sealed, signed } from './signed-release.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server of updates on loopback, by https as a Mac would meet it, and who looks there. */
async function serverThat(answer: Answer, { remembered = {}, running = '1.2.0', now = Date.now() }: Setting = {}) {
  const server = createServer(await identityFor('127.0.0.1', {}, Date.now()), answer) as unknown as Server
  const port = await listening(server)
  return { ...(await lookingAt(`https://127.0.0.1:${port}/outbox-doctor.json`, { remembered, running, now })), server }
}

interface Setting {
  remembered?: RememberedUpdate
  running?: string
  now?: number
}

async function lookingAt(address: string, { remembered, running = '1.2.0', now = Date.now() }: Setting) {
  const clock = new HandClock(now)
  const memory = memoryOf(remembered)
  const net = realNet({ clock, publicRoots: [await trustedRoot()], systemRoots: [] })
  const publisher = { release: address, page: 'https://example.org/', keys: [newKey().text, maker.text] }
  const check = new UpdateCheck({ publisher, memory, net, clock, log: memoryLog(clock), running })
  return { check, clock, memory, look: () => check.look(new AbortController().signal) }
}

async function listening(server: NetServer | Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  })
  return portOf(server)
}

const around = (more: Partial<Release> = {}): Partial<Release> => ({
  released: Date.now() - day,
  expires: Date.now() + 30 * day,
  ...more,
})
const says =
  (body: string, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(body)
  }

describe('a server that tells the truth', () => {
  test('of a newer version is believed, and it is remembered over restarts', async () => {
    const { look, memory, check } = await serverThat(says(signed(around())))
    expect(await look()).toMatchObject({ is: 'newer', release: { version: '1.3.0', notes: ['It finds more.'] } })
    expect(memory.now()).toMatchObject({ seen: { sequence: 30 }, askedAt: expect.any(Number) })
    expect(await check.known()).toMatchObject({ answer: { is: 'newer', release: { version: '1.3.0' } } })
  })

  test('of the version that runs has nothing newer', async () => {
    const { look } = await serverThat(says(signed(around({ version: '1.2.0' }))))
    expect(await look()).toEqual({ is: 'current' })
  })

  test('is believed by the old key and by the new one while the keys are changed', async () => {
    const next = newKey()
    const { look } = await serverThat(says(signed(around(), next, maker)))
    expect(await look()).toMatchObject({ is: 'newer' })
  })

  test('says the same again, and is believed again', async () => {
    const { look } = await serverThat(says(signed(around())))
    await look()
    expect(await look()).toMatchObject({ is: 'newer' })
  })

  test('hears nothing of who asks: these bytes and no others, from everybody', async () => {
    const heard: string[] = []
    const server = createRawServer(await identityFor('127.0.0.1', {}, Date.now()), (socket) => {
      socket.on('error', () => {})
      socket.on('data', (bytes) => {
        heard.push(bytes.toString('latin1'))
        socket.end('HTTP/1.1 200 OK\r\nSet-Cookie: who=you\r\nConnection: close\r\n\r\n')
      })
    })
    const port = await listening(server)
    for (const running of ['1.2.0', '0.0.1']) {
      const { look } = await lookingAt(`https://127.0.0.1:${port}/outbox-doctor.json`, { running })
      await look()
      await look()
    }
    const request = [
      'GET /outbox-doctor.json HTTP/1.1',
      `host: 127.0.0.1:${port}`,
      'accept-encoding: identity',
      'connection: close',
      'user-agent: Outbox Doctor',
      'accept: application/json',
      '',
      '',
    ].join('\r\n')
    expect(heard).toEqual([request, request, request, request])
  })
})

const other = newKey()
const twisted = (twist: (envelope: Record<string, unknown>) => unknown) =>
  JSON.stringify(twist(JSON.parse(signed(around()))))
const withField = (field: object) => sealed(JSON.stringify({ ...document(), ...field }))
const document = () => ({
  ...release,
  product: 'app.outbox-doctor',
  released: new Date(Date.now() - day).toISOString(),
  expires: new Date(Date.now() + day).toISOString(),
})

describe.each<[what: string, why: string, told: RegExp, body: () => string, setting?: Setting]>([
  ['an older version', 'older', /older than the one you have/, () => signed(around({ version: '1.1.9' }))],
  ['a wrong key', 'unsigned', /not signed by the maker/, () => signed(around(), other)],
  [
    'another text below a true signature',
    'unsigned',
    /not signed/,
    () => twisted((envelope) => ({ ...envelope, payload: Buffer.from(JSON.stringify(document())).toString('base64') })),
  ],
  [
    'a signature of nothing',
    'unsigned',
    /not signed/,
    () => twisted((envelope) => ({ ...envelope, signatures: [{ keyid: '', sig: 'AA==' }] })),
  ],
  [
    'what was signed for something else',
    'unreadable',
    /not what Outbox Doctor publishes/,
    () => twisted((envelope) => ({ ...envelope, payloadType: 'text/plain' })),
  ],
  [
    'an older signed file again',
    'replayed',
    /older than what was said before/,
    () => signed(around({ sequence: 29 })),
    { remembered: { seen: { sequence: 30, sum: '' } } },
  ],
  [
    'a second file of the same number',
    'replayed',
    /older than what was said before/,
    () => signed(around({ notes: ['Something else.'] })),
    { remembered: { seen: { sequence: 30, sum: 'of another' } } },
  ],
  ['a file that ran out', 'expired', /was good until/, () => signed(around({ expires: Date.now() - 1 }))],
  ['a file of next week', 'early', /is dated/, () => signed(around({ released: Date.now() + 7 * day }))],
  ['far too much', 'too-large', /far too much/, () => `${' '.repeat(300_000)}${signed(around())}`],
  ['bad JSON', 'unreadable', /not what Outbox Doctor publishes/, () => signed(around()).slice(0, -1)],
  ['a sign-in page', 'unreadable', /not what Outbox Doctor publishes/, () => '<html>Welcome to the hotel</html>'],
  ['nothing', 'unreadable', /not what/, () => ''],
  ['an unknown field around it', 'unreadable', /not what/, () => twisted((envelope) => ({ ...envelope, more: 1 }))],
  ['an unknown field in it', 'unreadable', /not what/, () => withField({ run: 'this' })],
  ['another product', 'unreadable', /not what/, () => withField({ product: 'app.other' })],
  [
    'a file outside the folder',
    'unreadable',
    /not what/,
    () => withField({ files: [{ ...release.files[0], name: '../x' }] }),
  ],
])('a server that offers %s', (_, why, told, body, setting) => {
  test('is refused in a plain sentence, and nothing of it is remembered', async () => {
    const { look, memory } = await serverThat(says(body()), setting)
    const answer = await look()
    expect(answer).toMatchObject({ is: 'refused', why: { is: why } })
    expect(render(tellUpdate(answer))).toMatch(told)
    expect(render(tellUpdate(answer), await spokenIn('de'))).not.toBe(render(tellUpdate(answer)))
    expect(memory.now().release).toBeUndefined()
  })
})

describe('a server that leads elsewhere', () => {
  test.each([301, 302, 303, 307, 308])('by %i is not followed', async (status) => {
    const asked: string[] = []
    const elsewhere = createPlainServer((request, response) => {
      asked.push(request.url ?? '')
      response.end(signed(around()))
    })
    const port = await listening(elsewhere)
    const targets = [`http://127.0.0.1:${port}/`, `https://example.org:${port}/`, '/other.json']
    for (const location of targets) {
      const { look } = await serverThat((_, response) => {
        response.writeHead(status, { location })
        response.end(signed(around()))
      })
      const answer = await look()
      expect(answer).toEqual({ is: 'refused', why: { is: 'redirected' } })
      expect(render(tellUpdate(answer))).toMatch(/points to another one. That is never followed/)
    }
    expect(asked).toEqual([])
  })

  test('or has nothing there is told with its number', async () => {
    const { look } = await serverThat(says(signed(around()), 404))
    const answer = await look()
    expect(render(tellUpdate(answer))).toMatch(/has nothing there \(error 404\)/)
  })
})

describe('a server that is slow', () => {
  test.each<[string, (response: ServerResponse) => void]>([
    ['says nothing', () => {}],
    ['says half of it', (response) => void response.write(signed(around()).slice(0, 200))],
  ])('and %s is left after 20 seconds', async (_, begin) => {
    let asked = () => {}
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve
    })
    const { look, clock } = await serverThat((request, response) => {
      begin(response)
      request.socket.on('error', () => {})
      asked()
    })
    const answer = look()
    await isAsked
    await clock.pass(20_000)
    expect(await answer).toEqual({ is: 'unasked', why: 'silent' })
    expect(render(tellUpdate(await answer))).toMatch(/did not answer in time/)
  })
})

describe('a server that is not the maker’s', () => {
  test('shows a certificate that is not right, and is told nothing', async () => {
    const asked: unknown[] = []
    const identity = await identityFor('127.0.0.1', { issuer: 'self-signed' }, Date.now())
    const port = await listening(createServer(identity, (request) => void asked.push(request)) as unknown as Server)
    const { look } = await lookingAt(`https://127.0.0.1:${port}/`, {})
    const answer = await look()
    expect(answer).toEqual({ is: 'unasked', why: 'bad-certificate' })
    expect(render(tellUpdate(answer))).toMatch(/could not prove who it is/)
    expect(asked).toEqual([])
  })

  test('does not speak https at all', async () => {
    const port = await listening(createPlainServer((_, response) => response.end(signed(around()))))
    const { look } = await lookingAt(`https://127.0.0.1:${port}/`, {})
    expect(await look()).toMatchObject({ is: 'unasked' })
  })
})

test('what was seen before a refusal stays known, and a look is remembered whatever comes of it', async () => {
  const seen = { sequence: 40, sum: 'x' }
  const { look, memory, check } = await serverThat(says('?'), { remembered: { seen, release } })
  await look()
  expect(memory.now()).toEqual({ seen, release, askedAt: expect.any(Number) })
  expect(await check.known()).toMatchObject({ answer: { is: 'newer' } })
})

test('after the newer version was installed, nothing is newer', async () => {
  const { check } = await serverThat(says('?'), { remembered: { release }, running: '1.3.0' })
  expect((await check.known()).answer).toEqual({ is: 'current' })
})

test('a copy that nobody publishes asks nobody', async () => {
  const clock = new HandClock()
  const net = {
    http: () => {
      throw new Error('Nobody is to be asked.')
    },
  }
  const check = new UpdateCheck({
    publisher: undefined,
    memory: memoryOf(),
    net,
    clock,
    log: memoryLog(clock),
    running: '1.0.0',
  })
  expect(await check.look(new AbortController().signal)).toEqual({ is: 'unasked', why: 'no-publisher' })
})

import { createHook } from 'node:async_hooks'
import { generateKeyPairSync, randomBytes, scrypt, sign } from 'node:crypto'
import { once } from 'node:events'
import { get, createServer as serveWeb } from 'node:http'
import { connect, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { simulatedClock } from '../../../src/world/simulated/clock.ts'
import { followRequests, whenIdle } from '../../../src/world/simulated/idle.ts'
import { leapUntil } from '../../../src/world/simulated/leaps.ts'

test('what a browser asks while it is asked itself whether it is done is not leapt over', async () => {
  const server = createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { port } = address
  const clock = simulatedClock(0, 0)
  const answered = Promise.withResolvers<string>()
  const impatient = clock.wait(60_000, new AbortController().signal).then(() => 'given up')
  /** A conversation of many words to and fro, as a click begins it. */
  const talk = async () => {
    const socket = connect(port, '127.0.0.1')
    for (let words = 0; words < 50; words++) {
      socket.write('a word')
      await once(socket, 'data')
    }
    socket.end()
    answered.resolve('answered')
  }
  let clicked = false
  // The click arrives just before the browser says that it has drawn everything.
  const settled = async () => {
    if (!clicked) void talk()
    clicked = true
  }
  expect(await leapUntil(clock, Promise.race([answered.promise, impatient]), { settled })).toBe('answered')
  server.close()
})

test('what is answered, and what was made at once, holds nobody up until it is collected as garbage', async () => {
  followRequests()
  const server = serveWeb((_, response) => response.end('done')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const request = get({ host: '127.0.0.1', port: address.port, agent: false })
  const [response] = await once(request, 'response')
  response.resume()
  await once(response, 'close')
  const bytes = randomBytes(8)
  const { signal } = new AbortController()
  await Promise.all([whenIdle(signal), whenIdle(signal)])
  // Still held here, so that nobody has collected it.
  expect([request.destroyed, bytes.length]).toEqual([true, 8])
  server.close()
})

test('a signature that was made at once holds nobody up; what is computed on another thread does, until it is there', async () => {
  followRequests()
  const jobs: object[] = []
  // Held here, so that nobody collects them: as garbage, they would be gone in time.
  const held = createHook({ init: (_id, type, _trigger, job) => void (type === 'SIGNREQUEST' && jobs.push(job)) })
  held.enable()
  const { privateKey } = generateKeyPairSync('ed25519')
  sign(null, Buffer.from('a release'), privateKey)
  held.disable()
  expect(jobs).toHaveLength(1)
  const { signal } = new AbortController()
  await whenIdle(signal)
  let isComputed = false
  scrypt('a word', 'salt', 64, { cost: 2 ** 14 }, () => {
    isComputed = true
  })
  await whenIdle(signal)
  expect(isComputed).toBe(true)
  // A promise of Web Crypto has no callback, by which the others can be told apart from what was made at once.
  const password = await crypto.subtle.importKey('raw', Buffer.from('a word'), 'PBKDF2', false, ['deriveBits'])
  let isDerived = false
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: Buffer.from('salt'), iterations: 200_000 }
  void crypto.subtle.deriveBits(how, password, 256).then(() => {
    isDerived = true
  })
  await whenIdle(signal)
  expect(isDerived).toBe(true)
})

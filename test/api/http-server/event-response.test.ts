import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { endpointOf } from '../../../src/api/endpoint.ts'
import { eventDataIn } from '../../../src/api/transports/event-stream.ts'
import { streamEvents } from '../../../src/api/transports/http-server/event-response.ts'
import { answersOf, state } from '../answers.ts'

test('what is told between the end of a stream and its close is told to nobody', async () => {
  const endpoint = endpointOf(answersOf({}))
  const faults = vi.fn()
  const server = createServer((_request, response) => {
    response.on('error', faults)
    const end = streamEvents(response, endpoint)
    endpoint.tell('state', state)
    end()
    endpoint.tell('state', { ...state, since: 2 })
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const told = await (await fetch(`http://127.0.0.1:${port}`)).text()
  expect(told).toContain('"since":1')
  expect(told).not.toContain('"since":2')
  expect(faults).not.toHaveBeenCalled()
})

test('however much there is to tell, the newest of it arrives, in its order', async () => {
  const endpoint = endpointOf(answersOf({}))
  const message = { id: 'm', client: 'apple-mail', account: 'a1', since: 1, size: 1, stuck: false } as const
  const waiting = Array.from({ length: 20_000 }, (_, index) => ({ ...message, id: `${index}`.padStart(32, '0') }))
  const examination = { why: 'pulse', at: 1, steps: [] } as const
  endpoint.tell('state', { ...state, waiting })
  endpoint.tell('examination', { ...examination, account: 'a1' })
  let end = () => {}
  const server = createServer((_request, response) => {
    end = streamEvents(response, endpoint)
    // Before anything of it can have been read, there is something newer, something of another account, and newer again.
    endpoint.tell('state', { ...state, since: 2, waiting })
    endpoint.tell('examination', { ...examination, account: 'a2' })
    endpoint.tell('state', { ...state, since: 3, waiting })
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { body } = await fetch(`http://127.0.0.1:${port}`)
  if (!body) throw new Error('Nothing is told.')
  const told: { tell: string; value: { since?: number; account?: string } }[] = []
  for await (const text of eventDataIn(body)) {
    told.push(JSON.parse(text))
    if (told.length === 4) break
  }
  end()
  expect(told.map(({ tell, value }) => `${tell} ${value.since ?? value.account}`)).toEqual([
    'state 1',
    'examination a1',
    'examination a2',
    'state 3',
  ])
})

test('whoever reads nothing for a while is let go', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const endpoint = endpointOf(answersOf({}))
  const message = { id: 'm', client: 'apple-mail', account: 'a1', since: 1, size: 1, stuck: false } as const
  endpoint.tell('state', { ...state, waiting: Array.from({ length: 90_000 }, () => message) })
  const closed = Promise.withResolvers<void>()
  const server = createServer((_request, response) => {
    response.on('close', closed.resolve)
    streamEvents(response, endpoint)
    vi.advanceTimersByTime(20_000)
    expect(response.destroyed).toBe(false)
    vi.advanceTimersByTime(20_000)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}`).catch(() => undefined)
  await closed.promise
  await expect(Promise.resolve(answer?.text()).then((text) => text ?? Promise.reject())).rejects.toBeDefined()
})

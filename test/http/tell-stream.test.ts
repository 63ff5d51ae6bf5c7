import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { deskOf } from '../../src/contract/desk.ts'
import { streamTells } from '../../src/http/tell-stream.ts'
import { answersOf, state } from '../contract/answers.ts'

test('what is told between the end of a stream and its close is told to nobody', async () => {
  const desk = deskOf(answersOf({}))
  const faults = vi.fn()
  const server = createServer((_request, response) => {
    response.on('error', faults)
    const end = streamTells(response, desk)
    desk.tell('state', state)
    end()
    desk.tell('state', { ...state, since: 2 })
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const told = await (await fetch(`http://127.0.0.1:${port}`)).text()
  expect(told).toContain('"since":1')
  expect(told).not.toContain('"since":2')
  expect(faults).not.toHaveBeenCalled()
})

import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { endpointOf } from '../../src/api/endpoint.ts'
import { panelOn } from '../../src/api/panel.ts'
import { exchangeInvitation, httpTransport } from '../../src/api/transports/http-client.ts'
import { openHttpServer } from '../../src/api/transports/http-server/server.ts'
import { answersOf, state } from './answers.ts'
import { browserAt, keyTo } from './http-server/visitor.ts'
import { suite } from './transport-suite.ts'

describe('in the same process', () => suite(async (line) => ({ line, end: () => {} })))

describe('over HTTP, by an event stream', () => {
  suite(async (endpoint) => {
    const door = await openHttpServer({ endpoint, files: new Map() })
    const key = await keyTo(door)
    const line = httpTransport(door.origin, { now: () => key, refused: () => {} }, browserAt(door))
    return { line, end: () => door.close() }
  })

  test('is taken up again when it breaks, and tells so', async () => {
    const endpoint = endpointOf(answersOf({}))
    endpoint.tell('state', state)
    const first = await openHttpServer({ endpoint, files: new Map() })
    let key = await keyTo(first)
    const [reached, heard, refused] = [vi.fn(), vi.fn(), vi.fn()]
    const panel = panelOn(httpTransport(first.origin, { now: () => key, refused }, browserAt(first)))
    onTestFinished(panel.listen({ reached, state: heard }))
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
    expect(reached).toHaveBeenLastCalledWith(true)
    await first.close()
    await vi.waitFor(() => expect(reached).toHaveBeenLastCalledWith(false))
    expect(await panel.ask.state()).toMatchObject({ ok: false, error: { kind: 'no-connection' } })
    const second = await openHttpServer({ endpoint, files: new Map(), port: Number(new URL(first.origin).port) })
    onTestFinished(() => second.close())
    const old = key
    expect(await panel.ask.state()).toMatchObject({ ok: false, error: { kind: 'no-connection' } })
    expect(refused.mock.calls).toContainEqual([old])
    key = await keyTo(second)
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2), 5_000)
    expect(reached).toHaveBeenLastCalledWith(true)
  })

  test('a key that was refused is shown no second time', async () => {
    const door = await openHttpServer({ endpoint: endpointOf(answersOf({})), files: new Map() })
    onTestFinished(() => door.close())
    const reach = vi.fn(browserAt(door))
    const refused = vi.fn()
    let key: string | undefined = 'A'.repeat(43)
    const panel = panelOn(httpTransport(door.origin, { now: () => key, refused }, reach))
    for (let time = 0; time < 3; time++) expect(await panel.ask.state()).toMatchObject({ ok: false })
    expect([reach.mock.calls.length, refused.mock.calls]).toEqual([1, [[key]]])
    key = undefined
    expect(await panel.ask.state()).toMatchObject({ ok: false, error: { kind: 'no-connection' } })
    expect(reach).toHaveBeenCalledTimes(1)
    key = await keyTo(door)
    expect(await panel.ask.state()).toMatchObject({ ok: true })
  })

  test.each([
    ['in another shape', new Response('{"key":7}')],
    ['that is a refusal', new Response('no', { status: 403 })],
  ])('an answer %s is no key', async (_name, answer) => {
    expect(await exchangeInvitation('invitation', 'http://127.0.0.1:1', async () => answer)).toBeUndefined()
  })
})

describe('a panel believes nobody', () => {
  test.each([
    ['nothing', undefined],
    ['a word', 'yes'],
    ['an answer without a value', { ok: true }],
    ['an answer in another shape', { ok: true, value: { status: 'fine' } }],
    ['an error of a kind that is not', { ok: false, error: { kind: 'x', sentence: 'y' } }],
  ])('%s is no answer', async (_name, answer) => {
    const panel = panelOn({ ask: async () => answer, listen: () => () => {} })
    expect(await panel.ask.state()).toMatchObject({ ok: false, error: { kind: 'wrong-answer' } })
  })

  test('what is told in another shape is passed over', () => {
    const heard = vi.fn()
    const told = [null, {}, { tell: 'state' }, { tell: 'state', value: {} }, { tell: 'x', value: state }]
    const panel = panelOn({
      ask: async () => undefined,
      listen: (hear) => {
        for (const one of [...told, { tell: 'state', value: state }]) hear(one)
        return () => {}
      },
    })
    panel.listen({ state: heard })
    expect(heard).toHaveBeenCalledExactlyOnceWith(state)
  })
})

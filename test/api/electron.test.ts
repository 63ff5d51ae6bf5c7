import { describe, expect, test } from 'vitest'
import { endpointOf } from '../../src/api/endpoint.ts'
import { panelOn } from '../../src/api/panel.ts'
import { okAnswer } from '../../src/api/schema/answer.ts'
import { bridgeOver, type IpcEvent, serveIpc } from '../../src/api/transports/electron.ts'
import { Ears, PageDouble } from '../app/shell-double.ts'
import { settled } from '../hand-clock.ts'
import { answersOf, state } from './answers.ts'

const ours = 'app://panel/index.html#/now'

/** Both processes in one: what the page sends arrives with the frame it came from. */
function joined(frame: IpcEvent['senderFrame'] = { url: ours, parent: null }) {
  const endpoint = endpointOf(answersOf({ offers: () => okAnswer([]) }))
  const page = new PageDouble()
  const handlers = new Map<string, (event: IpcEvent, ...args: unknown[]) => unknown>()
  const main = new Ears()
  serveIpc(
    {
      handle: (channel, listener) => void handlers.set(channel, listener),
      on: (channel, listener) => main.on(channel, listener),
    },
    endpoint,
    'app://panel',
  )
  const inPage = new Ears()
  const event = (): IpcEvent => ({ sender: page, senderFrame: frame })
  page.send = (channel, ...args) => {
    if (page.gone) throw new Error('Object has been destroyed')
    inPage.emit(channel, {}, ...structuredClone(args))
  }
  const transport = bridgeOver({
    invoke: async (channel, ...args) =>
      structuredClone(await handlers.get(channel)?.(event(), ...structuredClone(args))),
    send: (channel, ...args) => main.emit(channel, event(), ...args),
    on: (channel, listener) => inPage.on(channel, listener),
    removeListener: (channel, listener) => inPage.removeListener(channel, listener),
  })
  return { endpoint, page, transport, panel: panelOn(transport), inPage }
}

describe('the bridge to the panel', () => {
  test('carries asks and answers', async () => {
    expect(await joined().panel.ask.offers({ account: 'a' })).toEqual(okAnswer([]))
    expect(await joined().transport.ask('offers', { account: 7 })).toMatchObject({ error: { kind: 'wrong-request' } })
  })

  test('tells the newest to whoever comes, and each new one', async () => {
    const { endpoint, panel } = joined()
    endpoint.tell('state', state)
    const heard: string[] = []
    const leave = panel.listen({ state: ({ status }) => heard.push(status) })
    endpoint.tell('state', { ...state, status: 'clear' })
    leave()
    endpoint.tell('state', state)
    expect(heard).toEqual(['stuck', 'clear'])
  })

  test('listening twice is hearing everything once each', () => {
    const { endpoint, transport } = joined()
    const first: unknown[] = []
    const second: unknown[] = []
    const leave = transport.listen((told) => first.push(told))
    transport.listen((told) => second.push(told))
    endpoint.tell('state', state)
    leave()
    endpoint.tell('state', state)
    expect([first.length, second.length]).toEqual([1, 2])
  })

  test('ends with the window', async () => {
    const { endpoint, transport, page, inPage } = joined()
    transport.listen(() => {})
    page.destroy()
    expect(() => endpoint.tell('state', state)).not.toThrow()
    expect(inPage.count).toBe(1)
    await settled()
  })

  test.each([
    ['another page', { url: 'https://example.org/', parent: null }],
    ['a look-alike', { url: 'app://panel.example.org/index.html', parent: null }],
    ['a frame within', { url: ours, parent: {} }],
    ['a frame that is gone', null],
    ['no address', { url: '', parent: null }],
  ])('%s is not heard', async (_name, frame) => {
    const { endpoint, transport } = joined(frame)
    expect(await transport.ask('state', {})).toMatchObject({ ok: false, error: { kind: 'wrong-request' } })
    const heard: unknown[] = []
    transport.listen((told) => heard.push(told))
    endpoint.tell('state', state)
    expect(heard).toEqual([])
  })
})

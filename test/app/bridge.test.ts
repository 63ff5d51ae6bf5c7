import { describe, expect, test } from 'vitest'
import { panelOn } from '../../src/api/client.ts'
import { deskOf } from '../../src/api/endpoint.ts'
import { yes } from '../../src/api/schema/answer.ts'
import { bridgeOver } from '../../src/app/bridge.ts'
import { serveIpc } from '../../src/app/ipc.ts'
import type { Sent } from '../../src/app/shell.ts'
import { answersOf, state } from '../api/answers.ts'
import { Ears, PageDouble, settled } from './shell-double.ts'

const ours = 'app://panel/index.html#/now'

/** Both processes in one: what the page sends arrives with the frame it came from. */
function joined(frame: Sent['senderFrame'] = { url: ours, parent: null }) {
  const desk = deskOf(answersOf({ offers: () => yes([]) }))
  const page = new PageDouble()
  const handlers = new Map<string, (event: Sent, ...args: unknown[]) => unknown>()
  const main = new Ears()
  serveIpc(
    {
      handle: (channel, listener) => void handlers.set(channel, listener),
      on: (channel, listener) => main.on(channel, listener),
    },
    desk,
  )
  const inPage = new Ears()
  const event = (): Sent => ({ sender: page, senderFrame: frame })
  page.send = (channel, ...args) => {
    if (page.gone) throw new Error('Object has been destroyed')
    inPage.emit(channel, {}, ...structuredClone(args))
  }
  const line = bridgeOver({
    invoke: async (channel, ...args) =>
      structuredClone(await handlers.get(channel)?.(event(), ...structuredClone(args))),
    send: (channel, ...args) => main.emit(channel, event(), ...args),
    on: (channel, listener) => inPage.on(channel, listener),
    removeListener: (channel, listener) => inPage.removeListener(channel, listener),
  })
  return { desk, page, line, panel: panelOn(line), inPage }
}

describe('the bridge to the panel', () => {
  test('carries asks and answers', async () => {
    expect(await joined().panel.ask.offers({ account: 'a' })).toEqual(yes([]))
    expect(await joined().line.ask('offers', { account: 7 })).toMatchObject({ error: { kind: 'wrong-request' } })
  })

  test('tells the newest to whoever comes, and each new one', async () => {
    const { desk, panel } = joined()
    desk.tell('state', state)
    const heard: string[] = []
    const leave = panel.listen({ state: ({ status }) => heard.push(status) })
    desk.tell('state', { ...state, status: 'clear' })
    leave()
    desk.tell('state', state)
    expect(heard).toEqual(['stuck', 'clear'])
  })

  test('listening twice is hearing everything once each', () => {
    const { desk, line } = joined()
    const first: unknown[] = []
    const second: unknown[] = []
    const leave = line.listen((told) => first.push(told))
    line.listen((told) => second.push(told))
    desk.tell('state', state)
    leave()
    desk.tell('state', state)
    expect([first.length, second.length]).toEqual([1, 2])
  })

  test('ends with the window', async () => {
    const { desk, line, page, inPage } = joined()
    line.listen(() => {})
    page.destroy()
    expect(() => desk.tell('state', state)).not.toThrow()
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
    const { desk, line } = joined(frame)
    expect(await line.ask('state', {})).toMatchObject({ ok: false, error: { kind: 'wrong-request' } })
    const heard: unknown[] = []
    line.listen((told) => heard.push(told))
    desk.tell('state', state)
    expect(heard).toEqual([])
  })
})

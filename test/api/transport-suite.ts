import { expect, onTestFinished, test, vi } from 'vitest'
import { type Endpoint, endpointOf } from '../../src/api/endpoint.ts'
import { panelOn } from '../../src/api/panel.ts'
import { errorAnswer, okAnswer } from '../../src/api/schema/answer.ts'
import type { EventOf } from '../../src/api/schema/table.ts'
import type { Transport } from '../../src/api/transport.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { answersOf, state } from './answers.ts'

/** A line to this endpoint, and how it is taken down. */
export type Laying = (endpoint: Endpoint) => Promise<{ line: Transport; end(): Promise<void> | void }>

const offer = {
  remedy: 'send-again',
  kind: 'act',
  label: foreignName('Send again'),
  cause: { id: 'c', title: foreignName('It is stuck.') },
  risk: 0,
} as const

/** What holds on every line, whatever it is made of. */
export function suite(lay: Laying): void {
  async function laid(endpoint: Endpoint) {
    const { line, end } = await lay(endpoint)
    onTestFinished(async () => end())
    return { line, panel: panelOn(line) }
  }

  test('an ask is answered, with what was asked', async () => {
    const offers = vi.fn(() => okAnswer([offer]))
    const { panel } = await laid(endpointOf(answersOf({ offers })))
    expect(await panel.ask.offers({ account: 'a' })).toEqual({ ok: true, value: [offer] })
    expect(offers).toHaveBeenCalledExactlyOnceWith({ account: 'a' })
    expect(await panel.ask.state()).toEqual({ ok: true, value: state })
  })

  test('a refusal is a value, and so is a fault, without what was thrown', async () => {
    const { panel } = await laid(
      endpointOf(
        answersOf({
          guide: () => errorAnswer('not-found', foreignName('There is no such remedy.')),
          notes: () => {
            throw new Error('anna@example.net')
          },
        }),
      ),
    )
    const asked = { account: 'a', remedy: 'r' }
    expect(await panel.ask.guide(asked)).toEqual(errorAnswer('not-found', foreignName('There is no such remedy.')))
    const fault = await panel.ask.notes(asked)
    expect(fault).toMatchObject({ ok: false, error: { kind: 'failed' } })
    expect(JSON.stringify(fault)).not.toContain('anna')
  })

  test('what is not in the table is not answered', async () => {
    const offers = vi.fn(() => okAnswer([offer]))
    const { line } = await laid(endpointOf(answersOf({ offers })))
    for (const [ask, request] of [
      ['format-the-disk', {}],
      ['toString', {}],
      ['__proto__', {}],
      ['offers', {}],
      ['offers', { account: 7 }],
      ['offers', { account: 'a', more: true }],
      ['offers', null],
      ['offers', ['a']],
      ['offers', { account: 'x'.repeat(300) }],
      ['removeEverything', { sure: false }],
    ] as const)
      expect(await line.ask(ask, request), ask).toMatchObject({ ok: false, error: { kind: 'wrong-request' } })
    expect(offers).not.toHaveBeenCalled()
  })

  test('what is not in the table does not get out', async () => {
    const endpoint = endpointOf(
      answersOf({ state: () => okAnswer({ ...state, email: 'anna@example.net' } as typeof state) }),
    )
    const { panel } = await laid(endpoint)
    const heard = vi.fn()
    endpoint.tell('state', { ...state, email: 'anna@example.net' } as typeof state)
    onTestFinished(panel.listen({ state: heard }))
    await vi.waitFor(() => expect(heard).toHaveBeenCalled())
    expect(JSON.stringify([heard.mock.calls, await panel.ask.state()])).not.toContain('anna')
  })

  test('whoever listens hears the newest first, and then every one in turn', async () => {
    const endpoint = endpointOf(answersOf({}))
    const { panel } = await laid(endpoint)
    endpoint.tell('state', { ...state, status: 'clear' })
    endpoint.tell('state', { ...state, status: 'waiting' })
    const heard: EventOf<'state'>['status'][] = []
    const end = panel.listen({ state: ({ status }) => heard.push(status) })
    await vi.waitFor(() => expect(heard).toEqual(['waiting']))
    for (const status of ['stuck', 'checking', 'clear'] as const) endpoint.tell('state', { ...state, status })
    await vi.waitFor(() => expect(heard).toEqual(['waiting', 'stuck', 'checking', 'clear']))
    end()
    endpoint.tell('state', state)
    await panel.ask.state()
    expect(heard).toHaveLength(4)
  })

  test('who tells what is not in shape is not disturbed, nor is anybody else', async () => {
    const endpoint = endpointOf(answersOf({}))
    const { panel } = await laid(endpoint)
    const heard = vi.fn()
    onTestFinished(panel.listen({ state: heard }))
    endpoint.tell('state', { ...state, status: 'fine' } as unknown as typeof state)
    endpoint.tell('state', state)
    await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith(state))
  })

  test('hostile words come as they are: they are text, and nothing else', async () => {
    const hostile = '</script><script>alert(1)</script>\u2028\u0000\n\ndata: {"tell":"state"}\n\n“ü”'
    const endpoint = endpointOf(answersOf({}))
    const { panel } = await laid(endpoint)
    endpoint.tell('state', { ...state, unseen: [{ client: 'outlook', why: foreignName(hostile), outbox: true }] })
    const heard = vi.fn()
    onTestFinished(panel.listen({ state: ({ unseen }) => heard(unseen[0]?.why) }))
    await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith(foreignName(hostile)))
  })

  test('many asks at once get each its own answer', async () => {
    const endpoint = endpointOf(
      answersOf({
        offers: async ({ account }) => {
          await new Promise((resolve) => setImmediate(resolve))
          return okAnswer([{ ...offer, label: foreignName(account) }])
        },
      }),
    )
    const { panel } = await laid(endpoint)
    const names = Array.from({ length: 20 }, (_, index) => `a${index}`)
    const answers = await Promise.all(names.map((account) => panel.ask.offers({ account })))
    expect(answers.map((answer) => answer.ok && answer.value[0]?.label)).toEqual(names.map(foreignName))
  })
}

import { expect, test } from 'vitest'
import { waitsToBeTold } from '../../src/causes/client/waits-to-be-told.ts'
import type { ClientId, Message } from '../../src/core/mail.ts'
import { clientSockets, type SocketState } from '../../src/probes/client/client-sockets.ts'
import { account, explained, found, noon, notFound, outgoing, presentBy, type Rest, sick, unreached } from './chart.ts'

const minute = 60_000
const message: Message = { id: 'm1', account: 'a1', waitingSince: noon - 10 * minute, state: 'waiting' }
const waitsIn = (client: ClientId, more: Partial<Message> = {}): Rest => ({
  account: { ...account, client },
  messages: [{ ...message, ...more }],
})
const sockets = (state: SocketState) =>
  found(clientSockets, {
    client: 'thunderbird',
    servers: { outgoing: { host: outgoing.host, port: 587, state } },
    count: 1,
  })

test('mail lies there, the way is clear, and the app does not even try', () => {
  const chart = sick([sockets('none')], waitsIn('thunderbird'))
  const verdict = presentBy(waitsToBeTold, chart)
  expect(verdict.evidence).toContain('Thunderbird leaves what was put off in its outbox until somebody sends it')
  expect(explained(waitsToBeTold, chart).details).toEqual(['In Thunderbird: File, “Send Unsent Messages”.'])
})

test('not while it tries, just after, without a way, or in an app that tries by itself', () => {
  for (const state of ['established', 'syn-sent', 'close-wait', 'elsewhere'] as const)
    expect(waitsToBeTold.judge(sick([sockets(state)], waitsIn('thunderbird')))).toEqual({ is: 'absent' })
  const fresh = waitsIn('thunderbird', { waitingSince: noon - minute })
  expect(waitsToBeTold.judge(sick([sockets('none')], fresh))).toEqual({ is: 'absent' })
  expect(waitsToBeTold.judge(sick([sockets('none'), ...unreached()], waitsIn('thunderbird')))).toEqual({ is: 'absent' })
  for (const client of ['apple-mail', 'outlook'])
    expect(waitsToBeTold.judge(sick([sockets('none')], waitsIn(client)))).toEqual({ is: 'absent' })
})

test('nothing is said while its connections could not be seen', () => {
  const verdict = waitsToBeTold.judge(sick([notFound(clientSockets)], waitsIn('thunderbird')))
  expect(verdict).toEqual({ is: 'undecided', missing: [clientSockets.id] })
})

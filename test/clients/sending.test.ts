import { describe, expect, test } from 'vitest'
import { sendingIn } from '../../src/clients/sending.ts'
import type { ObservationWithSubjects } from '../../src/core/client.ts'
import type { ClientSocket } from '../../src/core/mac-powers.ts'

const outgoing = { protocol: 'smtp', host: 'smtp.example.net', port: 587, security: 'starttls' } as const
const sighting = (more: Partial<ObservationWithSubjects> = {}): ObservationWithSubjects => ({
  client: 'apple-mail',
  at: 0,
  running: true,
  accounts: [{ id: 'home', email: 'anna@example.net', client: 'apple-mail', enabled: true, outgoing }],
  outbox: { seen: true, messages: [{ id: 'm', account: 'home', waitingSince: 0, state: 'waiting' }] },
  unseen: [],
  ...more,
})

async function sending(sockets: readonly ClientSocket[] | 'forbidden', more: Partial<ObservationWithSubjects> = {}) {
  let looks = 0
  const programs = {
    running: async () => ({ seen: true, value: [{ pid: 7, name: 'Mail' }] }) as const,
    sockets: async () => {
      looks++
      return sockets === 'forbidden'
        ? ({ seen: false, why: 'forbidden' } as const)
        : ({ seen: true, value: sockets } as const)
    },
  }
  const records = [{ address: '203.0.113.5', family: 4 } as const]
  const net = { lookup: async () => ({ outcome: 'answered', records, ms: 1 }) as const }
  return { ...(await sendingIn(sighting(more), programs, net, new AbortController().signal)), looks }
}

const socket = (more: Partial<ClientSocket> = {}): ClientSocket => ({
  address: '203.0.113.5',
  port: 587,
  state: 'ESTABLISHED',
  ...more,
})

describe('an app is sending', () => {
  test.each([
    ['when it is connected to the very server', socket()],
    ['also by an IPv4 address in the clothes of IPv6', socket({ address: '::FFFF:203.0.113.5' })],
  ])('%s', async (_, one) => {
    expect((await sending([one])).sending).toEqual(['home'])
  })

  test.each([
    ['only called', socket({ state: 'SYN_SENT' })],
    ['hung up on', socket({ state: 'CLOSE_WAIT' })],
    ['connected elsewhere', socket({ address: '203.0.113.6' })],
    ['connected where mail comes from', socket({ port: 993 })],
  ])('and not where it is %s', async (_, one) => {
    expect((await sending([one])).sending).toEqual([])
  })

  test('or not, that nobody can say where its sockets cannot be seen', async () => {
    expect((await sending('forbidden')).sending).toBeUndefined()
  })

  test('for nobody, and nobody looks, where nothing waits or the app is closed', async () => {
    expect((await sending([socket()], { outbox: { seen: true, messages: [] } })).looks).toBe(0)
    expect((await sending([socket()], { running: false })).looks).toBe(0)
  })
})

import { expect, test } from 'vitest'
import type { Observation } from '../../src/core/client.ts'
import type { Reach } from '../../src/core/network.ts'
import { render } from '../../src/core/render.ts'
import type { Net } from '../../src/core/world.ts'
import { addInHosts } from '../../src/probes/client/add-in-hosts.ts'
import { examination, factOf } from '../examination.ts'

const known: Record<string, string> = { 'addin.example.net': '192.0.2.7', 'lost.example.net': '192.0.2.8' }
const ends: Record<string, Reach> = { '192.0.2.7': 'open', '192.0.2.8': 'silent' }
const net: Partial<Net> = {
  lookup: async (name) => {
    const address = known[name]
    return address
      ? { outcome: 'answered', records: [{ address, family: 4 }], ms: 1 }
      : { outcome: 'no-such-name', records: [], ms: 1 }
  },
  connect: async (address, port) => ({
    attempt: { address, family: 4, port, reach: ends[address] ?? 'refused', ms: 1 },
  }),
}

function seen(...addIns: NonNullable<Observation['addIns']>): Observation {
  return { client: 'outlook', at: 0, accounts: [], outbox: { seen: true, messages: [] }, addIns, unseen: [] }
}

test('add-ins that come, and ones that do not', async () => {
  const observation = seen(
    { name: 'Signatures', host: 'addin.example.net' },
    { name: 'Labels', host: 'lost.example.net' },
    { name: 'Gone', host: 'gone.example.net' },
    { name: 'Odd', host: 'not a host' },
  )
  const { fact, telling } = await factOf(addInHosts, { net, observation })
  expect(fact.addIns.map(({ reach }) => reach)).toEqual(['open', 'silent', 'no-address', 'no-address'])
  expect(telling.tone).toBe('bad')
  expect(render(telling.line)).toContain('Labels (lost.example.net)')
  const well = await factOf(addInHosts, { net, observation: seen({ name: 'Signatures', host: 'addin.example.net' }) })
  expect(well.telling).toEqual({ tone: 'good', line: 'Could be reached: Signatures' })
})

test('without an add-in nothing is asked', () => {
  expect(addInHosts.when?.(examination({}))).toBe(false)
  expect(addInHosts.when?.(examination({ observation: seen() }))).toBe(false)
  expect(addInHosts.when?.(examination({ observation: seen({ name: 'a', host: 'b.test' }) }))).toBe(true)
})

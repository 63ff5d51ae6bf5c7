import type { Chance } from './chance.ts'
import { type Draft, serversOf } from './draft.ts'
import type { Noise } from './noises.ts'

/**
 * Something keeps Outbox Doctor out, and not the mail app: a firewall for programs, a filter that knows us not, a
 * permission. The app holds its connection to where mail comes from; one for sending only where it was used lately.
 */
function connected(draft: Draft, chance: Chance): void {
  const leaving = draft.outbox?.some(({ state }) => state !== 'scheduled') === true
  const calling = chance.often(0.5) || leaving
  const sockets = serversOf(draft)
    .filter(({ sends }) => calling || !sends)
    .map(({ host, port }) => ({ host, port, state: 'established' as const }))
  const clients = new Set([draft.account, ...(draft.otherAccounts ?? [])].map(({ client }) => client ?? 'apple-mail'))
  draft.mac = {
    ...draft.mac,
    apps: [...clients].map((app) => ({ app, sockets })),
    ...(chance.often(0.7) && { filters: [{ name: chance.among(['LuLu', 'Little Snitch', 'Radio Silence']) }] }),
  }
}

/** POP3 servers are hung up on after every look, so that nothing tells them from servers that are not reached. */
function unlessPop3(name: string, shutOut: Noise['make']): Noise {
  return {
    name,
    touches: ['way', 'outside', 'mac'],
    make(draft, chance) {
      if (draft.account.incoming?.protocol === 'pop3') return
      connected(draft, chance)
      shutOut(draft, chance)
    },
  }
}

const shut = ['silent', 'refused', 'reset', 'unreachable'] as const

export const onlyUs: readonly Noise[] = [
  {
    name: 'forbidden to us',
    touches: ['way', 'outside', 'mac'],
    make(draft, chance) {
      connected(draft, chance)
      draft.way = { all: 'denied' }
      draft.outside = 'denied'
    },
  },
  {
    name: 'mail ports forbidden to us',
    touches: ['way', 'outside', 'mac'],
    make(draft, chance) {
      connected(draft, chance)
      draft.way = { mailPorts: 'denied' }
    },
  },
  {
    name: 'one mail port forbidden to us',
    touches: ['way', 'outside', 'mac'],
    make(draft, chance) {
      connected(draft, chance)
      draft.way = { ports: { [chance.among(serversOf(draft)).port]: 'denied' } }
    },
  },
  unlessPop3('kept from everything in silence, we alone', (draft, chance) => {
    draft.way = { all: chance.among(shut) }
  }),
  unlessPop3('kept from mail ports in silence, we alone', (draft, chance) => {
    draft.way = { mailPorts: chance.among(shut) }
  }),
  unlessPop3('cut in our encryption alone', (draft, chance) => {
    draft.way = { tls: chance.among(['reset', 'close', 'stall'] as const) }
  }),
  {
    name: 'not let into the network of the house',
    touches: ['way', 'outside', 'mac', 'hosts'],
    make(draft, chance) {
      connected(draft, chance)
      const cellar = 'nas.cellar.example'
      if (!serversOf(draft).some(({ host }) => host === cellar)) return
      const fate = chance.among(['denied', 'unreachable'] as const)
      draft.mac = { ...draft.mac, permissions: { 'local-network': false } }
      draft.hosts = {
        ...draft.hosts,
        [cellar]: { addresses: ['192.168.1.20'], mailPorts: fate, otherPorts: fate, ports: { 443: fate, 80: fate } },
      }
    },
  },
]

import type { Chance } from './chance.ts'
import { type Draft, forAWhile, serversOf } from './draft.ts'
import { onlyUs } from './only-us.ts'

/** Something that happens on healthy Macs and is no reason for mail to stay. */
export interface Noise {
  name: string
  /** The parts of the world that it is made of: two noises of one part do not go together. */
  touches: readonly ('way' | 'dns' | 'outside' | 'mac' | 'outbox' | 'hosts')[]
  make(draft: Draft, chance: Chance): void
  /** Causes that are true of it, though no mail waits. */
  true?: readonly string[]
}

const gone = ['silent', 'refused', 'reset', 'unreachable', 'slow'] as const

const outsideWithout = (
  part: 'controlHosts' | 'captiveChecks' | 'clocks' | 'publicResolvers' | 'dohResolvers' | 'statusFeeds',
): Noise['make'] => {
  return (draft, chance) => {
    draft.outside = { [part]: chance.among(gone) }
  }
}

/** What is told of it in full; nothing where it is told in a word. */
const inFull = <T extends object>(told: T | string | undefined): Partial<T> => (typeof told === 'object' ? told : {})

const seconds = (chance: Chance, most: number) => 1 + chance.below(most)

export const noises: readonly Noise[] = [
  ...onlyUs,
  {
    name: 'a slow resolver',
    touches: ['dns'],
    make(draft, chance) {
      draft.dns = { system: { delay: `${400 + chance.below(2_000)}ms` } }
    },
  },
  {
    name: 'a resolver that is silent for a moment',
    touches: ['dns'],
    make: (draft, chance) => forAWhile(draft, 'dns', { system: 'silent' }, seconds(chance, 4)),
  },
  {
    name: 'a resolver that fails for a moment',
    touches: ['dns'],
    make: (draft, chance) =>
      forAWhile(draft, 'dns', { system: chance.among(['servfail', 'refused'] as const) }, seconds(chance, 3)),
  },
  {
    name: 'public resolvers that are not let out',
    touches: ['dns'],
    make(draft, chance) {
      draft.dns = { public: chance.among(['silent', 'refused', 'servfail'] as const) }
    },
  },
  {
    name: 'IPv6 that hiccups',
    touches: ['way'],
    make: (draft, chance) =>
      forAWhile(draft, 'way', { ipv6: chance.among(['silent', 'unreachable', 'reset'] as const) }, seconds(chance, 6)),
  },
  {
    name: 'a lost moment',
    touches: ['way'],
    make: (draft, chance) =>
      forAWhile(draft, 'way', { all: chance.among(['silent', 'unreachable'] as const) }, seconds(chance, 4)),
  },
  {
    name: 'mail ports that are lost for a moment',
    touches: ['way'],
    make: (draft, chance) =>
      forAWhile(draft, 'way', { mailPorts: chance.among(['silent', 'reset'] as const) }, seconds(chance, 3)),
  },
  {
    name: 'encryption that is cut once',
    touches: ['way'],
    make: (draft, chance) =>
      forAWhile(draft, 'way', { tls: chance.among(['reset', 'close', 'stall'] as const) }, seconds(chance, 2)),
  },
  {
    name: 'a long line',
    touches: ['way'],
    make(draft, chance) {
      draft.way = { delay: `${100 + chance.below(700)}ms` }
    },
  },
  { name: 'control hosts that are not there', touches: ['outside'], make: outsideWithout('controlHosts') },
  { name: 'captive checks that are not let out', touches: ['outside'], make: outsideWithout('captiveChecks') },
  { name: 'silent clocks', touches: ['outside'], make: outsideWithout('clocks') },
  { name: 'no DNS over HTTPS', touches: ['outside'], make: outsideWithout('dohResolvers') },
  { name: 'no public resolvers', touches: ['outside'], make: outsideWithout('publicResolvers') },
  { name: 'a status page that is down', touches: ['outside'], make: outsideWithout('statusFeeds') },
  {
    name: 'an outside world that is not there',
    touches: ['outside'],
    make(draft, chance) {
      draft.outside = chance.among(gone)
    },
  },
  {
    name: 'a settings host that is silent',
    touches: ['hosts'],
    make(draft, chance) {
      const domain = draft.account.email.split('@')[1] ?? ''
      draft.hosts = {
        ...draft.hosts,
        [`autoconfig.${domain}`]: chance.among(gone),
        'autoconfig.thunderbird.net': chance.among(gone),
      }
    },
  },
  {
    name: 'servers without IPv6',
    touches: ['hosts'],
    make(draft) {
      for (const [index, { host }] of serversOf(draft).entries()) {
        const machine = draft.hosts?.[host]
        const own = typeof machine === 'object' && machine
        draft.hosts = { ...draft.hosts, [host]: { addresses: [`198.51.100.${index + 1}`], ...own } }
      }
    },
  },
  {
    name: 'a server that thinks before it speaks',
    touches: ['hosts'],
    make(draft, chance) {
      const { host } = chance.among(serversOf(draft))
      const { smtp, imap, pop3, ...machine } = inFull(draft.hosts?.[host])
      const slow = { delay: `${500 + chance.below(2_500)}ms` }
      const each = {
        smtp: { ...inFull(smtp), ...slow },
        imap: { ...inFull(imap), ...slow },
        pop3: { ...inFull(pop3), ...slow },
      }
      draft.hosts = { ...draft.hosts, [host]: { ...machine, ...each } }
    },
  },
  {
    name: 'a VPN that carries all',
    touches: ['mac'],
    make(draft, chance) {
      draft.mac = {
        ...draft.mac,
        interfaces: [
          { name: 'en0', kind: 'wifi', addresses: ['192.168.1.23'] },
          { name: 'utun4', kind: 'vpn', addresses: ['10.8.0.2'], mtu: chance.among([1280, 1380, 1420]) },
        ],
        vpns: [{ name: 'Quiet Tunnel', connected: true, interface: 'utun4' }],
        routes: { default: { interface: 'utun4', vpn: true, mtu: 1380 } },
      }
    },
  },
  {
    name: 'a VPN for a few things',
    touches: ['mac'],
    make(draft) {
      draft.mac = {
        ...draft.mac,
        interfaces: [
          { name: 'en0', kind: 'wifi', addresses: ['192.168.1.23', '2001:db8:77::23'] },
          { name: 'utun6', kind: 'vpn', addresses: ['100.101.2.3'], mtu: 1280 },
        ],
        vpns: [{ name: 'Mesh', connected: true, interface: 'utun6', system: false }],
        resolvers: [{ servers: ['192.168.1.1'] }, { servers: ['100.100.100.100'], domain: 'mesh.example' }],
      }
    },
  },
  {
    name: 'a filter that minds its business',
    touches: ['mac'],
    make(draft, chance) {
      const product = chance.among(['LuLu', 'Little Snitch', 'AdGuard', 'ESET', 'Avast'])
      draft.mac = {
        ...draft.mac,
        filters: [{ name: product, product, kind: chance.among(['network', 'security'] as const) }],
        changes: [{ at: '-10m', what: 'filter', line: `${product} was updated` }],
      }
    },
  },
  {
    name: 'an old Mac with little room, a web proxy and a clock two minutes off',
    touches: ['mac'],
    make(draft, chance) {
      draft.mac = {
        ...draft.mac,
        version: '13.7',
        freeSpace: 2_000_000_000,
        clock: chance.among(['+2m', '-2m']),
        proxies: [{ kind: chance.among(['http', 'pac'] as const), host: 'proxy.garden.example', port: 8080 }],
        power: { battery: true, lowPower: true },
      }
    },
  },
  {
    name: 'just woken up',
    touches: ['mac'],
    make(draft, chance) {
      draft.mac = {
        ...draft.mac,
        changes: [
          { at: '-40m', what: 'sleep', line: 'The Mac went to sleep' },
          { at: `-${5 + chance.below(80)}s`, what: 'wake', line: 'The Mac woke up' },
        ],
        wifi: { open: chance.often(0.5), signal: -80, noise: -92 },
      }
    },
  },
  {
    name: 'IPv4 alone',
    touches: ['mac'],
    make(draft) {
      draft.mac = { ...draft.mac, interfaces: [{ name: 'en0', kind: 'ethernet', addresses: ['192.168.1.23'] }] }
    },
  },
  {
    name: 'a large message that is leaving',
    touches: ['outbox'],
    make: (draft, chance) =>
      forAWhile(
        draft,
        'outbox',
        [{ waiting: `${20 + chance.below(120)}s`, name: 'photos', size: 8_000_000 + chance.below(14_000_000) }],
        60 + chance.below(120),
      ),
  },
  {
    name: 'a message that is just leaving',
    touches: ['outbox'],
    make: (draft, chance) =>
      forAWhile(
        draft,
        'outbox',
        [{ waiting: `${chance.below(8)}s`, name: 'note', size: 8_000, recipients: 2 }],
        4 + chance.below(20),
      ),
  },
  {
    name: 'a message for tomorrow',
    touches: ['outbox'],
    make(draft) {
      draft.outbox = [{ waiting: '2h', state: 'scheduled', size: 8_000 }]
    },
    true: ['waiting-by-design'],
  },
]

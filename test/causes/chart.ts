import type { Cause, Explanation, Present, Verdict } from '../../src/core/cause.ts'
import type { Chart } from '../../src/core/chart.ts'
import type { Observation } from '../../src/core/client.ts'
import type { Account, Message, Server } from '../../src/core/mail.ts'
import type { Attempt, Change, Reach } from '../../src/core/network.ts'
import type { Finding, Probe } from '../../src/core/probe.ts'
import { rendered as inEnglish, type Rendered } from '../../src/core/rendered.ts'
import type { Reply } from '../../src/core/reply.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { allProbes } from '../../src/probes/index.ts'
import { resolvers } from '../../src/probes/names/resolvers.ts'
import { serverName } from '../../src/probes/names/server-name.ts'
import { controlHosts } from '../../src/probes/network/control-hosts.ts'
import { openWeb } from '../../src/probes/network/open-web.ts'
import { wayOut } from '../../src/probes/network/way-out.ts'
import { serverPorts } from '../../src/probes/path/server-ports.ts'
import { serverRoute } from '../../src/probes/path/server-route.ts'
import { capabilities } from '../../src/probes/server/capabilities.ts'
import { greeting } from '../../src/probes/server/greeting.ts'
import { certificate } from '../../src/probes/tls/certificate.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'

/** One line of a hand-made chart: what a probe found. */
export interface Line {
  id: string
  finding: Finding<unknown>
}

export function found<F>({ id }: Probe<F>, fact: F): Line {
  return { id, finding: { state: 'known', fact, telling: { tone: 'plain', line: foreignName('') }, ms: 10 } }
}

export function notFound<F>({ id }: Probe<F>): Line {
  return { id, finding: { state: 'unknown', why: foreignName('The time ran out.'), ms: 10 } }
}

/** A moment at which all charts here are read: 2026-11-21T12:00Z. */
export const noon = Date.UTC(2026, 10, 21, 12)

export const outgoing: Server = { protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls' }
export const incoming: Server = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' }
export const account: Account = { id: 'a1', email: 'anna@example.org', incoming, outgoing }

export interface Rest {
  account?: Account
  messages?: readonly Message[]
  observation?: Observation
  changes?: readonly Change[]
  left?: Chart['left']
  replies?: readonly Reply[]
  /** Facts of an earlier examination, with how long ago. */
  before?: readonly (Line & { ago: number })[]
}

/** A chart with these lines; of two lines for one probe the later counts. */
export function chartOf(lines: readonly Line[], rest: Rest = {}): Chart {
  const findings = new Map(lines.map(({ id, finding }) => [id, finding]))
  const finding = <F>({ id }: Probe<F>) => findings.get(id) as Finding<F> | undefined
  const fact = <F>(probe: Probe<F>): F | undefined => {
    const one = finding(probe)
    return one?.state === 'known' ? one.fact : undefined
  }
  return {
    account: rest.account ?? account,
    messages: rest.messages ?? [],
    ...(rest.observation && { observation: rest.observation }),
    ...(rest.left && { left: rest.left }),
    at: noon,
    past: {
      last<F>({ id }: Probe<F>) {
        const line = rest.before?.find((one) => one.id === id)
        return line?.finding.state === 'known' ? { fact: line.finding.fact as F, at: noon - line.ago } : undefined
      },
    },
    changes: rest.changes ?? [],
    finding,
    fact,
    replies: () => [
      ...(rest.replies ?? []),
      ...allProbes.flatMap((probe) => {
        const known = fact(probe)
        return known === undefined ? [] : (probe.replies?.(known) ?? [])
      }),
    ],
  }
}

/** Attempts on a host, by port; a list gives one attempt for each address. */
export function tries(ends: Record<number, Reach | readonly Reach[]>, address = '192.0.2.1'): Attempt[] {
  return Object.entries(ends).flatMap(([port, reach]) =>
    [reach].flat().map((one) => ({
      address,
      family: 4 as const,
      port: Number(port),
      reach: one,
      ms: one === 'silent' ? 8_000 : 30,
    })),
  )
}

/** The ports of both servers, as they ended. */
export function ports(smtp: Parameters<typeof tries>[0], imap: Parameters<typeof tries>[0] = { 993: 'open' }): Line {
  return found(serverPorts, {
    outgoing: { host: outgoing.host, configured: outgoing.port, tries: tries(smtp) },
    incoming: { host: incoming.host, configured: incoming.port, tries: tries(imap) },
  })
}

/** Two strangers, as they ended. */
export function controls(ends: Parameters<typeof tries>[0]): Line {
  const at = (host: string, vendor: string) => tries(ends).map((attempt) => ({ ...attempt, host, vendor }))
  return found(controlHosts, {
    tries: [...at('smtp.gmail.com', 'Google'), ...at('smtp.mail.me.com', 'Apple')],
    unnamed: [],
  })
}

export const allOpen = { 25: 'open', 465: 'open', 587: 'open', 143: 'open', 993: 'open', 443: 'open' } as const

const web = { host: 'captive.apple.com', outcome: 'open', status: 200, ms: 60 } as const
const view = { from: 'system', server: 'system', name: 'www.apple.com', outcome: 'answered', ms: 12 } as const
const named = { literal: false, outcome: 'answered', addresses: [{ address: '192.0.2.1', family: 4 }], ms: 20 } as const
const route = { address: '192.0.2.1', route: { interface: 'en0', vpn: false, mtu: 1_500 } } as const
const greeted = { outcome: 'greeted', masked: false, ms: 90 } as const
const offers = { before: [], after: [], auth: ['PLAIN'], lost: [] } as const
const proven = { nameFits: true, bundled: true, system: true, complete: true } as const
const shown = { chain: [], trust: proven, faults: [] } as const
const both = <T extends object>(one: T) => ({
  outgoing: { host: outgoing.host, port: outgoing.port, ...one },
  incoming: { host: incoming.host, port: incoming.port, ...one },
})

/** Nothing is wrong. */
export const healthy: readonly Line[] = [
  found(wayOut, {
    network: {
      interfaces: [{ name: 'en0', kind: 'wifi', addresses: ['192.168.1.20'] }],
      ipv4: true,
      ipv6: true,
    },
    connected: true,
  }),
  found(openWeb, { checks: [web], open: true, portal: false }),
  found(resolvers, {
    views: [view, { ...view, from: 'public', server: '1.1.1.1' }],
    noneConfigured: false,
    contrast: [outgoing.host, incoming.host].map((name) => ({
      name,
      system: 'answered' as const,
      public: 'answered' as const,
      systemAddresses: ['192.0.2.1'],
      publicAddresses: ['192.0.2.1'],
      agree: true,
    })),
  }),
  found(serverName, both(named)),
  found(serverRoute, both(route)),
  controls(allOpen),
  ports(allOpen, allOpen),
  found(greeting, both(greeted)),
  found(encryption, {
    outgoing: { host: outgoing.host, port: 587, mode: 'starttls', outcome: 'secured' },
    incoming: { host: incoming.host, port: 993, mode: 'tls', outcome: 'secured' },
  }),
  found(certificate, both(shown)),
  found(capabilities, both(offers)),
]

/** Nothing above connecting, for the outgoing server or for both. */
export function unreached(all = false): Line[] {
  const rest = <T extends object>(one: T) => (all ? {} : { incoming: both(one).incoming })
  return [
    found(greeting, rest(greeted)),
    found(encryption, rest({ mode: 'tls' as const, outcome: 'secured' as const })),
    found(certificate, rest(shown)),
    found(capabilities, rest(offers)),
  ]
}

/** The healthy chart with these lines in place of its own, and without what these probes found. */
export function sick(lines: readonly Line[], rest: Rest = {}, ...without: readonly Probe<unknown>[]): Chart {
  const gone = new Set(without.map(({ id }) => id))
  return chartOf(
    [...healthy, ...lines].filter(({ id }) => !gone.has(id)),
    rest,
  )
}

/** The verdict as present, or a failing test that shows what it is instead. */
export function presentBy(cause: Cause, chart: Chart): Rendered<Present> {
  return inEnglish(verdictOf(cause, chart))
}

/** What a cause that is present says of itself. */
export function explained(cause: Cause, chart: Chart): Rendered<Explanation> {
  return inEnglish(cause.explain(chart, verdictOf(cause, chart)))
}

function verdictOf(cause: Cause, chart: Chart): Present {
  const verdict: Verdict = cause.judge(chart)
  if (verdict.is !== 'present') throw new Error(`${cause.id} is ${JSON.stringify(verdict)}`)
  return verdict
}

import { allCauses } from '../../src/causes/index.ts'
import { clientIds } from '../../src/clients/known-clients.ts'
import type { Cause } from '../../src/core/cause.ts'
import type { Observation } from '../../src/core/client.ts'
import type { NamedCause } from '../../src/core/diagnosis.ts'
import { memoryLog } from '../../src/core/log.ts'
import type { Account, Message } from '../../src/core/mail.ts'
import type { RemedyContext } from '../../src/core/remedy.ts'
import { foreignName, type Sentence } from '../../src/core/sentence.ts'
import type { World } from '../../src/core/world.ts'
import { addInHosts } from '../../src/probes/client/add-in-hosts.ts'
import { filters } from '../../src/probes/client/filters.ts'
import { wayOut } from '../../src/probes/network/way-out.ts'
import { serverRoute } from '../../src/probes/path/server-route.ts'
import { capabilities } from '../../src/probes/server/capabilities.ts'
import { publishedSettings } from '../../src/probes/server/published-settings.ts'
import { certificate } from '../../src/probes/tls/certificate.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { account as anna, found, incoming, type Line, noon, outgoing, ports, sick } from '../causes/chart.ts'

/** Outlook by its three modes, every other app by its id, and nobody's. */
export const apps = ['legacy', 'new', 'unknown', 'none', ...clientIds.filter((id) => id !== 'outlook')] as const
export type AppUnderTest = (typeof apps)[number]
const modes: readonly string[] = ['legacy', 'new', 'unknown']
export const versions = ['12.7.6', '13.6', '15.5', '26.1', undefined] as const

export function inApp(app: AppUnderTest): Observation | undefined {
  if (app === 'none') return undefined
  const client = modes.includes(app) ? 'outlook' : app
  return {
    client,
    at: noon,
    ...(modes.includes(app) && { mode: app }),
    running: true,
    accounts: [],
    outbox: { seen: true, messages: [] },
    unseen: [],
  } as Observation
}

export interface Told {
  app?: AppUnderTest
  version?: string | undefined
  account?: Account
  messages?: readonly Message[]
  lines?: readonly Line[]
  present?: readonly Cause[]
  /** What the named causes rest on. */
  evidence?: readonly Sentence[]
  against?: readonly Sentence[]
}

const nobody = { log: memoryLog(systemClock) } as unknown as World

/** Somebody in front of a remedy, by hand: these causes are present, and this was found. */
export function remedyContext(told: Told = {}): RemedyContext {
  const observation = inApp(told.app ?? 'apple-mail')
  const account = told.account ?? anna
  const messages = told.messages ?? []
  const present = told.present ?? allCauses
  const named = present.map(
    ({ id, title, harm, layer }): NamedCause => ({
      id,
      title,
      plain: title,
      details: [],
      harm,
      layer,
      weight: 1,
      evidence: told.evidence ?? [foreignName('Port 587 of smtp.example.org: no answer within 8 s')],
      against: told.against ?? [],
      explains: [],
      testimony: [],
    }),
  )
  return {
    world: nobody,
    account,
    messages,
    ...(observation && { observation }),
    chart: sick(told.lines ?? [], { account, messages, ...(observation && { observation }) }),
    diagnosis: { status: 'stuck', causes: named, undecided: [] },
    outside: {
      captiveChecks: [{ url: 'http://captive.apple.com/hotspot-detect.html', body: '' }],
      controlHosts: [],
      controlNames: [],
      publicResolvers: [],
      dohResolvers: [],
      clocks: [],
      settingsDirectories: [],
      autodiscover: [],
      statusFeeds: [],
      blocklists: [],
    },
    version: told.version === undefined ? {} : { product: told.version },
    has: (cause) => present.includes(cause),
  }
}

const leaf = {
  subject: 'CN=host9.hoster.example.net',
  issuer: 'CN=Some CA',
  names: ['host9.hoster.example.net', '*.hoster.example.net'],
  notBefore: noon - 1e9,
  notAfter: noon + 1e9,
  key: { kind: 'EC' },
  signature: 'sha256',
  selfSigned: false,
  authority: false,
  fingerprint: 'ab'.repeat(32),
  der: '',
}

/** Everything that a guide could make use of, wrong all at once; with these names in the place of harmless ones. */
export function everythingWrong(names: { vpn?: string; filter?: string; addIn?: string; proxy?: string } = {}): Line[] {
  const via = { address: '192.0.2.1', route: { interface: 'utun3', vpn: true, mtu: 1380 } }
  return [
    ports({ 25: 'open', 465: 'open', 587: 'silent', 2525: 'open' }, { 993: 'open', 143: 'open' }),
    found(wayOut, {
      network: {
        interfaces: [
          { name: 'en0', kind: 'wifi', addresses: ['192.168.1.20'] },
          { name: 'utun3', kind: 'vpn', addresses: ['10.9.0.2'] },
        ],
        ipv4: true,
        ipv6: true,
        vpns: [{ name: names.vpn ?? 'Cellar VPN', connected: true, system: false, interface: 'utun3' }],
        proxies: [{ kind: 'socks', host: names.proxy ?? '127.0.0.1', port: 1080 }],
      },
      connected: true,
    }),
    found(serverRoute, { outgoing: { host: outgoing.host, ...via }, incoming: { host: incoming.host, ...via } }),
    found(filters, { filters: [{ name: names.filter ?? 'LuLu', state: 'installed', kind: 'network' }] }),
    found(encryption, {
      outgoing: {
        host: outgoing.host,
        port: 587,
        mode: 'tls',
        outcome: 'not-tls',
        otherMode: { mode: 'starttls', works: true },
      },
      incoming: { host: incoming.host, port: 993, mode: 'tls', outcome: 'secured' },
    }),
    found(certificate, {
      outgoing: {
        host: outgoing.host,
        port: 587,
        chain: [leaf],
        trust: { nameFits: false, bundled: true, complete: true },
        faults: ['wrong-name'],
      },
    }),
    found(capabilities, {
      outgoing: { host: outgoing.host, before: [], after: [], auth: ['PLAIN', 'XOAUTH2'], size: 20_000_000, lost: [] },
    }),
    found(publishedSettings, {
      outgoing: [{ ...outgoing, port: 465, security: 'tls' }],
      incoming: [incoming],
      source: 'autoconfig',
      tried: [],
    }),
    found(addInHosts, {
      addIns: [{ name: names.addIn ?? 'Seal of approval', host: 'addin.example.net', reach: 'silent' }],
    } as never),
  ]
}

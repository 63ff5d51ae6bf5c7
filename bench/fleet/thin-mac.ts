import { startAgent } from '../../src/agent.ts'
import type { ClientAccount } from '../../src/core/client.ts'
import { memoryLog } from '../../src/core/log.ts'
import type { MessageWithSubject } from '../../src/core/mail.ts'
import { Unknown } from '../../src/core/probe.ts'
import { say } from '../../src/core/sentence.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import type { KeptTelemetry } from '../../src/core/telemetry.ts'
import type { Clock } from '../../src/core/time.ts'
import type { Connection, Mac, Net, World } from '../../src/core/world.ts'
import { frugality, telemetryFacts, telemetryNames, telemetryResource } from '../../src/session/telemetry.ts'
import { noSecretStore } from '../../src/storage/keychain.ts'
import { newInstallationId } from '../../src/storage/telemetry-file.ts'
import { TelemetryExporter } from '../../src/telemetry/exporter.ts'
import { powersWithoutMac } from '../../src/world/real/mac/not-a-mac.ts'
import { nothingOutside } from '../../test/examination.ts'

/** What a whole fleet shares: which servers answer, and on which ports not. */
export interface Shared {
  /** By host; `all`: nothing of it answers. */
  shut: ReadonlyMap<string, 'all' | number>
  /** How figures leave. */
  http: Net['http']
  clock: Clock
  endpoint: string
}

const control = { host: 'smtp.control.example', vendor: 'Control', ports: [465, 587, 993, 143, 25, 443] }
const outside = {
  ...nothingOutside,
  controlHosts: [control, { ...control, host: 'smtp.other-control.example', vendor: 'Other' }],
}
const version = '1.0.0'

/** Nobody has it, so it is asked in vain. */
function notThere<T extends object>(verbs: Partial<T>): T {
  const none = () => Promise.reject(new Unknown(say('This computer is not a Mac.')))
  return new Proxy(verbs as T, { get: (target, verb) => (verb in target ? Reflect.get(target, verb) : none) })
}

/** A server that greets, and then has nothing to say. */
const greeting: Connection = {
  address: '203.0.113.1',
  localAddress: '192.0.2.9',
  readLine: async () => ({ line: '220 mail.example ESMTP' }),
  writeLine: async () => {},
  secure: async () => ({ outcome: 'closed', ms: 20 }),
  close: () => {},
}

/** A world of paper: every question is answered at once, by what all share. */
function thinWorld({ shut, http, clock }: Shared): { world: World; changed(): void } {
  const addressOf = (host: string) => `203.0.113.${1 + ([...host].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 250)}`
  const hosts = new Map<string, string>()
  const listeners = new Set<() => void>()
  const named = (host: string) => {
    hosts.set(addressOf(host), host)
    return addressOf(host)
  }
  const net = notThere<Net>({
    http,
    resolvers: () => ['192.0.2.53'],
    roots: async () => undefined,
    lookup: async (host) => ({ outcome: 'answered', records: [{ address: named(host), family: 4 }], ms: 8 }),
    resolve: async (host, type) =>
      ({
        outcome: type === 'A' ? 'answered' : 'no-records',
        records: type === 'A' ? [named(host)] : [],
        ms: 8,
      }) as never,
    connect: async (address, port, timeoutMs) => {
      const fate = shut.get(hosts.get(address) ?? '')
      const isShut = fate === 'all' || fate === port
      const reach = isShut ? (fate === 'all' ? 'silent' : 'refused') : 'open'
      const attempt = { address, family: 4, port, reach, ms: reach === 'silent' ? timeoutMs : 20 } as const
      return isShut ? { attempt } : { attempt, connection: greeting }
    },
  })
  const mac = notThere<Mac>({
    ...powersWithoutMac,
    network: async () => ({
      interfaces: [{ name: 'en0', kind: 'wifi', addresses: ['192.0.2.9'] }],
      ipv4: true,
      ipv6: false,
    }),
    routeTo: async () => ({ interface: 'en0', vpn: false, gateway: '192.0.2.1' }),
    filters: async () => [],
    freeSpace: async () => 1e11,
    changes: () => [],
    power: async () => ({ source: 'mains' }),
    version: async () => ({ product: '26.1' }),
    files: {
      ...powersWithoutMac.files,
      watch: (_paths, changed) => {
        listeners.add(changed)
        return () => void listeners.delete(changed)
      },
    },
  })
  const secrets = noSecretStore(say('This computer is not a Mac.'))
  const world: World = { mac, net, clock, secrets, hands: notThere({}), log: memoryLog(clock), madeUp: true }
  return {
    world,
    changed: () => {
      for (const changed of listeners) changed()
    },
  }
}

/** One Mac of the fleet: the agent itself and what sends its figures, on a world of paper. */
export function thinMac(shared: Shared, name: string, host: string) {
  const { world, changed } = thinWorld(shared)
  const { clock } = world
  const agent = startAgent(world, ':memory:')
  const outgoing = { protocol: 'smtp', host, port: 587, security: 'starttls' } as const
  const accounts: readonly ClientAccount[] = [
    { id: name, email: `canary-${name}@example.org`, client: 'apple-mail', enabled: true, outgoing },
  ]
  let messages: readonly MessageWithSubject[] = []
  const doctor = agent.watch({
    outside,
    settings: defaultSettings,
    clients: [
      {
        id: 'apple-mail',
        name: 'Apple Mail',
        watches: ['~/Library/Mail'],
        look: async () => {
          const outbox = { seen: true, messages } as const
          return { client: 'apple-mail', at: clock.now(), running: true, accounts, outbox, unseen: [] }
        },
      },
    ],
  })
  let kept: KeptTelemetry | undefined
  const session = { agent, world }
  const exporter = telemetryResource(session, version).then(
    (resource) =>
      new TelemetryExporter({
        endpoint: shared.endpoint,
        headers: '',
        http: shared.http,
        store: {
          read: async () => kept,
          write: async (one) => {
            kept = one
          },
        },
        facts: (since) => telemetryFacts(session, doctor.state(), since),
        names: telemetryNames,
        resource,
        version,
        isFrugal: frugality(session),
        newId: newInstallationId,
        random: Math.random,
        clock,
        log: world.log,
      }),
  )
  void exporter.then((one) => doctor.listen((state) => one.hear(state)))
  return {
    doctor,
    agent,
    /** Somebody writes a message. */
    writes() {
      const one = { id: `m-${name}`, account: name, waitingSince: clock.now(), state: 'waiting', subject: 'canary' }
      messages = [one as MessageWithSubject]
      changed()
    },
    async stop() {
      await (await exporter).stop()
      await doctor.stop()
      agent.close()
    },
  }
}

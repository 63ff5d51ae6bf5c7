import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Hands } from '../../src/core/hands.ts'
import type { ClientId } from '../../src/core/mail.ts'
import type { Action, RemedyContext } from '../../src/core/remedy.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import type { Sentence } from '../../src/core/sentence.ts'
import { wayOut } from '../../src/probes/network/way-out.ts'
import { allRemedies } from '../../src/remedies/index.ts'
import { examination } from '../examination.ts'
import { HandClock } from '../hand-clock.ts'

const hostile = fc.oneof(
  fc.constantFrom(
    `"; do shell script "id" -- '`,
    '$(touch /tmp/x) `id`',
    '\' & (do shell script "id") & \'',
    '-e display dialog 1',
    '<img src=x onerror=alert(1)>',
    'one\ntwo\r\nthree',
    '\u202egnp.exe\u2066',
    'x'.repeat(10_000),
  ),
  fc.string({ maxLength: 60, unit: 'binary' }),
)
const { signal } = new AbortController()
const done = async () => ({ done: true }) as const
const acting = allRemedies.filter(
  (remedy): remedy is Action<unknown> => remedy.kind === 'act' || remedy.kind === 'admin',
)

function contextFor(name: string, client: ClientId, used: string[]): RemedyContext {
  const network = {
    interfaces: [{ name, kind: 'wifi' as const, addresses: ['192.0.2.7'] }],
    ipv4: true,
    ipv6: false,
    dhcp: true,
    vpns: [{ name, connected: true, system: true }],
  }
  const hands: Partial<Hands> = {
    quit: done,
    open: done,
    sendNow: done,
    setOnline: done,
    setVpn: async (vpn) => {
      used.push(vpn)
      return { done: true }
    },
    admin: async (command, reason) => {
      used.push(reason, JSON.stringify(command))
      return { done: true }
    },
  }
  const server = { host: name, port: 587, security: 'starttls', username: name } as const
  const exam = examination({
    account: {
      email: `${name}@${name}`,
      client,
      outgoing: { ...server, protocol: 'smtp' },
      incoming: { ...server, protocol: 'imap' },
    },
    clock: new HandClock(),
    hands,
    mac: {
      network: async () => network,
      firewall: async () => ({ state: 'on', client: 'blocked' }),
      permissions: async () => {
        const all = { 'apple-mail': 'granted', outlook: 'granted' } as const
        const granted = 'granted' as const
        const rest = { accessibility: granted, notifications: granted, localNetwork: granted }
        return { fullDiskAccess: granted, automation: all, ...rest }
      },
      programs: {
        running: async () => ({ seen: false, why: 'failed' }),
        script: async () => ({ outcome: 'answered', text: '' }),
      } as never,
    },
    facts: [[wayOut, { network, connected: true }]],
  })
  const { world, account, messages, outside, chart } = exam
  const diagnosis = { status: 'stuck', causes: [], undecided: [] } as const
  return { world, account, messages, outside, chart, diagnosis, version: {}, has: () => false }
}

/** Those that ask the app or its stores, or wait, have scenes of their own. */
const apart = [
  'ask-server',
  'wait-and-recheck',
  'try-another-network',
  'check-sent',
  'export-stuck-messages',
  'open-message',
  'update-password',
  'app-password',
  'synchronise-account',
  'reconnect-client',
  'file-sent-copies',
]
/** What these show is read from a store. */
const readFirst = ['rebuild-mail-index', 'file-sent-copies']
const dangerous = ['reset-outlook-preferences', 'rebuild-mail-index', 'send-test-message']

describe('hostile names of hosts, accounts, VPNs and interfaces', () => {
  test.each(acting.map(({ id }) => id))('%s shows them as text, and never lets them near a command', async (id) => {
    const action = acting.find((one) => one.id === id) as Action<unknown>
    const run = fc.asyncProperty(hostile, fc.constantFrom<ClientId>('apple-mail', 'outlook'), async (name, client) => {
      const used: string[] = []
      const context = contextFor(name, client, used)
      if (action.fits && !action.fits(context)) return
      const lines = readFirst.includes(id) ? [] : rendered(await action.promise(context, signal))
      for (const line of lines) {
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        expect(line.length).toBeLessThan(1_000)
      }
      if ([...apart, ...dangerous].includes(id)) return
      const told: string[] = []
      const before = await action.capture(context, signal)
      const conduct = { signal, report: (line: Sentence) => told.push(render(line)) }
      await action.apply(context, JSON.parse(JSON.stringify(before)), conduct)
      await action.undo?.putBack(context.world, JSON.parse(JSON.stringify(before)), conduct)
      // Only a VPN is called by its name, which its hand looks for among those that macOS lists.
      if (id !== 'pause-vpn' && name.length > 12) expect([...used, ...told].join(' ')).not.toContain(name)
    })
    await fc.assert(run, { numRuns: 60 })
  })
})

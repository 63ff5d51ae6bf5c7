import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allCauses } from '../../src/causes/index.ts'
import type { Observation } from '../../src/core/client.ts'
import type { Account, Message } from '../../src/core/mail.ts'
import type { Change } from '../../src/core/network.ts'
import { render } from '../../src/core/render.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { clientHealth } from '../../src/probes/client/client-health.ts'
import { type ClientSockets, clientSockets, type SocketState } from '../../src/probes/client/client-sockets.ts'
import { filters } from '../../src/probes/client/filters.ts'
import { allProbes } from '../../src/probes/index.ts'
import type { ClientHealth } from '../../src/probes/lib/client-health-fact.ts'
import { account, chartOf, explained, found, healthy, incoming, type Line, noon, notFound, outgoing } from './chart.ts'

/** Charts from pieces that no author of a cause thought of together. */
const text = fc.oneof(fc.constant('535 5.7.8 no'), fc.constant('550 relay denied'), fc.string({ maxLength: 80 }))
const reply = fc.record({
  protocol: fc.constantFrom('smtp' as const, 'imap' as const, 'pop3' as const),
  stage: fc.constantFrom(
    'greeting' as const,
    'ehlo' as const,
    'auth' as const,
    'mail' as const,
    'rcpt' as const,
    'data' as const,
  ),
  code: fc.constantFrom('220', '421', '454', '530', '534', '535', '550', '552', '554', 'NO', 'BAD', 'BYE', '-ERR', ''),
  text,
})
const message: fc.Arbitrary<Message> = fc.record(
  {
    id: fc.string(),
    waitingSince: fc.integer({ min: 0, max: noon }),
    state: fc.constantFrom('waiting' as const, 'scheduled' as const, 'undo-send' as const),
    size: fc.nat(),
    rawSize: fc.nat(),
    recipients: fc.array(fc.string()),
    copyInSent: fc.boolean(),
    lastReply: text,
    protection: fc.constantFrom('signed' as const, 'encrypted' as const),
  },
  { requiredKeys: ['id', 'waitingSince', 'state'] },
)
const server = <P extends 'smtp' | 'imap'>(protocol: P) =>
  fc.record({
    protocol: fc.constant(protocol),
    host: fc.constantFrom(outgoing.host, incoming.host, 'smtp.gmail.com', 'smtp.office365.com', '127.0.0.1', ''),
    port: fc.constantFrom(25, 465, 587, 993, 143, 1025),
    security: fc.constantFrom('tls' as const, 'starttls' as const, 'none' as const),
    auth: fc.constantFrom('password' as const, 'oauth2' as const, 'none' as const),
  })
const accounts: fc.Arbitrary<Account> = fc.record(
  {
    id: fc.constant('a'),
    email: fc.string(),
    client: fc.constantFrom('apple-mail' as const, 'outlook' as const),
    outgoing: server('smtp'),
    incoming: server('imap'),
  },
  { requiredKeys: ['id', 'email'] },
)
const error = fc.record({ code: fc.constantFrom('3253', '17199', 'x'), at: fc.integer({ min: noon - 9e6, max: noon }) })
const ofTheApp = {
  running: fc.boolean(),
  offline: fc.boolean(),
  dialog: fc.boolean(),
  hiddenFor: fc.nat(9_000_000),
  storeDamaged: fc.boolean(),
  changed: fc.integer({ min: noon - 9e6, max: noon }),
  sent: fc.record({ messages: fc.nat(200_000), bytes: fc.nat() }),
  protectMailActivity: fc.boolean(),
  mode: fc.constantFrom('legacy' as const, 'new' as const, 'unknown' as const),
  addIns: fc.array(fc.record({ name: fc.string(), host: fc.constant('a.test') }), { maxLength: 2 }),
}
const health: fc.Arbitrary<ClientHealth> = fc.record(
  {
    ...ofTheApp,
    client: fc.constantFrom('apple-mail' as const, 'outlook' as const),
    answers: fc.constantFrom('yes' as const, 'no' as const),
    account: fc.record({ enabled: fc.boolean(), offline: fc.boolean() }),
    signature: fc.constantFrom({ is: 'intact' } as const, { is: 'broken', line: 'x' } as const),
    errors: fc.array(error, { maxLength: 2 }),
  },
  { requiredKeys: ['client', 'errors'] },
)
const state = fc.constantFrom<SocketState>('established', 'elsewhere', 'syn-sent', 'close-wait', 'none')
const sockets: fc.Arbitrary<ClientSockets> = fc.tuple(state, state).map(([sending, receiving]) => ({
  client: 'apple-mail',
  servers: {
    outgoing: { host: outgoing.host, port: 587, state: sending },
    incoming: { host: incoming.host, port: 993, state: receiving },
  },
  count: 2,
}))
const ofTheAppLines: fc.Arbitrary<Line[]> = fc
  .tuple(
    fc.oneof(
      health.map((fact) => found(clientHealth, fact)),
      fc.constant(notFound(clientHealth)),
    ),
    fc.oneof(
      sockets.map((fact) => found(clientSockets, fact)),
      fc.constant(notFound(clientSockets)),
    ),
    fc
      .array(fc.constantFrom({ name: 'LuLu', state: 'installed', kind: 'network' } as const), { maxLength: 1 })
      .map((all) => found(filters, { filters: all })),
  )
  .chain((all) => fc.subarray(all))
const observation: fc.Arbitrary<Observation> = fc.record(
  {
    ...ofTheApp,
    client: fc.constantFrom('apple-mail' as const, 'outlook' as const),
    at: fc.constant(noon),
    accounts: fc.constant([]),
    outbox: fc.constantFrom<Observation['outbox']>(
      { seen: true, messages: [] },
      { seen: false, why: foreignName('Not allowed.') },
    ),
    unseen: fc.constant([]),
  },
  { requiredKeys: ['client', 'at', 'accounts', 'outbox', 'unseen'] },
)
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.integer({ min: noon - 9e6, max: noon + 9e6 }),
  what: fc.constantFrom('network', 'vpn', 'filter', 'wake', 'sleep', 'app-update', 'settings', 'treatment'),
  line: fc.constantFrom(foreignName('Something changed'), foreignName('Reset the preferences of Outlook')),
})
/** The healthy facts, some missing, some for one server only, some with a value spoilt. */
const lines: fc.Arbitrary<Line[]> = fc
  .tuple(
    ...healthy.map((line) => fc.constantFrom('as it is', 'missing', 'one', 'none').map((how) => spoilt(line, how))),
  )
  .map((all) => all.flat())

function spoilt(line: Line, how: string): Line[] {
  if (how === 'missing') return []
  const { finding } = line
  if (how === 'as it is' || finding.state !== 'known') return [line]
  const fact = finding.fact as Record<string, unknown>
  if (!('outgoing' in fact)) return [line]
  return [{ ...line, finding: { ...finding, fact: how === 'one' ? { outgoing: fact.outgoing } : {} } }]
}

test('no chart makes a judge throw, and whatever it says holds together', () => {
  const known = new Set(allProbes.map(({ id }) => id))
  fc.assert(
    fc.property(
      lines,
      accounts,
      fc.array(message, { maxLength: 3 }),
      fc.array(reply, { maxLength: 3 }),
      ofTheAppLines,
      fc.option(observation, { nil: undefined }),
      fc.array(change, { maxLength: 3 }),
      (found, whose, messages, replies, app, seen, changes) => {
        const rest = { account: whose, messages, replies, changes, ...(seen && { observation: seen }) }
        const chart = chartOf([...found, ...app], rest)
        for (const cause of allCauses) {
          const verdict = cause.judge(chart)
          if (verdict.is === 'undecided') expect(verdict.missing.filter((id) => !known.has(id))).toEqual([])
          if (verdict.is !== 'present') continue
          expect(verdict.weight, cause.id).toBeGreaterThan(0)
          expect(verdict.weight, cause.id).toBeLessThanOrEqual(1)
          expect(verdict.evidence.length, cause.id).toBeGreaterThan(0)
          const { plain } = explained(cause, chart)
          expect(render(foreignName(plain)).length, cause.id).toBeGreaterThan(20)
        }
      },
    ),
    { numRuns: 800 },
  )
})

test('a healthy chart names nothing', () => {
  for (const client of [undefined, 'apple-mail', 'outlook'] as const) {
    const chart = chartOf(healthy, { account: { ...account, ...(client && { client }) } })
    expect(allCauses.filter((cause) => cause.judge(chart).is === 'present').map(({ id }) => id)).toEqual([])
  }
})

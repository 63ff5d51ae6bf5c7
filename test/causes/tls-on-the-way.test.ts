import { describe, expect, test } from 'vitest'
import { starttlsStripped } from '../../src/causes/tls/starttls-stripped.ts'
import { tlsCutInPath } from '../../src/causes/tls/tls-cut-in-path.ts'
import { foreignName } from '../../src/core/sentence.ts'
import type { Encryption } from '../../src/probes/lib/encryption-fact.ts'
import { serverRoute } from '../../src/probes/path/server-route.ts'
import { capabilities } from '../../src/probes/server/capabilities.ts'
import { greeting } from '../../src/probes/server/greeting.ts'
import { publishedSettings } from '../../src/probes/server/published-settings.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'
import { found, incoming, noon, outgoing, presentBy, sick } from './chart.ts'

type One = NonNullable<Encryption['outgoing']>
const smtp: One = { host: outgoing.host, port: 587, mode: 'starttls', outcome: 'reset' }
const imap: One = { host: incoming.host, port: 993, mode: 'tls', outcome: 'secured' }
const tls = (one: Partial<One>, other: Partial<One> = {}) =>
  found(encryption, { outgoing: { ...smtp, ...one }, incoming: { ...imap, ...other } })

describe('tls-cut-in-path', () => {
  test('connects, then is cut while encryption begins', () => {
    const { evidence, against } = presentBy(tlsCutInPath, sick([tls({})]))
    expect(evidence).toEqual([
      `Port 587 of ${outgoing.host}: open after 30 ms`,
      `${outgoing.host}, port 587: cut off while encryption began`,
    ])
    expect(against).toEqual([`The encrypted connection to ${incoming.host} is not cut`])
  })

  test('surer when another server is cut alike, or it worked before the network changed', () => {
    const alone = presentBy(tlsCutInPath, sick([tls({})])).weight
    expect(presentBy(tlsCutInPath, sick([tls({}, { outcome: 'reset' })])).weight).toBeGreaterThan(alone)
    const before = [{ ...tls({ outcome: 'secured' }), ago: 3_600_000 }]
    const changes = [{ at: noon - 600_000, what: 'network', line: foreignName('Joined another Wi-Fi') }] as const
    const { weight, evidence } = presentBy(tlsCutInPath, sick([tls({})], { before, changes }))
    expect(weight).toBeGreaterThan(alone)
    expect(evidence.at(-1)).toBe('Joined another Wi-Fi; it worked before that')
  })

  test('not when closed politely or in the other mode', () => {
    expect(tlsCutInPath.judge(sick([tls({ outcome: 'closed' })]))).toEqual({ is: 'absent' })
    expect(tlsCutInPath.judge(sick([tls({ otherMode: { mode: 'tls', works: true } })]))).toEqual({ is: 'absent' })
    const early = { before: [], after: [], auth: [], lost: [], broken: 'reset', security: 'starttls' } as const
    const beforeTls = found(capabilities, { outgoing: { host: outgoing.host, port: 587, ...early } })
    expect(tlsCutInPath.judge(sick([tls({}), beforeTls]))).toEqual({ is: 'absent' })
    expect(tlsCutInPath.judge(sick([], {}, encryption))).toEqual({ is: 'absent' })
  })
})

describe('tls-cut-in-path by silence', () => {
  const silent = tls({ outcome: 'silent' })
  const way = (vpn: boolean) =>
    found(serverRoute, {
      outgoing: { host: outgoing.host, address: '192.0.2.1', route: { interface: vpn ? 'utun4' : 'en0', vpn } },
    })

  test('is a weak sign where no tunnel explains it', () => {
    const { weight, evidence, against } = presentBy(tlsCutInPath, sick([silent, way(false)]))
    expect(weight).toBe(0.45)
    expect(evidence.at(-1)).toBe(`${outgoing.host}, port 587: silence while encryption began`)
    expect(against.at(-1)).toBe(`${outgoing.host} itself may be too busy to encrypt`)
    expect(presentBy(tlsCutInPath, sick([tls({ outcome: 'silent' }, { outcome: 'silent' })])).weight).toBe(0.6)
  })

  test('is left to the tunnel where there is one, and undecided where nobody knows', () => {
    expect(tlsCutInPath.judge(sick([silent, way(true)]))).toEqual({ is: 'absent' })
    expect(tlsCutInPath.judge(sick([silent], {}, serverRoute))).toEqual({ is: 'undecided', missing: [serverRoute.id] })
  })
})

describe('starttls-stripped', () => {
  const gone = { outcome: 'not-offered' } as const
  const masked = found(greeting, {
    outgoing: { host: outgoing.host, port: 587, outcome: 'greeted', masked: true, ms: 40 },
  })

  test('the greeting or the offer arrives overwritten', () => {
    expect(presentBy(starttlsStripped, sick([tls(gone), masked])).evidence).toContain(
      `The greeting of ${outgoing.host} arrives as asterisks`,
    )
    expect(presentBy(starttlsStripped, sick([tls({ ...gone, masked: true })])).weight).toBeGreaterThan(0.9)
  })

  test('it was offered before, or the provider says that it is', () => {
    expect(presentBy(starttlsStripped, sick([tls({ ...gone, offeredBefore: true })])).weight).toBe(0.75)
    const published = found(publishedSettings, { incoming: [], outgoing: [outgoing], tried: [] })
    expect(presentBy(starttlsStripped, sick([tls(gone), published])).evidence).toContain(
      `The provider says that ${outgoing.host} encrypts on port 587`,
    )
  })

  test('unrelated servers greet in the same words', () => {
    const reply = { stage: 'greeting', code: '220', text: 'mail gateway ready' } as const
    const one = { outcome: 'greeted', masked: false, ms: 9 } as const
    const twins = found(greeting, {
      outgoing: { host: outgoing.host, port: 587, ...one, reply: { ...reply, protocol: 'smtp' } },
      incoming: { host: incoming.host, port: 993, ...one, reply: { ...reply, protocol: 'imap' } },
    })
    expect(presentBy(starttlsStripped, sick([tls(gone), twins])).evidence).toContain(
      `${outgoing.host} and ${incoming.host} greet in the same words`,
    )
  })

  test('words slipped in before encryption', () => {
    expect(presentBy(starttlsStripped, sick([tls({ outcome: 'injected' })])).weight).toBe(0.8)
  })

  test('a server may simply lack it, and a masked greeting that encrypts all the same is no cause', () => {
    expect(starttlsStripped.judge(sick([tls(gone)]))).toEqual({ is: 'absent' })
    expect(starttlsStripped.judge(sick([tls({ outcome: 'secured' }), masked]))).toEqual({ is: 'absent' })
    expect(starttlsStripped.judge(sick([tls({ outcome: 'starttls-refused', offeredBefore: true })]))).toEqual({
      is: 'absent',
    })
  })

  test('undecided when the greeting is masked and nobody tried to encrypt', () => {
    expect(starttlsStripped.judge(sick([masked], {}, encryption))).toEqual({
      is: 'undecided',
      missing: [encryption.id],
    })
  })
})

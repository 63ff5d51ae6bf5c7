import { describe, expect, test } from 'vitest'
import { mailPortsBlockedHere, port25Blocked, portBlockedHere } from '../../src/causes/path/blocked-here.ts'
import type { Account } from '../../src/core/mail.ts'
import { serverName } from '../../src/probes/names/server-name.ts'
import { controlHosts } from '../../src/probes/network/control-hosts.ts'
import { openWeb } from '../../src/probes/network/open-web.ts'
import { serverPorts } from '../../src/probes/path/server-ports.ts'
import {
  account,
  allOpen,
  chartOf,
  controls,
  explained,
  found,
  outgoing,
  ports,
  presentBy,
  sick,
  tries,
  unreached,
} from './chart.ts'

const absent = { is: 'absent' }
const webOnly = { 25: 'silent', 465: 'silent', 587: 'silent', 993: 'silent', 443: 'open' } as const
const noPage = found(openWeb, { checks: [], open: false, portal: false })

describe('port-blocked-here', () => {
  const shut = [ports({ ...allOpen, 587: 'silent' }), ...unreached()]
  const everywhere = controls({ 587: 'silent', 465: 'open', 443: 'open' })

  test('silent here and to strangers, while another port passes', () => {
    const chart = sick([...shut, everywhere])
    const verdict = presentBy(portBlockedHere, chart)
    expect(verdict.evidence).toEqual([
      `Port 587 of ${outgoing.host}: no answer within 8 s`,
      'smtp.gmail.com, another provider, cannot be reached on port 587 from here either',
      'smtp.mail.me.com, another provider, cannot be reached on port 587 from here either',
      `${outgoing.host} answers on port 25 in 30 ms`,
    ])
    expect(explained(portBlockedHere, chart).plain).toMatch(/^Your mail leaves by port 587, /)
  })

  test('a router may also refuse in everybody’s place', () => {
    const refused = [ports({ ...allOpen, 587: 'refused' }), ...unreached(), controls({ 587: 'refused', 443: 'open' })]
    expect(presentBy(portBlockedHere, sick(refused)).evidence[0]).toMatch(/refused within 30 ms$/)
  })

  test('what comes in weighs less than what leaves', () => {
    const incoming = sick([
      ports(allOpen, { 993: 'silent' }),
      controls({ 993: 'silent', 443: 'open' }),
      ...unreached(true),
    ])
    expect(presentBy(portBlockedHere, incoming).weight).toBeLessThan(
      presentBy(portBlockedHere, sick([...shut, everywhere])).weight,
    )
  })

  test('not when one stranger answers there, nor when nothing passes', () => {
    expect(portBlockedHere.judge(sick(shut))).toEqual(absent)
    const dead = [ports({ 587: 'silent' }, { 993: 'silent' }), controls({ 587: 'silent', 993: 'silent' }), noPage]
    expect(portBlockedHere.judge(sick([...dead, ...unreached(true)]))).toEqual(absent)
  })

  test('not when this Mac itself forbids it', () => {
    const denied = { 25: 'denied', 465: 'denied', 587: 'denied', 993: 'denied', 443: 'open' } as const
    const chart = sick([ports(denied, denied), controls(denied), ...unreached(true)])
    expect(portBlockedHere.judge(chart)).toEqual(absent)
    expect(mailPortsBlockedHere.judge(chart)).toEqual(absent)
  })

  test('not where there is no address to try', () => {
    const lost = { host: outgoing.host, literal: false, outcome: 'no-such-name', addresses: [], ms: 9 } as const
    const chart = sick([found(serverName, { outgoing: lost }), ...unreached()], {}, serverPorts)
    expect(portBlockedHere.judge(chart)).toEqual(absent)
  })

  test('undecided without strangers, ports or the web', () => {
    const missing = (...ids: string[]) => ({ is: 'undecided', missing: ids })
    expect(portBlockedHere.judge(sick(shut, {}, controlHosts))).toEqual(missing(controlHosts.id))
    expect(portBlockedHere.judge(sick([...shut, controls({ 443: 'open' })]))).toEqual(missing(controlHosts.id))
    const dead = [ports({ 587: 'silent' }, { 993: 'silent' }), controls({ 587: 'silent', 993: 'silent' })]
    expect(portBlockedHere.judge(sick([...dead, ...unreached(true)], {}, openWeb))).toEqual(missing(openWeb.id))
  })
})

describe('mail-ports-blocked-here', () => {
  const shut = [ports(webOnly, webOnly), ...unreached(true)]

  test('no mail port anywhere, and the web is open', () => {
    const { evidence } = presentBy(mailPortsBlockedHere, sick([...shut, controls(webOnly)]))
    expect(evidence.at(-1)).toBe('The web page of captive.apple.com came within 60 ms')
    expect(mailPortsBlockedHere.shadowedBy?.()).not.toContain(portBlockedHere)
    expect(portBlockedHere.shadowedBy?.()).toContain(mailPortsBlockedHere)
  })

  test('not when any mail port is open, nor without the web', () => {
    expect(mailPortsBlockedHere.judge(sick([...shut, controls({ ...webOnly, 993: 'open' })]))).toEqual(absent)
    expect(mailPortsBlockedHere.judge(sick([ports({ ...webOnly, 465: 'open' }, webOnly), controls(webOnly)]))).toEqual(
      absent,
    )
    const dark = { ...webOnly, 443: 'silent' } as const
    const chart = sick([ports(dark, dark), ...unreached(true), controls(dark), noPage])
    expect(mailPortsBlockedHere.judge(chart)).toEqual(absent)
  })

  test('one port alone, seen shut, is not all mail', () => {
    const single: Account = { id: 'a', email: account.email, outgoing }
    const lines = [ports({ 587: 'silent' }), controls({ 587: 'silent', 443: 'open' })]
    expect(mailPortsBlockedHere.judge(chartOf(lines, { account: single }))).toEqual(absent)
  })

  test('undecided without strangers', () => {
    expect(mailPortsBlockedHere.judge(sick(shut, {}, controlHosts))).toEqual({
      is: 'undecided',
      missing: [controlHosts.id],
    })
  })
})

describe('port-25-blocked', () => {
  const old: Account = { ...account, outgoing: { ...outgoing, port: 25 } }
  const on25 = (ends: Parameters<typeof tries>[0]) => [
    found(serverPorts, { outgoing: { host: outgoing.host, configured: 25, tries: tries(ends) } }),
    ...unreached(),
  ]
  const shut = on25({ ...allOpen, 25: 'silent' })

  test('the old port is shut and the port for mail apps is open', () => {
    const { evidence } = presentBy(
      port25Blocked,
      sick([...shut, controls({ 25: 'silent', 443: 'open' })], { account: old }),
    )
    expect(evidence).toContain(`Port 465 of ${outgoing.host}: open after 30 ms`)
    expect(evidence).toContain(`Port 587 of ${outgoing.host}: open after 30 ms`)
  })

  test('needs no stranger, and explains the blocked port', () => {
    expect(presentBy(port25Blocked, sick(shut, { account: old }, controlHosts)).evidence).toHaveLength(3)
    expect(portBlockedHere.shadowedBy?.()).toContain(port25Blocked)
  })

  test('not on another port, with strangers open, when refused, or with nothing better', () => {
    const judge = (lines: Parameters<typeof sick>[0]) =>
      port25Blocked.judge(sick(lines, { account: old }, controlHosts))
    expect(port25Blocked.judge(sick(shut))).toEqual(absent)
    expect(port25Blocked.judge(sick(shut, { account: old }))).toEqual(absent)
    expect(judge(on25({ ...allOpen, 25: 'refused' }))).toEqual(absent)
    expect(judge(on25({ 25: 'silent', 443: 'open' }))).toEqual(absent)
  })
})

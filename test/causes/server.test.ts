import { describe, expect, test } from 'vitest'
import { serverBansYou } from '../../src/causes/server/server-bans-you.ts'
import { serverDown } from '../../src/causes/server/server-down.ts'
import { serverPortClosed } from '../../src/causes/server/server-port-closed.ts'
import { joinedAnotherNetwork } from '../../src/core/network.ts'
import { say } from '../../src/core/sentence.ts'
import { resolvers } from '../../src/probes/names/resolvers.ts'
import { serverName } from '../../src/probes/names/server-name.ts'
import { controlHosts } from '../../src/probes/network/control-hosts.ts'
import { openWeb } from '../../src/probes/network/open-web.ts'
import { serverPorts } from '../../src/probes/path/server-ports.ts'
import { greeting } from '../../src/probes/server/greeting.ts'
import { providerStatus } from '../../src/probes/server/provider-status.ts'
import { signIn } from '../../src/probes/sign-in/sign-in.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'
import {
  allOpen,
  chartOf,
  controls,
  explained,
  found,
  noon,
  outgoing,
  ports,
  presentBy,
  sick,
  tries,
  unreached,
} from './chart.ts'

const absent = { is: 'absent' }
const missing = (...ids: string[]) => ({ is: 'undecided', missing: ids })
const allSilent = { 25: 'silent', 465: 'silent', 587: 'silent', 143: 'silent', 993: 'silent', 443: 'silent' } as const
const refusedBefore = [
  { ...found(signIn, { outgoing: { host: outgoing.host, outcome: 'refused', ms: 100 } }), ago: 1_800_000 },
]

describe('server-down', () => {
  const shut = [ports(allSilent), ...unreached()]

  test('nothing of it answers, and strangers do on the same port', () => {
    expect(presentBy(serverDown, sick(shut)).evidence).toEqual([
      `Port 587 of ${outgoing.host}: no answer within 8 s`,
      'All 6 ports tried there are shut',
      'smtp.gmail.com answers on port 587 in 30 ms',
      'smtp.mail.me.com answers on port 587 in 30 ms',
    ])
    expect(serverDown.blames).toBe('server')
  })

  test('an incident that the provider reports supports it', () => {
    const feeds = [{ provider: 'Apple', service: 'iCloud Mail', outcome: 'incident', title: 'Outage' }] as const
    const chart = sick([...shut, found(providerStatus, { feeds })])
    expect(presentBy(serverDown, chart).evidence).toContain('Apple reports trouble with iCloud Mail: Outage')
  })

  test('sign-ins refused before speak for a ban instead', () => {
    expect(presentBy(serverDown, sick(shut, { before: refusedBefore })).against).toEqual([
      'A sign-in was refused 30 minutes ago',
    ])
  })

  test('its name is answered for by nobody, though others are found', () => {
    const lost = { host: outgoing.host, literal: false, outcome: 'failed', addresses: [], ms: 900 } as const
    const contrast = {
      name: outgoing.host,
      system: 'failed',
      public: 'failed',
      systemAddresses: [],
      publicAddresses: [],
      agree: true,
    } as const
    const view = { from: 'system', server: 'system', name: 'www.apple.com', outcome: 'answered', ms: 10 } as const
    const chart = sick([
      found(serverName, { outgoing: lost }),
      found(resolvers, { views: [view, { ...view, from: 'public', server: '1.1.1.1' }], contrast: [contrast] }),
      ports({}),
      ...unreached(),
    ])
    expect(presentBy(serverDown, chart).evidence[0]).toBe(
      `Nobody answers for the name ${outgoing.host}, here or elsewhere`,
    )
  })

  test('a bridge on this Mac is simply not running', () => {
    const bridge = { ...outgoing, host: '127.0.0.1', port: 1025 }
    const closed = found(serverPorts, {
      outgoing: { host: bridge.host, configured: 1025, tries: tries({ 1025: 'refused', 465: 'refused' }, '127.0.0.1') },
    })
    const chart = chartOf([closed], { account: { id: 'b', email: 'anna@example.org', outgoing: bridge } })
    expect(explained(serverDown, chart).plain).toMatch(/^The mail bridge on this Mac is not running/)
  })

  test('not when anything of it is open, nor when strangers are shut, too', () => {
    expect(serverDown.judge(sick([ports({ ...allSilent, 443: 'open' }), ...unreached()]))).toEqual(absent)
    expect(serverDown.judge(sick([...shut, controls(allSilent)]))).toEqual(absent)
    expect(serverDown.judge(sick([]))).toEqual(absent)
  })

  test('undecided while nothing passes at all, neither mail of strangers nor the web', () => {
    const nothing = [controls(allSilent), found(openWeb, { checks: [], open: false, portal: false })]
    const chart = sick([...nothing, ports(allSilent, allSilent), ...unreached(true)])
    expect(serverDown.judge(chart)).toEqual(missing(controlHosts.id, openWeb.id))
  })

  test('undecided without strangers, or when nobody tried its ports', () => {
    expect(serverDown.judge(sick(shut, {}, controlHosts))).toEqual(missing(controlHosts.id))
  })
})

describe('server-port-closed', () => {
  test('refused at once, with another of its ports open', () => {
    const chart = sick([ports({ ...allOpen, 587: 'refused' }), ...unreached()])
    const verdict = presentBy(serverPortClosed, chart)
    expect(verdict.evidence.slice(0, 2)).toEqual([
      `Port 587 of ${outgoing.host}: refused within 30 ms`,
      `Port 465 of ${outgoing.host}: open after 30 ms`,
    ])
    expect(explained(serverPortClosed, chart).plain).toMatch(/Another door of it is open/)
  })

  test('with only the other service open there is no port to offer', () => {
    const chart = sick([ports({ 587: 'refused', 465: 'refused', 993: 'open' }), ...unreached()])
    presentBy(serverPortClosed, chart)
    expect(
      explained(serverPortClosed, sick([ports({ 587: 'refused', 993: 'open' }, { 993: 'refused' }), ...unreached()]))
        .plain,
    ).toMatch(/does not answer at the moment/)
  })

  test('silent is weaker, and needs a stranger that answers there', () => {
    const silent = [ports({ ...allOpen, 587: 'silent' }), ...unreached()]
    const { weight, against } = presentBy(serverPortClosed, sick(silent))
    expect(weight).toBeLessThan(0.7)
    expect(against).toHaveLength(1)
    expect(serverPortClosed.judge(sick(silent, {}, controlHosts))).toEqual(missing(controlHosts.id))
  })

  test('not when strangers are shut there, too, or nothing of it is open', () => {
    const refused = [ports({ ...allOpen, 587: 'refused' }), ...unreached()]
    expect(serverPortClosed.judge(sick([...refused, controls({ 587: 'refused', 443: 'open' })]))).toEqual(absent)
    expect(serverPortClosed.judge(sick([ports(allSilent), ...unreached()]))).toEqual(absent)
  })
})

describe('server-bans-you', () => {
  const shut = [ports({ ...allSilent, 443: 'open' }), ...unreached()]

  test('all mail shut and the web open on one host, while strangers answer', () => {
    const { evidence, against } = presentBy(serverBansYou, sick(shut))
    expect(evidence).toContain(`Port 443 of ${outgoing.host}: open after 30 ms`)
    expect(against).toEqual(['No sign-in is known to have been refused before'])
  })

  test('surer after refused sign-ins', () => {
    const { weight, against } = presentBy(serverBansYou, sick(shut, { before: refusedBefore }))
    expect(weight).toBe(0.9)
    expect(against).toEqual([])
  })

  test('not when strangers are shut, too, nor when a mail port is open', () => {
    expect(serverBansYou.judge(sick([...shut, controls({ ...allSilent, 443: 'open' })]))).toEqual(absent)
    expect(serverBansYou.judge(sick([ports({ ...allSilent, 465: 'open', 443: 'open' }), ...unreached()]))).toEqual(
      absent,
    )
    expect(serverBansYou.judge(sick([], { before: refusedBefore }))).toEqual(absent)
  })

  test('undecided without strangers', () => {
    expect(serverBansYou.judge(sick(shut, {}, controlHosts))).toEqual(missing(controlHosts.id))
  })
})

describe('the same server on another network', () => {
  const shut = [ports(allSilent), ...unreached()]
  const minutes = 60_000
  const answered = (ago: number, host = outgoing.host) => ({
    ...found(encryption, { outgoing: { host, port: 587, mode: 'starttls', outcome: 'secured' } }),
    ago: ago * minutes,
  })
  const moved = (ago: number, line = joinedAnotherNetwork) => [
    { at: noon - ago * minutes, what: 'network', line } as const,
  ]
  const said = 'It answered 20 minutes ago, before this Mac joined another network'
  const against = (rest: Parameters<typeof sick>[1]) => presentBy(serverDown, sick(shut, rest)).against

  test('where it answered within the hour, that speaks against its being down', () => {
    expect(against({ before: [answered(20)], changes: moved(10) })).toEqual([said])
  })

  test('and for being kept out, after refused sign-ins', () => {
    const before = [...refusedBefore, answered(20)]
    const gone = sick([ports({ ...allSilent, 443: 'silent' }), ...unreached()], { before, changes: moved(10) })
    expect(presentBy(serverBansYou, gone).evidence).toContainEqual(said)
  })

  test.each([
    ['the network is the same', { before: [answered(20)] }],
    ['the network only came back', { before: [answered(20)], changes: moved(10, say('The network came back')) }],
    ['it answered in this one', { before: [answered(5)], changes: moved(10) }],
    ['it answered too long ago', { before: [answered(61)], changes: moved(10) }],
    ['it was another server', { before: [answered(20, 'old.example.org')], changes: moved(10) }],
  ])('is no witness where %s', (_, rest) => {
    expect(against(rest)).toEqual([])
  })
})

test('with a server that says nothing and ports that nobody tried, it waits for the ports', () => {
  const silent = { outcome: 'silent', masked: false, ms: 10_000 } as const
  const heard = found(greeting, { outgoing: { host: outgoing.host, port: 587, ...silent } })
  expect(serverDown.judge(sick([heard], {}, serverPorts))).toEqual(missing(serverPorts.id))
})

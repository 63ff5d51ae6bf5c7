import { describe, expect, test } from 'vitest'
import { cannotSee } from '../../src/causes/client/cannot-see.ts'
import { allCauses } from '../../src/causes/index.ts'
import { onlyUsBlocked } from '../../src/causes/lib/kept-out.ts'
import { noNetwork } from '../../src/causes/network/no-network.ts'
import { serverDown } from '../../src/causes/server/server-down.ts'
import type { Account } from '../../src/core/mail.ts'
import type { Reach } from '../../src/core/network.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { clientSockets, type SocketState } from '../../src/probes/client/client-sockets.ts'
import { filters } from '../../src/probes/client/filters.ts'
import { allProbes } from '../../src/probes/index.ts'
import { resolvers } from '../../src/probes/names/resolvers.ts'
import { serverName } from '../../src/probes/names/server-name.ts'
import { openWeb } from '../../src/probes/network/open-web.ts'
import { wayOut } from '../../src/probes/network/way-out.ts'
import {
  account,
  allOpen,
  controls,
  explained,
  found,
  incoming,
  type Line,
  noon,
  outgoing,
  ports,
  sick,
  unreached,
} from './chart.ts'

const inMail: Account = { ...account, client: 'apple-mail' }
const waits = [{ id: 'm1', waitingSince: noon - 600_000, state: 'waiting' as const }]

const sockets = (out: SocketState, into: SocketState): Line =>
  found(clientSockets, {
    client: 'apple-mail',
    servers: {
      outgoing: { host: outgoing.host, port: outgoing.port, state: out },
      incoming: { host: incoming.host, port: incoming.port, state: into },
    },
    count: 2,
  })

/** Every port of the account's servers ends so for us, and so do those of strangers, where `all`. */
function shut(end: Reach, all: boolean): Line[] {
  const ends = { 25: end, 465: end, 587: end, 993: end, 443: end }
  const nothing = found(openWeb, { checks: [], open: false, portal: false })
  const silent = found(resolvers, { views: [], noneConfigured: false, contrast: [] })
  return [ports(ends, ends), ...unreached(true), ...(all ? [controls(ends), nothing, silent] : [])]
}

const at = (address: string): Line => {
  const one = { literal: false, outcome: 'answered', addresses: [{ address, family: 4 }], ms: 9 } as const
  return found(serverName, { outgoing: { host: outgoing.host, ...one }, incoming: { host: incoming.host, ...one } })
}

const lulu: Line = found(filters, {
  filters: [{ name: 'com.objective-see.lulu', product: 'LuLu', kind: 'network', state: 'installed' }],
})

const namedOf = (lines: readonly Line[], messages: typeof waits | [] = []) =>
  diagnose(sick(lines, { account: inMail, messages }), allCauses, allProbes)

const ids = (lines: readonly Line[], messages: typeof waits | [] = []) =>
  namedOf(lines, messages).causes.map(({ id }) => id)

describe('whom only this tool cannot reach', () => {
  const ends: Reach[] = ['denied', 'silent', 'refused', 'reset', 'unreachable']
  const cases = ends.flatMap((end) => [true, false].map((all) => [end, all] as const))

  test.for(cases)('%s, everything: %s: nobody is accused while Mail is connected', ([end, all]) => {
    const answer = namedOf([...shut(end, all), sockets('established', 'established')])
    expect(answer.causes.map(({ id }) => id)).toEqual([cannotSee.id])
    expect(answer.status).toBe('unsure')
    expect(answer.undecided).toEqual([])
  })

  test.for(ends)('%s: the idle connection for receiving is enough', (end) => {
    expect(ids([...shut(end, true), sockets('none', 'established')])).toEqual([cannotSee.id])
  })

  test('one that Mail does not hold accuses as before, and so does one held to another server', () => {
    const silent = shut('silent', false)
    expect(ids([...silent, sockets('none', 'none')])).toEqual([serverDown.id])
    expect(ids([...silent, sockets('syn-sent', 'syn-sent')])).toEqual([serverDown.id])
    expect(ids([...silent, sockets('elsewhere', 'elsewhere')])).toEqual([serverDown.id])
  })

  test('a message that is stuck makes a connection of the app doubtful, unless we were forbidden', () => {
    const both = sockets('established', 'established')
    expect(ids([...shut('silent', true), both], waits)).toContain(noNetwork.id)
    expect(ids([...shut('denied', true), both], waits)).toEqual([cannotSee.id])
  })

  test('a Mac without any way out has only leftovers of connections', () => {
    const network = { interfaces: [], ipv4: false, ipv6: false }
    const off = found(wayOut, { network, connected: false })
    expect(ids([...shut('unreachable', true), off, sockets('established', 'established')])).toEqual([noNetwork.id])
  })

  test('where we reach the server ourselves, nothing is kept from us', () => {
    expect(onlyUsBlocked(sick([sockets('established', 'established')], { account: inMail }))).toBeUndefined()
  })
})

describe('by what', () => {
  const both = sockets('established', 'established')
  const by = (...lines: Line[]) => {
    const chart = sick([...lines, both], { account: inMail })
    const verdict = cannotSee.judge(chart)
    if (verdict.is !== 'present') throw new Error('nothing keeps us out')
    return { by: onlyUsBlocked(chart)?.by, words: explained(cannotSee, chart) }
  }

  test.for(['192.168.1.20', '10.0.0.9', '172.16.4.4', 'fd00::5'])('%s: the permission of macOS', (address) => {
    for (const end of ['denied', 'unreachable'] as const) {
      const found = by(...shut(end, false), at(address), lulu)
      expect(found.by).toBe('local-network')
      expect(found.words.details.join()).toContain('Local Network')
    }
  })

  test('a filter by its name; without one, something', () => {
    const filter = by(...shut('denied', true), lulu)
    expect(filter.by).toBe('filter')
    expect(filter.words.plain).toContain('LuLu')
    expect(by(...shut('silent', true), lulu).by).toBe('filter')
    expect(by(...shut('denied', true)).by).toBe('unknown')
    expect(by(...shut('silent', true), at('192.168.1.20')).by).toBe('unknown')
    expect(by(...shut('denied', true), at('127.0.0.1')).by).toBe('unknown')
  })
})

describe('what this Mac itself forbids', () => {
  test('is no server’s silence and no missing network, whatever Mail holds', () => {
    for (const all of [true, false]) {
      const answer = namedOf([...shut('denied', all), sockets('none', 'none')], waits)
      expect(answer.causes.filter(({ id }) => id === serverDown.id || id === noNetwork.id)).toEqual([])
    }
  })

  test('a server of which another door is open stays without blame', () => {
    expect(serverDown.judge(sick([ports({ ...allOpen, 587: 'denied' })]))).toEqual({ is: 'absent' })
  })
})

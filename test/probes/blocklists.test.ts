import { describe, expect, test } from 'vitest'
import { rendered } from '../../src/core/rendered.ts'
import { publicAddressIn, reversedAddress } from '../../src/probes/lib/public-address.ts'
import { blocklists } from '../../src/probes/server/blocklists.ts'
import { conversation } from '../../src/probes/server/conversation.ts'
import { askAlone, examination, factOf } from '../examination.ts'
import { madeUpNet } from '../made-up-net.ts'
import type { Zone } from '../name-server.ts'

const list = { zone: 'bl.example.net', name: 'Example' }
const sound: Zone = { '2.0.0.127.bl.example.net': { A: ['127.0.0.2'] } }

const said = (...lines: string[]) => ({
  outgoing: { host: 'smtp.example.org', port: 587, steps: lines.map((line) => ({ at: 0, who: 'server', line })) },
})

async function listed(zone: Zone, heard = said('220 hello', '250-mx.example.org Hello [203.0.113.7]')) {
  const { net, asked } = await madeUpNet({ zone })
  const found = await factOf(blocklists, {
    net,
    deep: true,
    outside: { blocklists: [list] },
    facts: [[conversation, heard]],
  })
  return { list: found.fact.lists[0], telling: found.telling, asked: asked() }
}

test('is asked on request only', () => {
  expect(blocklists.when?.(examination({ deep: false }))).toBe(false)
  expect(blocklists.when?.(examination({ deep: true }))).toBe(true)
})

describe('a list', () => {
  test('that names us', async () => {
    const { list: found, telling } = await listed({
      ...sound,
      '7.113.0.203.bl.example.net': { A: ['127.0.0.4', '127.0.0.11'] },
    })
    expect(found).toEqual({ ...list, outcome: 'listed', codes: ['127.0.0.4', '127.0.0.11'] })
    expect(rendered(telling)).toEqual({ tone: 'plain', line: 'Our internet address is listed by Example' })
  })

  test('that does not', async () => {
    const { list: found, telling } = await listed(sound)
    expect(found).toEqual({ ...list, outcome: 'not-listed', codes: [] })
    expect(telling.tone).toBe('good')
  })

  test.each(['127.255.255.252', '127.255.255.254', '127.255.255.255', '127.0.1.255', '198.51.100.9'])(
    'that answers %s has not listed us',
    async (code) => {
      const { list: found, telling } = await listed({ ...sound, '7.113.0.203.bl.example.net': { A: [code] } })
      expect(found).toEqual({ ...list, outcome: 'no-answer', codes: [] })
      expect(telling.tone).toBe('plain')
    },
  )

  test.each([
    ['names nobody', {}],
    ['names everybody', { ...sound, '1.0.0.127.bl.example.net': { A: ['127.0.0.2'] } }],
    ['fails', { ...sound, '1.0.0.127.bl.example.net': 'failed' }],
  ] as const)('that %s is none', async (_, zone) => {
    const us = { '7.113.0.203.bl.example.net': { A: ['127.0.0.2'] } }
    const { list: found } = await listed({ ...zone, ...us })
    expect(found?.outcome).toBe('no-answer')
  })

  test('is asked for an IPv6 address by its nibbles', async () => {
    const { asked } = await listed(sound, said('250-mx.example.org Hello x [IPv6:2001:db8::7]'))
    expect(asked).toContain(`7.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.bl.example.net A`)
  })
})

test.each([[said('250-mx.example.org')], [said()], [{}], [undefined]])('no address, no question: %j', async (heard) => {
  await expect(askAlone(blocklists, { facts: [[conversation, heard]] })).rejects.toThrow('does not tell')
})

describe('our address in the words of a server', () => {
  test.each([
    ['250-smtp.gmail.com at your service, [203.0.113.7]', '203.0.113.7'],
    ['250-mx.example Hello [192.168.1.5] [203.0.113.7]', '203.0.113.7'],
    ['250 mx.example Hello [203.0.113.7], pleased to meet you', '203.0.113.7'],
    ['250-mx.example Hello [2001:DB8::7]', '2001:DB8::7'],
    ['250-mx.example Hello [192.168.1.5]', undefined],
    ['250-mx.example Hello [999.1.1.1]', undefined],
    ['220 mx.example [203.0.113.7]', undefined],
    ['250-SIZE 1000', undefined],
  ])('%s', (line, address) => expect(publicAddressIn([line])).toBe(address))
})

test.each([
  ['203.0.113.7', '7.113.0.203'],
  ['::1', `1.${'0.'.repeat(30)}0`],
  ['2001:db8:1:2:3:4:5:6', '6.0.0.0.5.0.0.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2'],
])('%s in reverse', (address, expected) => expect(reversedAddress(address)).toBe(expected))

import { beforeAll, describe, expect, test } from 'vitest'
import { annas, askedBothWays } from './asked-both-ways.ts'
import { examined } from './examined.ts'

const both = (id: string) => ({ check: id, watch: id })
const up = { way: { largePackets: 'lost-up' } }
const starttls = {
  account: { ...annas({}).account, outgoing: { host: 'mail.example.net', port: 587, security: 'starttls' } },
}
const idsOf = async (world: object) => (await examined(annas(world))).diagnosis.causes.map(({ id }) => id)
const here = (mtu: number) => ({
  interfaces: [{ name: 'en0', kind: 'wifi', addresses: ['192.168.1.23', '2001:db8:ffff::23'], mtu }],
})

describe('large packets that get lost on the way up only', () => {
  beforeAll(async () => void (await examined(annas({}))))

  test('are found by a long word, where encryption begins at once', async () => {
    const scene = annas({ ...up, mac: here(1492) })
    expect(await askedBothWays(scene)).toEqual(both('path-loses-large-packets'))
    const [first] = (await examined(scene)).diagnosis.causes
    expect(first?.evidence).toEqual([
      'mail.example.net, port 465: a short word is answered, and one of 1,900 bytes gets no answer, twice',
      'en0 sends packets of up to 1,492 bytes',
      'The smallest message that is stuck has 18 kB',
    ])
    expect(first?.plain).toMatch(/on its way up/)
  })

  test('and where a greeting comes first', async () => {
    expect(await askedBothWays(annas({ ...up, ...starttls }))).toEqual(both('path-loses-large-packets'))
  })

  test('explain a long first word of encryption that is lost, too', async () => {
    const ids = await idsOf({ ...up, ...starttls })
    expect(ids).not.toContain('large-hello-lost')
    expect(await idsOf({ way: { longHello: 'lost' }, ...starttls })).toContain('large-hello-lost')
  })

  test('are not suspected where a long word is answered, if only with a refusal', async () => {
    expect(await idsOf({})).not.toContain('path-loses-large-packets')
  })

  test('are not suspected of a server that they do not concern', async () => {
    const except = { way: { largePackets: 'lost-up', except: ['mail.example.net'] } }
    expect(await idsOf(except)).not.toContain('path-loses-large-packets')
  })

  test('are not looked for while only a short message waits, or none for long', async () => {
    const probe = async (world: object) =>
      (await examined(annas(world))).findings.find(({ probe: { id } }) => id === 'long-word')
    expect(await probe({ outbox: [{ waiting: '30m', size: 700 }] })).toBeUndefined()
    expect(await probe({ outbox: [{ waiting: '20s', size: 18_000 }] })).toBeUndefined()
    expect(await probe({})).toMatchObject({ finding: { state: 'known', fact: { outcome: 'arrived' } } })
  })
})

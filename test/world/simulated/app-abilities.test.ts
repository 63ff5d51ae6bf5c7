import { beforeAll, describe, expect, test } from 'vitest'
import { rendered } from '../../../src/core/rendered.ts'
import { annas, askedBothWays } from './asked-both-ways.ts'
import { examined } from './examined.ts'

const both = (id: string) => ({ check: id, watch: id })
const app = (more: object, client = 'apple-mail') => ({ mac: { apps: [{ app: client, ...more }] } })
const server = (more: object) => ({ hosts: { 'mail.example.net': more } })
const modern = server({ tls: { min: 'TLSv1.2' } })
const idsOf = async (world: object) => (await examined(annas(world))).diagnosis.causes.map(({ id }) => id)
const bridge = (host: string) => ({
  account: { ...annas({}).account, outgoing: { host, port: 1025, security: 'none' } },
  hosts: { [host]: { ports: { 1025: { protocol: 'smtp', mode: 'clear', auth: ['PLAIN', 'LOGIN'] } } } },
})

describe('what the mail app itself can do', () => {
  beforeAll(async () => void (await examined(annas({}))))

  test('an old Mail cannot do the encryption that the server wants', async () => {
    const scene = annas({ ...modern, ...app({ version: '9.3' }) })
    expect(await askedBothWays(scene)).toEqual(both('tls-too-old'))
    const [first] = (await examined(scene)).diagnosis.causes
    expect(first?.plain).toMatch(/newer encryption than Mail on this Mac/)
    expect(first?.evidence).toContain('Mail 9.3 can do TLSv1 at most')
  })

  test('a newer one is not suspected, nor an old one at an old server', async () => {
    expect(await idsOf({ ...modern, ...app({ version: '16.0' }) })).not.toContain('tls-too-old')
    const old = server({ tls: { min: 'TLSv1', max: 'TLSv1.2' } })
    expect(await idsOf({ ...old, ...app({ version: '9.3' }) })).not.toContain('tls-too-old')
  })

  test('an app that wants more than the server has', async () => {
    const scene = annas({ ...server({ tls: { max: 'TLSv1.2' } }), ...app({ abilities: { tls: { min: 'TLSv1.3' } } }) })
    expect(await askedBothWays(scene)).toEqual(both('tls-too-old'))
  })

  test('a server that offers a way to sign in that Mail does not know', async () => {
    const scene = annas(server({ smtp: { auth: ['DIGEST-MD5'] } }))
    expect(await askedBothWays(scene)).toEqual(both('auth-method-mismatch'))
    expect((await examined(scene)).diagnosis.causes[0]?.plain).toMatch(/Mail knows none of those/)
  })

  test('is not judged where nobody knows what the app can do', async () => {
    const outlook = { account: { ...annas({}).account, client: 'outlook' }, ...app({}, 'outlook') }
    expect(await idsOf({ ...outlook, ...server({ smtp: { auth: ['DIGEST-MD5'] } }) })).not.toContain(
      'auth-method-mismatch',
    )
  })

  test('a helper on this Mac without encryption needs leave to be told the password', async () => {
    const { causes } = (await examined(annas(bridge('127.0.0.1')))).diagnosis
    const named = causes.find(({ id }) => id === 'auth-method-mismatch')
    expect(rendered(named?.details ?? []).join(' ')).toMatch(/a program on this Mac/)
    expect(named?.against).toEqual(['It may be allowed to: that cannot be seen'])
  })

  test('any other server without encryption is no place for a password', async () => {
    const { causes } = (await examined(annas(bridge('mail.example.net')))).diagnosis
    const named = causes.find(({ id }) => id === 'auth-method-mismatch')
    expect(rendered(named?.details ?? []).join(' ')).toMatch(/a port of the server that encrypts/)
    expect(rendered(named?.details ?? []).join(' ')).not.toMatch(/insecure/)
  })

  test('an app that may do so is not suspected, nor one whose mail is not stuck', async () => {
    const may = app({ abilities: { insecure: 'yes' } })
    expect(await idsOf({ ...bridge('127.0.0.1'), ...may })).not.toContain('auth-method-mismatch')
    expect(await idsOf({ ...bridge('127.0.0.1'), outbox: [] })).not.toContain('auth-method-mismatch')
  })
})

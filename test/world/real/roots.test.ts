import { X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../../native/index.d.ts'
import { threads } from '../../../node-bundle.ts'
import type { Certificate } from '../../../src/core/certificate.ts'
import { certificateOf } from '../../../src/world/real/net/certificates.ts'
import { realNet } from '../../../src/world/real/net/net.ts'
import type { NetOptions } from '../../../src/world/real/net/options.ts'
import { rootsWith } from '../../../src/world/real/net/roots.ts'
import { inSession } from '../../../src/world/real/net/sign-in/sign-in.ts'
import type { SignInAttempt } from '../../../src/world/real/net/sign-in/sign-in-types.ts'
import { readSystemRoots, type SystemRoot } from '../../../src/world/real/net/system-roots.ts'
import { identityFor, namedRoot, trustedRoot } from '../../../src/world/simulated/certificate-authority.ts'
import type { SceneCertificate } from '../../../src/world/simulated/schema/hosts.ts'
import { HandClock, settled } from '../../hand-clock.ts'
import { afterwards, never, portOf } from './far-end.ts'

const src = resolve(import.meta.dirname, '../../../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const textOf = (file: string) => readFileSync(join(src, file), 'utf8')

const host = 'mail.example.test'
const company: SceneCertificate = { issuer: { name: 'Example Company', trusted: true } }

async function chainFor(wish: SceneCertificate): Promise<Certificate[]> {
  const { cert } = await identityFor(host, wish, Date.now())
  return cert
    .split(/(?<=-----END CERTIFICATE-----)\s*/)
    .filter(Boolean)
    .map((pem) => certificateOf(new X509Certificate(pem)))
}

async function companyRoot(): Promise<SystemRoot> {
  const pem = await namedRoot('Example Company')
  return { subject: new X509Certificate(pem).subject, pem }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterwards(() => {
    server.close()
    server.closeAllConnections()
  })
  return portOf(server)
}

/** A Mac whose keychains take as long as the test wants. */
function slowMac() {
  const { promise, resolve: answer } = Promise.withResolvers<readonly SystemRoot[] | undefined>()
  let readings = 0
  const systemRoots = () => {
    readings += 1
    return promise
  }
  return { systemRoots, answer, readings: () => readings }
}

async function netOn(options: Partial<NetOptions>, clock = new HandClock(Date.now())) {
  return { clock, net: realNet({ clock, publicRoots: [await trustedRoot()], ...options }) }
}

describe('the thread that reads the Mac’s own roots', () => {
  const thread = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`)
  const sleeping = (ms: string) => `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${ms});`
  const answering = "(await import('node:worker_threads')).parentPort.postMessage([{ subject: 'CN=a', pem: 'b' }])"

  test('holds nobody else up, however long it takes', async () => {
    let turns = 0
    let isOver = false
    const turn = () => {
      turns += 1
      if (!isOver) setImmediate(turn)
    }
    turn()
    expect(await readSystemRoots(thread(`${sleeping('500')} ${answering}`))).toEqual([{ subject: 'CN=a', pem: 'b' }])
    isOver = true
    expect(turns).toBeGreaterThan(100)
  })

  test.each([
    ['hangs', sleeping('Infinity'), 50],
    ['breaks', "throw new Error('trustd')", 60_000],
    ['ends without a word', '', 60_000],
    ['cannot do it', "(await import('node:worker_threads')).parentPort.postMessage(undefined)", 60_000],
  ])('tells nothing where it %s', async (_, source, patienceMs) => {
    expect(await readSystemRoots(thread(source), patienceMs)).toBeUndefined()
  })

  test('gives the authorities of this computer', async () => {
    const found = await readSystemRoots()
    for (const { subject, pem } of found ?? []) expect(new X509Certificate(pem)).toMatchObject({ subject, ca: true })
    expect(found).toBeInstanceOf(Array)
  })

  test('is the only place where they are read, and stands in the packed app', () => {
    const code = (file: string) => textOf(file).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    expect(files.filter((file) => /getCACertificates\((?!'bundled')/.test(code(file)))).toEqual([
      'world/real/net/system-roots-thread.ts',
    ])
    const begun = files.flatMap((file) =>
      [...textOf(file).matchAll(/'\.\/([\w-]+\.ts)' : /g)].map(([, name = '']) => join(dirname(file), name)),
    )
    expect(begun).toContain('world/real/net/system-roots-thread.ts')
    expect(threads).toEqual(expect.arrayContaining(begun))
  })
})

describe('while they are being read', () => {
  test('a chain that Mozilla’s list knows is judged at once, and nobody reads them for it', async () => {
    const mac = slowMac()
    const { net } = await netOn({ systemRoots: mac.systemRoots })
    expect(await net.trust(await chainFor({}), host, never)).toEqual({
      nameFits: true,
      bundled: true,
      system: true,
      complete: true,
    })
    expect(mac.readings()).toBe(0)
  })

  test('one that only the Mac may know waits, and they are read once for all', async () => {
    const mac = slowMac()
    const { net } = await netOn({ systemRoots: mac.systemRoots })
    const asked = [net.trust(await chainFor(company), host, never), net.trust(await chainFor(company), host, never)]
    mac.answer([await companyRoot()])
    for (const trust of await Promise.all(asked))
      expect(trust).toEqual({ nameFits: true, bundled: false, system: true, complete: true })
    expect(mac.readings()).toBe(1)
  })

  test('and where they do not come, nothing is said of the Mac', async () => {
    const { net, clock } = await netOn({ systemRoots: slowMac().systemRoots })
    const asked = net.trust(await chainFor(company), host, never)
    await settled()
    await clock.pass(9_000)
    expect(await asked).not.toHaveProperty('system')
  })

  test('a page that only the Mac’s own roots vouch for is asked once more when they are there', async () => {
    const mac = slowMac()
    const identity = await identityFor('127.0.0.1', company, Date.now())
    let greeted = 0
    const server = createServer(identity, (_, response) => response.end('inside'))
    server.on('connection', () => {
      greeted += 1
    })
    server.on('tlsClientError', () => void companyRoot().then((root) => mac.answer([root])))
    const port = await listening(server)
    const { net } = await netOn({ systemRoots: mac.systemRoots })
    const page = { url: `https://127.0.0.1:${port}/`, timeoutMs: 20_000 }
    expect(await net.http(page, never)).toMatchObject({ outcome: 'answered', body: 'inside' })
    expect(greeted).toBe(2)
    expect(await net.http(page, never)).toMatchObject({ outcome: 'answered' })
    expect(greeted).toBe(3)
  })

  test('and is bad by what is known where they do not come in time', async () => {
    const identity = await identityFor('127.0.0.1', company, Date.now())
    const refused = Promise.withResolvers<void>()
    const server = createServer(identity).on('tlsClientError', () => refused.resolve())
    const port = await listening(server)
    const { net, clock } = await netOn({ systemRoots: slowMac().systemRoots })
    const asked = net.http({ url: `https://127.0.0.1:${port}/`, timeoutMs: 5_000 }, never)
    await refused.promise
    await settled()
    await clock.pass(5_000)
    expect(await asked).toMatchObject({ outcome: 'bad-certificate', code: 'SELF_SIGNED_CERT_IN_CHAIN' })
  })

  test.each([
    ['SELF_SIGNED_CERT_IN_CHAIN', 2],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 2],
    ['CERT_HAS_EXPIRED', 1],
    ['ECONNREFUSED', 1],
  ])('a sign-in that ended with %s is tried %i times', async (code, times) => {
    const mac = slowMac()
    const roots = rootsWith({ system: mac.systemRoots })
    const asked: SignInAttempt = {
      clock: new HandClock(),
      dial: () => ({ never: 'silent' }),
      roots,
      server: { protocol: 'imap', host, port: 993, security: 'tls' },
      address: '192.0.2.1',
      login: { username: 'a', secret: 'b', method: 'password' },
    }
    let tries = 0
    const session = () =>
      inSession(
        asked,
        async () => {
          tries += 1
          mac.answer([])
          return { outcome: 'failed', code } as const
        },
        1_000,
        never,
      )
    expect(await session()).toMatchObject({ outcome: 'failed', code })
    expect(tries).toBe(times)
    // What is known by now will not change.
    await roots.system()
    await session()
    expect(tries).toBe(times + 1)
  })
})

describe('the Mac’s own verdict', () => {
  const untrusted: Verdict = { trusted: false, code: -67843, reason: '“mail” certificate is not trusted' }
  /** Judged by the Mac, with an empty keychain. */
  async function judged(verdict: Verdict | Error | 'silence', wish: SceneCertificate = company) {
    const asked: [readonly Uint8Array[], string][] = []
    const judge = (chain: readonly Uint8Array[], name: string): Promise<Verdict> => {
      asked.push([chain, name])
      if (verdict === 'silence') return new Promise(() => {})
      return verdict instanceof Error ? Promise.reject(verdict) : Promise.resolve(verdict)
    }
    const mac = slowMac()
    const { net, clock } = await netOn({ judge, systemRoots: mac.systemRoots })
    mac.answer([])
    const chain = await chainFor(wish)
    const looked = net.trust(chain, `${host}.`, never)
    await settled()
    await clock.pass(12_000)
    return { trust: await looked, asked, chain, readings: mac.readings() }
  }

  test('comes first, for and against', async () => {
    const { trust, asked, chain, readings } = await judged({ trusted: true })
    expect(trust).toEqual({ nameFits: true, bundled: false, system: true, complete: true })
    // Where the Mac itself judges, nobody waits for its keychains.
    expect(readings).toBe(0)
    const alone = await judged({ trusted: true }, { ...company, intermediate: 'missing' })
    expect(alone.trust).toMatchObject({ system: true, complete: false })
    expect(asked.map(([ders, name]) => [ders.map((der) => Buffer.from(der).toString('base64')), name])).toEqual([
      [chain.map(({ der }) => der), host],
    ])
    // Somebody has told the Mac not to trust a well-known authority, or it was revoked.
    expect((await judged(untrusted, {})).trust).toMatchObject({
      bundled: true,
      system: false,
      reason: untrusted.reason,
    })
  })

  test.each<[string, Verdict | Error | 'silence']>([
    ['expired', { trusted: false, code: -67818, reason: 'expired' }],
    ['for another name', { trusted: false, code: -67602, reason: 'name' }],
    ['nothing that was judged', { trusted: false, code: -50 }],
    ['a fault of ours', new TypeError('no certificate')],
    ['silence', 'silence'],
  ])('says nothing of an authority where it is %s', async (_, verdict) => {
    expect((await judged(verdict, {})).trust).toEqual({ nameFits: true, bundled: true, system: true, complete: true })
    expect((await judged(verdict)).trust).toMatchObject({ bundled: false, system: false })
  })

  test('does not speak of an authority that somebody named', async () => {
    const judge = async () => untrusted
    const { net } = await netOn({ judge, extraRoots: [(await companyRoot()).pem], systemRoots: [] })
    expect(await net.trust(await chainFor(company), host, never)).toMatchObject({ system: true, complete: true })
  })

  test('is cleaned: its words come from certificates', async () => {
    const { trust } = await judged({ ...untrusted, reason: '“\u001b[31mmail”\r\nis not trusted' })
    expect(trust.reason).toContain('is not trusted')
    expect([...(trust.reason ?? '')].filter((letter) => letter < ' ')).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unverifiedTlsOptions } from '../../../src/world/real/net/handshake.ts'
import { levelOf, lowestLevel } from '../../../src/world/real/net/old-tls.ts'
import { tlsFailure } from '../../../src/world/real/net/tls-failure.ts'

const src = resolve(import.meta.dirname, '../../../src')

/** As Node throws it; without a number, its code is told. */
const thrown = (code: string, message: string) => Object.assign(new Error(message), { code })
/** As Electron tells it: the library's own line, in an error of the socket. */
const boring = (number: string, reason: string) =>
  thrown(
    'EPROTO',
    `write EPROTO 4393782720:error:${number}:SSL routines:OPENSSL_internal:${reason}:../../third_party/boringssl/src/ssl/handshake_client.cc:569:\n`,
  )

describe('the two TLS libraries say the same in their own words', () => {
  test.each<[Error, string, string]>([
    [boring('100000f7', 'WRONG_VERSION_NUMBER'), 'not-tls', 'ERR_SSL_WRONG_VERSION_NUMBER'],
    [boring('1000009c', 'HTTP_REQUEST'), 'not-tls', 'ERR_SSL_HTTP_REQUEST'],
    [boring('100000f0', 'UNSUPPORTED_PROTOCOL'), 'no-common-version', 'ERR_SSL_UNSUPPORTED_PROTOCOL'],
    [boring('1000042e', 'TLSV1_ALERT_PROTOCOL_VERSION'), 'no-common-version', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
    [boring('10000118', 'NO_SUPPORTED_VERSIONS_ENABLED'), 'no-common-version', 'ERR_SSL_NO_SUPPORTED_VERSIONS_ENABLED'],
    [boring('10000410', 'SSLV3_ALERT_HANDSHAKE_FAILURE'), 'no-common-cipher', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'],
    [
      boring('1000042f', 'TLSV1_ALERT_INSUFFICIENT_SECURITY'),
      'no-common-cipher',
      'ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY',
    ],
    // The file it happened in is called after handshakes; that says nothing about this one.
    [boring('10000072', 'BAD_SIGNATURE'), 'failed', 'ERR_SSL_BAD_SIGNATURE'],
    [
      thrown(
        'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
        '0:error:0A000410:SSL routines:ssl3_read_bytes:ssl/tls alert handshake failure:x.c:907:SSL alert number 40',
      ),
      'no-common-cipher',
      'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
    ],
    [
      thrown(
        'EPROTO',
        'write EPROTO 0:error:1425F102:SSL routines:ssl_choose_client_version:unsupported protocol:../deps/x.c:1929:',
      ),
      'no-common-version',
      'ERR_SSL_UNSUPPORTED_PROTOCOL',
    ],
    [thrown('ERR_SSL_PACKET_LENGTH_TOO_LONG', ''), 'not-tls', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'],
    [thrown('EPROTO', 'write EPROTO'), 'failed', 'EPROTO'],
    [new Error('handshake failure'), 'failed', 'UNKNOWN'],
  ])('%s', (error, outcome, code) => {
    expect(tlsFailure(error)).toEqual({ outcome, code })
  })
})

describe('old versions', () => {
  test('by the version alone where the library has no security levels, as Electron’s', () => {
    const refuses = ({ ciphers }: { ciphers: string }) => {
      if (ciphers.includes('@')) throw thrown('ERR_SSL_INVALID_COMMAND', 'INVALID_COMMAND')
    }
    expect(levelOf(refuses)).toBe('')
    expect(levelOf(() => ({}))).not.toBe('')
  })

  test('and what this library is given, it takes', () => {
    const options = unverifiedTlsOptions('mail.example.test', { min: 'TLSv1', max: 'TLSv1.1' })
    expect(options).toMatchObject({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' })
    expect(options.ciphers).toBe(lowestLevel() ? `DEFAULT${lowestLevel()}` : undefined)
    expect(unverifiedTlsOptions('mail.example.test', undefined)).not.toHaveProperty('ciphers')
  })
})

/** What OpenSSL knows and BoringSSL does not, each with a line that would be it. */
const opensslOnly: readonly [RegExp, string][] = [
  [/@(SECLEVEL|STRENGTH)/, "ciphers: 'ALL@SECLEVEL=0'"],
  [
    /\b(DHE|EDH|ADH|kDHE|kEDH|aNULL|eNULL|NULL|EXPORT|RC4|SEED|CAMELLIA\d*|ARIA\d*|kSRP|aDSS)-[A-Z]|[!+:-](aNULL|eNULL|kDHE|EXPORT|RC4|SRP|PSK|DSS)\b/,
    "'DHE-RSA-AES128-SHA'",
  ],
  [
    /\b(secureProtocol|secureOptions|dhparam|honorCipherOrder|sigalgs|clientCertEngine|privateKeyEngine|pskCallback|sessionIdContext|ticketKeys)\b/,
    'secureOptions: 4',
  ],
  // Both take a list of groups (SSL_CTX_set1_groups_list); these names stand in both.
  [/\becdhCurve: (?!'((X25519|P-256|P-384|P-521)(:|'))+)/, "ecdhCurve: 'secp256k1'"],
  [/--(tls-min-v1|openssl-|use-openssl-ca|use-system-ca)/, "'--openssl-legacy-provider'"],
  [
    /ssl routines|alert (number|handshake|protocol|insufficient)|(ssl3|tls)_(read|process|get|choose|early)_/i,
    '/alert handshake failure/',
  ],
  [/create(Hash|Hmac)\(\s*'(?!sha(1|224|256|384|512)'|md5')/, "createHash('ripemd160')"],
  [/\b(createDiffieHellman|getDiffieHellman|setEngine|getCiphers|getHashes)\b/, 'createDiffieHellman(512)'],
]
/** The one place where the library is asked whether it takes such a word, and the one that parts its line of text. */
const mayName = ['world/real/net/old-tls.ts', 'world/real/net/tls-failure.ts']

describe('nothing that only OpenSSL knows', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|tsx|js)$/.test(file))
  /** Without comments, so that prose may name what code may not. */
  const codeOf = (file: string) =>
    readFileSync(join(src, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

  test.each(opensslOnly)('%s', (pattern, example) => {
    expect(example).toMatch(pattern)
    const found = files.filter((file) => !mayName.includes(file) && pattern.test(codeOf(file)))
    expect(found).toEqual([])
  })
})

import type { Handshake } from '../../../core/world.ts'
import { codeOf } from '../reach.ts'

type Failure = Exclude<Handshake['outcome'], 'secured' | 'silent' | 'injected'>

/**
 * The reasons of OpenSSL (err/openssl.txt; Node in a terminal) and of BoringSSL (crypto/err/ssl.errordata; Electron), by
 * their names without the words before an alert.
 */
const families: Readonly<Partial<Record<Failure, readonly string[]>>> = {
  'not-tls': [
    'WRONG_VERSION_NUMBER',
    'HTTP_REQUEST',
    'HTTPS_PROXY_REQUEST',
    'UNKNOWN_PROTOCOL',
    // OpenSSL alone.
    'PACKET_LENGTH_TOO_LONG',
    'BAD_RECORD_TYPE',
    // BoringSSL alone.
    'ENCRYPTED_LENGTH_TOO_LONG',
    'UNEXPECTED_RECORD',
  ],
  'no-common-version': [
    'ALERT_PROTOCOL_VERSION',
    'UNSUPPORTED_PROTOCOL',
    'WRONG_SSL_VERSION',
    'NO_PROTOCOLS_AVAILABLE',
    'VERSION_TOO_LOW',
    'NO_SUPPORTED_VERSIONS_ENABLED',
  ],
  'no-common-cipher': [
    'ALERT_HANDSHAKE_FAILURE',
    'ALERT_INSUFFICIENT_SECURITY',
    'NO_SHARED_CIPHER',
    'NO_CIPHERS_AVAILABLE',
    'NO_CIPHER_MATCH',
    'DH_KEY_TOO_SMALL',
    'HANDSHAKE_FAILURE_ON_CLIENT_HELLO',
    'NO_SHARED_GROUP',
  ],
}
const byReason = new Map(
  Object.entries(families).flatMap(([failure, reasons]) => reasons.map((reason) => [reason, failure as Failure])),
)

/** Names what went wrong in a TLS handshake, by the reason the TLS library gives. */
export function tlsFailure(error: Error): { outcome: Failure; code: string } {
  const code = codeOf(error) ?? 'UNKNOWN'
  // Node's own word for a FIN in mid-handshake has no errno; a true reset has one.
  if (code === 'ECONNRESET') return { outcome: 'errno' in error && error.errno ? 'reset' : 'closed', code }
  const reason = reasonOf(code, error.message)
  if (reason === undefined) return { outcome: 'failed', code }
  const outcome = byReason.get(reason.replace(/^(SSLV3|TLSV1|TLSV13|SSL\/TLS)_(?=ALERT_)/, ''))
  return { outcome: outcome ?? 'failed', code: `ERR_SSL_${reason}` }
}

/**
 * `WRONG_VERSION_NUMBER`. Node makes a code of it; from BoringSSL it comes as EPROTO, with the reason as the fifth field
 * of the text (ERR_error_string: `error:NUMBER:SSL routines:OPENSSL_internal:REASON:FILE:LINE`).
 */
function reasonOf(code: string, text: string): string | undefined {
  if (code.startsWith('ERR_SSL_')) return code.slice('ERR_SSL_'.length)
  const [, words] = /\berror:[0-9a-f]+:SSL routines:[^:]*:([^:]+)/i.exec(text) ?? []
  return words?.trim().replaceAll(' ', '_').toUpperCase()
}

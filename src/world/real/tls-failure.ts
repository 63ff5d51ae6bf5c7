import type { Handshake } from '../../core/world.ts'
import { codeOf } from './reach.ts'

type Failure = Exclude<Handshake['outcome'], 'secured' | 'silent' | 'injected'>

// OpenSSL (Node) and BoringSSL (Electron) name the same faults differently, in codes and in texts.
const families: readonly [RegExp, Failure][] = [
  [/wrong.version.number|packet.length.too.long|http.request|unknown.protocol|bad.record.type/i, 'not-tls'],
  [/alert.protocol.version|unsupported.protocol|no.protocols.available|version.too.low/i, 'no-common-version'],
  [
    /handshake.failure|no.shared.cipher|insufficient.security|no.ciphers.available|dh.key.too.small/i,
    'no-common-cipher',
  ],
]

/** Names what went wrong in a TLS handshake, by the error's code and, where that says nothing, by its text. */
export function tlsFailure(error: Error): { outcome: Failure; code: string } {
  const code = codeOf(error) ?? 'UNKNOWN'
  // Node's own word for a FIN in mid-handshake has no errno; a true reset has one.
  if (code === 'ECONNRESET') return { outcome: 'errno' in error && error.errno ? 'reset' : 'closed', code }
  const family = families.find(([words]) => words.test(code)) ?? families.find(([words]) => words.test(error.message))
  return { outcome: family?.[1] ?? 'failed', code }
}

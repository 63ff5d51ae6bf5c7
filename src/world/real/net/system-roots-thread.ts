import { X509Certificate } from 'node:crypto'
import { getCACertificates } from 'node:tls'
import { parentPort } from 'node:worker_threads'
import type { SystemRoot } from './system-roots.ts'

/**
 * On a Mac this asks trustd about every certificate of the keychains, one after the other: 5 to 48 seconds on Macs of
 * real people (nodejs/node#63313). Node before 22.15 cannot do it at all.
 */
function systemRoots(): SystemRoot[] | undefined {
  return typeof getCACertificates === 'function' ? getCACertificates('system').flatMap(authority) : undefined
}

/** Mail collects the certificates of whoever signs a message; those are nobody's authority. */
function authority(pem: string): SystemRoot[] {
  try {
    const { subject, ca } = new X509Certificate(pem)
    return ca ? [{ subject, pem }] : []
  } catch {
    // A keychain may hold what the TLS library cannot read; that root is trusted by nobody here.
    return []
  }
}

parentPort?.postMessage(systemRoots())

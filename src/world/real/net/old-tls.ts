import { createSecureContext } from 'node:tls'

const lowest = ':@SECLEVEL=0'
let found: typeof lowest | '' | undefined

/**
 * What a cipher string needs at its end for TLS before 1.2 and for small keys. OpenSSL 3 takes those at security level 0
 * only; BoringSSL (Electron) has no levels, refuses the word (INVALID_COMMAND) and goes by `minVersion` alone. The
 * library at hand is asked, once.
 */
export function lowestLevel(): typeof lowest | '' {
  found ??= levelOf(createSecureContext)
  return found
}

export function levelOf(create: (options: { ciphers: string; ca: string[] }) => unknown): typeof lowest | '' {
  try {
    create({ ciphers: `DEFAULT${lowest}`, ca: [] })
    return lowest
  } catch {
    // A TLS library without the notion of levels.
    return ''
  }
}

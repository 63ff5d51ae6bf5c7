/** How the Mac's own addon is called. It is optional: without it, the commands of the system serve. */
export interface NativeAddon {
  /**
   * Calls back with the path packets would take now, and whenever it changes; never on another thread. Watching does not
   * keep the process alive. The returned function ends it, and may be called again.
   */
  watchPath(changed: (path: NetworkPath) => void): () => void

  /**
   * The verdict of this Mac on a certificate chain for a TLS server of that name, as its mail apps get it: keychain,
   * profiles and revocation included. The chain is in DER, the server's own certificate first. Rejects with a
   * `TypeError` for what is no certificate; may take seconds, since missing certificates are fetched.
   */
  judgeChain(chain: readonly Uint8Array[], host: string): Promise<Verdict>

  /**
   * Whether this process may send Apple events to the program of this bundle identifier, as the system's own number
   * (`AEDeterminePermissionToAutomateTarget`): 0 granted, -1743 refused, -1744 not asked yet, -600 the program does not
   * run, so that nobody can tell. Asks nobody anything. Answers as soon as the system does, which may be never.
   */
  automationStatus(bundle: string): Promise<number>
}

/** NWPath. `satisfied`: there is a usable way out, which does not say that the internet works. */
export interface NetworkPath {
  status: 'satisfied' | 'unsatisfied' | 'satisfiable' | 'invalid'
  /** Why it is not satisfied, where the system says (macOS 11 and later; `vpn-inactive`: 14). */
  reason?: 'not-available' | 'cellular-denied' | 'wifi-denied' | 'local-network-denied' | 'vpn-inactive'
  /** A hotspot, where data may cost money. */
  expensive: boolean
  /** Low Data Mode. */
  constrained: boolean
  dns: boolean
  ipv4: boolean
  ipv6: boolean
  /** The best first. */
  interfaces: { name: string; kind: 'wifi' | 'ethernet' | 'cellular' | 'loopback' | 'other' }[]
}

export interface Verdict {
  trusted: boolean
  /** In the language of the Mac; only where it is not trusted. */
  reason?: string
  /** A number of Security.framework (`errSecCertificateExpired`: -67818). */
  code?: number
}

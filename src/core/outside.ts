/**
 * What the product takes for the outside world: well-known hosts that answer when our own way out works. It is data,
 * so that a scene or a laboratory can be the outside world instead.
 */
export interface Outside {
  /** Plain HTTP pages with a known answer; two vendors, so that one outage proves nothing. */
  captiveChecks: readonly { url: string; body: string }[]
  /** Hosts of unrelated providers that listen on these ports. */
  controlHosts: readonly { host: string; vendor: string; ports: readonly number[] }[]
  /** Names that surely exist. */
  controlNames: readonly string[]
  publicResolvers: readonly { server: string; name: string }[]
  /** DNS over HTTPS, wire format (RFC 8484). */
  dohResolvers: readonly { url: string; name: string }[]
  /** Pages whose Date header tells the time. */
  clocks: readonly string[]
  /**
   * Where mail settings are published; `{domain}` is replaced. Mozilla's form for the provider's own host ends in
   * `?emailaddress=` and the whole address, without which scripts behind it answer nothing. It is asked for postmaster,
   * whom every domain has (RFC 5321 §4.5.1), so that whose settings are looked up stays here.
   */
  settingsDirectories: readonly string[]
  /** Exchange Autodiscover v2; `{domain}` is replaced, the mailbox name never sent. */
  autodiscover: readonly string[]
  statusFeeds: readonly { provider: string; format: 'apple' | 'google' | 'microsoft'; service: string; url: string }[]
  /** DNS blocklists, asked through the system's resolver. */
  blocklists: readonly { zone: string; name: string }[]
}

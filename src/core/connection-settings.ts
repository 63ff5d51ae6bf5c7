/** The switch of Wi-Fi, and the interface that it is of. */
export interface WifiSwitch {
  interface: string
  on: boolean
}

/** How IPv6 is set for a network service; by hand with all that was entered. */
export type Ipv6Setting =
  | { is: 'automatic' | 'off' }
  | { is: 'manual'; address: string; prefixLength: number; router: string }

/**
 * What stands in the settings of the one network service that uses an interface. What could not be read, or was not
 * understood, is missing: nobody may overwrite what nobody can put back.
 */
export interface NetworkService {
  /** Name servers entered by hand; none: the network gives them. */
  nameServers?: readonly string[]
  ipv6?: Ipv6Setting
  /** Hosts that connections go straight to, past the proxies: `*.local`, `mail.example.net`. */
  pastProxies?: readonly string[]
}

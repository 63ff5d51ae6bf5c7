import { Resolver } from 'node:dns'

/**
 * The name servers this computer is set to ask now, as `address` or `address:port`. `dns.getServers()` would tell those
 * of the moment this process started (nodejs/node#14086), which after a change of network are somebody else's.
 */
export function systemResolvers(): readonly string[] {
  return new Resolver().getServers()
}

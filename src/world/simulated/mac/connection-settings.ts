import type { Ipv6Setting, NetworkService } from '../../../core/connection-settings.ts'
import type { ReadResult } from '../../../core/mac-powers.ts'
import type { Interface } from '../../../core/network.ts'
import type { SceneMac } from '../schema/mac-state.ts'

/** As macOS sets it for a new service. */
export const usualPastProxies: readonly string[] = ['*.local', '169.254/16']

/** What stands in the settings of the scene's Mac, for the first interface that is no tunnel. */
export function networkServiceOf(
  { service = {} }: SceneMac,
  interfaces: readonly Interface[],
  name: string,
): ReadResult<NetworkService> {
  const own = interfaces.find(({ kind }) => kind !== 'vpn')
  if (own?.name !== name || service.unclear === 'which') return { seen: false, why: 'missing' }
  if (service.unclear === 'words') return { seen: true, value: {} }
  return {
    seen: true,
    value: {
      nameServers: service.nameServers ?? [],
      ipv6: ipv6Of(service),
      pastProxies: service.pastProxies ?? usualPastProxies,
    },
  }
}

function ipv6Of({ ipv6 = 'automatic' }: NonNullable<SceneMac['service']>): Ipv6Setting {
  return typeof ipv6 === 'string' ? { is: ipv6 } : { is: 'manual', ...ipv6 }
}

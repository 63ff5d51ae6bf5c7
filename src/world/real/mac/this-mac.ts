import { statfs } from 'node:fs/promises'
import { homedir } from 'node:os'
import type { Log } from '../../../core/log.ts'
import type { MacEventSource } from '../../../core/mac-powers.ts'
import type { Interface, Network, Route } from '../../../core/network.ts'
import { Unknown } from '../../../core/probe.ts'
import { say } from '../../../core/sentence.ts'
import type { Clock } from '../../../core/time.ts'
import type { Mac } from '../../../core/world.ts'
import { systemResolvers } from '../net/system-resolvers.ts'
import { interfacesUp, interfaceWith, kindOf } from './interfaces.ts'
import { macOs } from './mac-os.ts'
import { powersWithoutMac } from './not-a-mac.ts'
import { sourceAddressFor } from './source-address.ts'

/** This machine: by the tools of macOS where they are, else as far as any Unix tells. `powerEvents`: another source of what happens on it.
 * `isTrusted`: whether this process may use menus, where whoever it runs in knows. */
export function realMac(
  clock: Clock,
  powerEvents?: MacEventSource,
  isTrusted?: () => boolean,
  log?: Pick<Log, 'error'>,
): Mac {
  if (process.platform === 'darwin')
    return macOs({
      clock,
      unix: anyUnix(),
      ...(powerEvents && { powerEvents }),
      ...(isTrusted && { isTrusted }),
      ...(log && { log }),
    })
  return { ...anyUnix(), ...(powerEvents && { watch: powerEvents }) }
}

/** What only macOS knows is left out, or is `Unknown`. */
function anyUnix(): Mac {
  return {
    network: readNetwork,
    routeTo: readRoute,
    filters: async () => {
      throw new Unknown(say('The software that filters the network cannot be listed on this computer.'))
    },
    freeSpace: readFreeSpace,
    changes: () => [],
    ...powersWithoutMac,
  }
}

// Addresses set aside for documentation (RFC 5737, RFC 3849): only a default route leads there.
const somewhere = { ipv4: '192.0.2.1', ipv6: '2001:db8::1' }

async function readNetwork(signal: AbortSignal): Promise<Network> {
  signal.throwIfAborted()
  const interfaces = interfacesUp()
  const [ipv4, ipv6] = await Promise.all([leadsOut(interfaces, somewhere.ipv4), leadsOut(interfaces, somewhere.ipv6)])
  const tunnels = interfaces.filter(({ kind }) => kind === 'vpn')
  return {
    interfaces,
    ipv4,
    ipv6,
    resolvers: [{ servers: systemResolvers() }],
    vpns: tunnels.map(({ name }) => ({ name, connected: true, interface: name, system: false })),
  }
}

/** Whether packets would leave from an address that is more than link-local. */
async function leadsOut(interfaces: readonly Interface[], address: string): Promise<boolean> {
  const source = await sourceAddressFor(address)
  return interfaces.some(({ addresses }) => addresses.includes(source))
}

async function readRoute(address: string, signal: AbortSignal): Promise<Route | 'none'> {
  signal.throwIfAborted()
  const source = await sourceAddressFor(address)
  if (source === 'none') return 'none'
  const name = interfaceWith(source)
  if (name === undefined) throw new Unknown(say('This Mac did not say which way its packets go.'))
  return { interface: name, vpn: kindOf(name) === 'vpn' }
}

/** Mail keeps its messages in the home folder. */
async function readFreeSpace(signal: AbortSignal): Promise<number> {
  signal.throwIfAborted()
  const { bavail, bsize } = await statfs(homedir())
  return bavail * bsize
}

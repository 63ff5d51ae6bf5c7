import type { NetworkService } from '../../../core/connection-settings.ts'
import { isInterfaceName, type Network } from '../../../core/network.ts'
import { Failed, Refused } from '../../../core/remedy.ts'
import { type Sentence, say } from '../../../core/sentence.ts'
import type { World } from '../../../core/world.ts'

/** Of the network service whose interface leads out: what the remedies that change one of its settings share. */

/** All that undoing needs to find it again; its name may be anything and is never written down. */
export interface OfService {
  interface: string
}

export function interfaceThatLeadsOut(network: Network | undefined): string | undefined {
  const own = network?.interfaces.find(
    ({ kind, addresses }) => (kind === 'wifi' || kind === 'ethernet') && addresses.length > 0,
  )
  return own && isInterfaceName(own.name) ? own.name : undefined
}

/** Throws `Refused` where there is no telling which it is. */
export async function serviceNow(
  { mac }: World,
  signal: AbortSignal,
): Promise<OfService & { service: NetworkService; network: Network }> {
  const network = await mac.network(signal)
  const name = interfaceThatLeadsOut(network)
  const read = name === undefined ? undefined : await mac.networkService(name, signal)
  if (name === undefined || !read?.seen)
    throw new Refused(
      say('It cannot be told for certain which network connection of this Mac this is about, so it is left as it is.'),
    )
  return { interface: name, service: read.value, network }
}

/** One setting of it as it stands now; nothing where it cannot be seen, or not understood. */
export async function settingNow<What extends keyof NetworkService>(
  { mac }: Pick<World, 'mac'>,
  { interface: name }: OfService,
  what: What,
  signal: AbortSignal,
): Promise<NetworkService[What] | undefined> {
  const read = await mac.networkService(name, signal)
  return read.seen ? read.value[what] : undefined
}

export const notUnderstood = say('How this is set now could not be read for certain, so it is left as it is.')

/** Whatever macOS says: what counts is how it stands afterwards. */
export function orNotKept(isAsMeant: boolean, what: Sentence): void {
  if (isAsMeant) return
  throw new Failed(
    say('{what} Somebody who manages this Mac, or a program on it, may keep this setting as it was.', { what }),
  )
}

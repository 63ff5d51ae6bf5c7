import type { UndoState } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import type { World } from '../../core/world.ts'

/** All that undoing needs to find it again. */
export interface OfVpn {
  vpn: string
}

/** As the system lists it; nothing where it lists none at all. */
export async function standingOfVpn(
  { mac }: Pick<World, 'mac'>,
  { vpn }: OfVpn,
  signal: AbortSignal,
): Promise<UndoState | undefined> {
  const { vpns } = await mac.network(signal)
  if (!vpns) return undefined
  const found = vpns.find(({ name }) => name === vpn)
  if (!found) return { fingerprint: 'missing', sentence: say('macOS no longer lists this VPN.') }
  return found.connected
    ? { fingerprint: 'connected', sentence: say('The VPN is connected.') }
    : { fingerprint: 'disconnected', sentence: say('The VPN is not connected.') }
}

import type { World } from '../../core/world.ts'
import { systemClock } from './clock.ts'
import { realHands } from './hands/hands.ts'
import { realMac } from './mac.ts'
import { type NetOptions, realNet } from './net.ts'
import { givenSecret } from './secrets.ts'

/** This Mac on its own network. `secret`: a password given for sign-in checks. */
export function realWorld(options: Pick<NetOptions, 'resolver' | 'extraRoots'> & { secret?: string } = {}): World {
  const { secret, ...net } = options
  const mac = realMac(systemClock)
  return {
    mac,
    hands: realHands(systemClock, mac),
    net: realNet({ clock: systemClock, ...net }),
    clock: systemClock,
    secrets: givenSecret(secret),
  }
}

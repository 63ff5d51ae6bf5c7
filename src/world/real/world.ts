import type { SecretKeeper } from '../../core/secrets.ts'
import type { World } from '../../core/world.ts'
import { systemClock } from './clock.ts'
import { realHands } from './hands/hands.ts'
import { keychainSecrets, nowhere } from './keychain.ts'
import { realMac } from './mac.ts'
import { type NetOptions, realNet } from './net.ts'
import { run } from './run.ts'
import { givenSecret } from './secrets.ts'
import { isMac } from './this-machine.ts'

/** This Mac on its own network. `secret`: a password given for sign-in checks. */
export function realWorld(options: Pick<NetOptions, 'resolver' | 'extraRoots'> & { secret?: string } = {}): World {
  const { secret, ...net } = options
  const mac = realMac(systemClock)
  return {
    mac,
    hands: realHands(systemClock, mac),
    net: realNet({ clock: systemClock, ...net }),
    clock: systemClock,
    secrets: secret === undefined ? kept() : givenSecret(secret),
  }
}

/** Where a terminal keeps passwords: in the keychain of a Mac, and nowhere else. */
export function kept(): SecretKeeper {
  return isMac()
    ? keychainSecrets(run)
    : nowhere('This computer is not a Mac, so there is no keychain, and a password is kept nowhere else.')
}

import { type Log, memoryLog } from '../../core/log.ts'
import type { MacEventSource } from '../../core/mac-powers.ts'
import type { World } from '../../core/world.ts'
import { systemClock } from './clock.ts'
import { realHands } from './hands/mac-hands.ts'
import { nativeAddon } from './mac/native.ts'
import { realMac } from './mac/this-mac.ts'
import { type NetOptions, realNet } from './net/net.ts'
import { givenSecret } from './secrets.ts'

interface WorldOptions extends Pick<NetOptions, 'resolver' | 'extraRoots'> {
  /** A password given for sign-in checks; those that are kept are the session's affair. */
  secret?: string
  /** Whoever else hears what happens on this Mac. */
  powerEvents?: MacEventSource
  /** Whether this process may use menus, where whoever it runs in knows. */
  isTrusted?: () => boolean
  /** Where our own faults are told; without one, they are forgotten when this process ends. */
  log?: Log
}

/** This Mac on its own network. */
export function realWorld({
  secret,
  powerEvents,
  isTrusted,
  log = memoryLog(systemClock),
  ...net
}: WorldOptions = {}): World {
  const mac = realMac(systemClock, powerEvents, isTrusted, log)
  return {
    mac,
    hands: realHands(systemClock, mac),
    net: realNet({ clock: systemClock, judge: nativeAddon()?.judgeChain, ...net }),
    clock: systemClock,
    secrets: givenSecret(secret),
    log,
  }
}

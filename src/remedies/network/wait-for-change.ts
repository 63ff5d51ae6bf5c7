import { networkFlapping } from '../../causes/network/network-flapping.ts'
import { networkNotAllowed } from '../../causes/network/network-not-allowed.ts'
import { noNetwork } from '../../causes/network/no-network.ts'
import { uplinkSaturated } from '../../causes/network/uplink-saturated.ts'
import { mailPortsBlockedHere, portBlockedHere } from '../../causes/path/blocked-here.ts'
import { largeHelloLost } from '../../causes/path/large-hello-lost.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import { serverDown } from '../../causes/server/server-down.ts'
import { addressBlocklisted, rateLimited, serverBusy } from '../../causes/server/told-by-server.ts'
import { tlsCutInPath } from '../../causes/tls/tls-cut-in-path.ts'
import { type Action, Failed } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import type { World } from '../../core/world.ts'

const minute: Millis = 60_000

interface Waiting {
  until: 'network' | 'time'
}

const watching = {
  kind: 'act',
  touches: 'nothing',
  risk: 0,
  waits: true,
  cancellable: true,
  settles: 5_000,
} as const

/** Nothing on this network can be mended from here; as soon as there is another one, everything is asked again. */
export const tryAnotherNetwork: Action<Waiting> = {
  ...watching,
  id: 'try-another-network',
  label: say('Tell me when another network works'),
  timeoutMs: 35 * minute,
  treats: () => [
    portBlockedHere,
    mailPortsBlockedHere,
    tlsCutInPath,
    largeHelloLost,
    serverBansYou,
    addressBlocklisted,
    networkNotAllowed,
  ],
  promise: async () => [
    say('Join another Wi-Fi, or the hotspot of a phone, within the next 30 minutes.'),
    say('As soon as this Mac is on another network, the checks are made again by themselves.'),
  ],
  capture: async () => ({ until: 'network' }),
  async apply({ world }, _, { signal, report }) {
    report(say('Waiting for another network.'))
    if (!(await networkChanges(world, 30 * minute, signal)))
      throw new Failed(say('There was no other network within 30 minutes.'))
  },
}

/** The trouble passes by itself, or when something on the way is over. */
export const waitAndRecheck: Action<Waiting> = {
  ...watching,
  id: 'wait-and-recheck',
  label: say('Wait, and check again'),
  timeoutMs: 10 * minute,
  treats: () => [noNetwork, serverDown, serverBusy, rateLimited, uplinkSaturated, networkFlapping],
  promise: async () => [say('Waits five minutes, or until the network changes, and makes the checks again by itself.')],
  capture: async () => ({ until: 'time' }),
  async apply({ world }, _, { signal, report }) {
    report(say('Waiting five minutes, or until the network changes.'))
    await networkChanges(world, 5 * minute, signal)
  },
}

/** Whether it did before the time was over. */
async function networkChanges({ mac, clock }: World, durationMs: Millis, signal: AbortSignal): Promise<boolean> {
  const over = new AbortController()
  const stop = mac.watch((event) => {
    if (event.is === 'network' || event.is === 'woke') over.abort(changed)
  })
  try {
    await clock.wait(durationMs, AbortSignal.any([signal, over.signal]))
    return false
  } catch (error) {
    if (error === changed) return true
    throw error
  } finally {
    stop()
  }
}

const changed = new Error('The network has changed.')

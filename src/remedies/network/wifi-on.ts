import { noNetwork } from '../../causes/network/no-network.ts'
import type { WifiSwitch } from '../../core/connection-settings.ts'
import { type Action, type ActOptions, Refused } from '../../core/remedy.ts'
import { foreignName, say } from '../../core/sentence.ts'
import type { World } from '../../core/world.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { orFail } from '../lib/app-control.ts'
import { type OfService, orNotKept } from '../lib/mac-settings/connection.ts'

/** Which network it then joins is for macOS: one that this Mac knows already. */
export const wifiOn: Action<OfService> = {
  id: 'wifi-on',
  kind: 'act',
  label: say('Switch Wi-Fi on'),
  touches: 'network',
  risk: 0,
  cancellable: true,
  // macOS looks for a network that it knows, and the network gives an address.
  settles: 15_000,
  treats: () => [noNetwork],
  fits: ({ chart }) => chart.fact(wayOut)?.wifiOff !== undefined,
  async promise({ chart }) {
    return [
      say('Switches Wi-Fi on. This Mac then joins a network that it knows, where there is one.'),
      foreignName(`/usr/sbin/networksetup -setairportpower ${chart.fact(wayOut)?.wifiOff} on`),
      say('On a plane, do it when the crew allows it. Undo switches it off again.'),
    ]
  },
  async capture({ world }, signal) {
    const now = await switchNow(world, signal)
    if (!now) throw new Refused(say('Whether Wi-Fi is on cannot be seen, so it is left as it is.'))
    if (now.on) throw new Refused(say('Wi-Fi is on already.'))
    return { interface: now.interface }
  },
  async apply({ world }, before, options) {
    options.report(say('Switching Wi-Fi on.'))
    await turn(world, before, true, options)
  },
  undo: {
    leaves: 'on',
    async stands(world, { interface: name }, signal) {
      const now = await switchNow(world, signal)
      if (now?.interface !== name) return undefined
      return now.on
        ? { fingerprint: 'on', sentence: say('Wi-Fi is on.') }
        : { fingerprint: 'off', sentence: say('Wi-Fi is off.') }
    },
    putBack: (world, before, options) => turn(world, before, false, options),
  },
}

async function switchNow({ mac }: Pick<World, 'mac'>, signal: AbortSignal): Promise<WifiSwitch | undefined> {
  const read = await mac.wifiSwitch(signal)
  return read.seen ? read.value : undefined
}

async function turn(world: World, { interface: name }: OfService, on: boolean, { signal }: ActOptions): Promise<void> {
  const notTurned = on ? say('Wi-Fi was not switched on.') : say('Wi-Fi was not switched off.')
  orFail(await world.hands.setWifi(name, on, signal), notTurned)
  orNotKept((await switchNow(world, signal))?.on === on, notTurned)
}

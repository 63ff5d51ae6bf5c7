import { namesBroken } from '../../causes/names/names-broken.ts'
import type { Network } from '../../core/network.ts'
import { type Action, Refused } from '../../core/remedy.ts'
import { render } from '../../core/render.ts'
import { asCommand, say } from '../../core/sentence.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { orFail } from '../lib/app-control.ts'

/** Asks the network for its settings anew. Where they were entered by hand, this would overwrite them. */
export const renewLease: Action<{ interface: string }> = {
  id: 'renew-lease',
  kind: 'admin',
  label: say('Ask the network for its settings again'),
  touches: 'network',
  risk: 2,
  cancellable: true,
  settles: 10_000,
  treats: () => [namesBroken],
  fits: ({ chart }) => interfaceIn(chart.fact(wayOut)?.network) !== undefined,
  async promise({ chart }) {
    const name = interfaceIn(chart.fact(wayOut)?.network) ?? ''
    return [
      say(
        'Asks the network for an address and name servers anew. Connections break off for a moment. macOS wants an administrator for that.',
      ),
      asCommand(`/usr/sbin/ipconfig set ${name} DHCP`),
    ]
  },
  async capture({ world }, signal) {
    const name = interfaceIn(await world.mac.network(signal))
    if (name === undefined)
      throw new Refused(say('The settings of this network were entered by hand, and renewing would overwrite them.'))
    return { interface: name }
  },
  async apply({ world }, { interface: name }, { signal, report }) {
    report(say('Waiting for the administrator’s password.'))
    const reason = render(say('Outbox Doctor wants to ask the network for its settings again.'))
    const command = { command: 'renew-lease', interface: name } as const
    orFail(await world.hands.admin(command, reason, signal), say('The settings could not be renewed.'))
  },
}

/** The one that leads out, where its address is known to come from the network itself. */
function interfaceIn(network: Network | undefined): string | undefined {
  if (network?.dhcp !== true) return undefined
  const own = network.interfaces.find(
    ({ kind, addresses }) => (kind === 'wifi' || kind === 'ethernet') && addresses.length > 0,
  )
  return own && /^[a-z]+[0-9]+$/.test(own.name) ? own.name : undefined
}

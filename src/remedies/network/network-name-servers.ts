import { namesBroken, vpnThatHides } from '../../causes/names/names-broken.ts'
import { type Action, Refused } from '../../core/remedy.ts'
import { asCommand, say } from '../../core/sentence.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { interfaceThatLeadsOut, notUnderstood, serviceNow } from '../lib/mac-settings/connection.ts'
import { enterNameServers, type NameServersReceipt, toldOf, undoNameServers } from '../lib/mac-settings/name-servers.ts'

/** Somebody once entered others, and those answer no more. */
export const networkNameServers: Action<NameServersReceipt> = {
  id: 'network-name-servers',
  kind: 'admin',
  label: say('Ask the name servers of this network again'),
  touches: 'network',
  risk: 1,
  cancellable: true,
  settles: 5_000,
  treats: () => [namesBroken],
  fits: ({ chart }) => {
    const network = chart.fact(wayOut)?.network
    return (
      (network?.nameServersByHand?.length ?? 0) > 0 &&
      interfaceThatLeadsOut(network) !== undefined &&
      !vpnThatHides(chart)
    )
  },
  async promise({ chart }) {
    return [
      toldOf(chart.fact(wayOut)?.network.nameServersByHand ?? []),
      say(
        'Takes them out of the settings, so that those of the network are asked again. macOS wants an administrator for that.',
      ),
      asCommand('/usr/sbin/networksetup -setdnsservers … Empty'),
      say('Undo enters the same ones again.'),
    ]
  },
  async capture({ world }, signal) {
    const { interface: name, service } = await serviceNow(world, signal)
    if (!service.nameServers) throw new Refused(notUnderstood)
    if (service.nameServers.length === 0) throw new Refused(say('No name servers are entered by hand any more.'))
    return { interface: name, were: service.nameServers, become: [] }
  },
  apply: ({ world }, before, options) => enterNameServers(world, before, options),
  undo: undoNameServers,
}

import { namesBroken, vpnThatHides } from '../../causes/names/names-broken.ts'
import type { Chart } from '../../core/chart.ts'
import { type Action, Refused } from '../../core/remedy.ts'
import { asCommand, say, verbatim } from '../../core/sentence.ts'
import { resolvers } from '../../probes/names/resolvers.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { interfaceThatLeadsOut, notUnderstood, serviceNow } from '../lib/mac-settings/connection.ts'
import {
  areAddresses,
  enterNameServers,
  type NameServersReceipt,
  undoNameServers,
} from '../lib/mac-settings/name-servers.ts'

/**
 * Where those of the network answer nobody, and others do. Never where they do answer, only differently: that may be
 * somebody's protection or house rule, and to go round it is for the person to decide. Nor in a VPN, whose own names
 * nobody else knows.
 */
export const publicNameServers: Action<NameServersReceipt> = {
  id: 'public-name-servers',
  kind: 'admin',
  label: say('Ask other name servers'),
  touches: 'network',
  risk: 2,
  cancellable: true,
  settles: 5_000,
  treats: () => [namesBroken],
  fits: ({ chart }) => {
    const network = chart.fact(wayOut)?.network
    const isPlain = network?.vpns?.some(({ connected }) => connected) !== true && !vpnThatHides(chart)
    const isFree = network?.nameServersByHand?.length === 0
    return isPlain && isFree && interfaceThatLeadsOut(network) !== undefined && areAddresses(answering(chart))
  },
  async promise({ chart }) {
    const servers = verbatim(answering(chart).join(', '))
    return [
      say(
        'Enters {servers} as the name servers of the connection that is in use. macOS wants an administrator for that.',
        {
          servers,
        },
      ),
      asCommand(`/usr/sbin/networksetup -setdnsservers … ${answering(chart).join(' ')}`),
      say(
        'From then on, whoever runs them is asked for every name, in other networks too, and sees which ones you use.',
      ),
      say('Undo asks those of the network again. Do that as soon as they work.'),
    ]
  },
  async capture({ chart, world }, signal) {
    const { interface: name, service } = await serviceNow(world, signal)
    if (!service.nameServers) throw new Refused(notUnderstood)
    if (service.nameServers.length > 0)
      throw new Refused(say('Name servers have been entered by hand in the meantime.'))
    return { interface: name, were: [], become: answering(chart) }
  },
  apply: ({ world }, before, options) => enterNameServers(world, before, options),
  undo: undoNameServers,
}

/** The public ones that answered just now, where none of this network's did. */
function answering(chart: Chart): readonly string[] {
  const views = chart.fact(resolvers)?.views ?? []
  const near = views.filter(({ from }) => from === 'system' || from === 'configured')
  if (near.some(({ outcome }) => outcome === 'answered' || outcome === 'no-such-name')) return []
  const far = views.flatMap(({ from, server, outcome }) =>
    from === 'public' && outcome === 'answered' ? [server] : [],
  )
  return [...new Set(far)].slice(0, 2)
}

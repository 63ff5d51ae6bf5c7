import { pathLosesLargePackets } from '../../causes/path/path-loses-large-packets.ts'
import type { Chart } from '../../core/chart.ts'
import { roles } from '../../core/mail.ts'
import { isInterfaceName } from '../../core/network.ts'
import { type Action, type ActOptions, Refused } from '../../core/remedy.ts'
import { render } from '../../core/render.ts'
import { asCommand, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { World } from '../../core/world.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { serverRoute } from '../../probes/path/server-route.ts'
import { orFail } from '../lib/app-control.ts'
import { type OfService, orNotKept } from '../lib/mac-settings/connection.ts'

/** What every link that carries IPv6 must pass (RFC 8200 §5). */
export const leastPacketBytes = 1_280

interface Before extends OfService {
  was: number
}

/** By `ifconfig`, so that it is over with the next start or connection, also where nobody undoes it. */
export const setPacketSize: Action<Before> = {
  id: 'set-mtu',
  kind: 'admin',
  label: say('Use smaller packets'),
  touches: 'network',
  risk: 2,
  cancellable: true,
  settles: 3_000,
  treats: () => [pathLosesLargePackets],
  fits: ({ chart }) => (narrowWay(chart)?.mtu ?? 0) > leastPacketBytes,
  async promise({ chart }) {
    const { name, mtu } = narrowWay(chart) ?? { name: '', mtu: 0 }
    return [
      say(
        'Makes the packets that leave through {name} smaller, until the next connection or restart. macOS wants an administrator for that.',
        {
          name: verbatim(name),
        },
      ),
      asCommand(`/sbin/ifconfig ${name} mtu ${leastPacketBytes}`),
      say('Undo sets the old size again: {command}', { command: verbatim(`/sbin/ifconfig ${name} mtu ${mtu}`) }),
    ]
  },
  async capture({ chart, world }, signal) {
    const { name } = narrowWay(chart) ?? { name: '' }
    const was = await sizeNow(world, name, signal)
    if (was === undefined)
      throw new Refused(say('How large the packets are now cannot be seen, so it is left as it is.'))
    if (was <= leastPacketBytes) throw new Refused(say('The packets are small already.'))
    return { interface: name, was }
  },
  async apply({ world }, before, options) {
    await set(world, before, leastPacketBytes, options)
  },
  undo: {
    async stands(world, before, signal) {
      const now = await sizeNow(world, before.interface, signal)
      return now === undefined ? undefined : { fingerprint: String(now), sentence: toldOf(now) }
    },
    async putBack(world, before, options) {
      await set(world, before, before.was, options)
    },
  },
}

async function set(world: World, of: OfService, bytes: number, { signal, report }: ActOptions): Promise<void> {
  report(say('Waiting for the administrator’s password.'))
  const command = { command: 'set-packet-size', interface: of.interface, bytes } as const
  const reason = render(say('Outbox Doctor wants to change how large the packets of a network connection are.'))
  const notChanged = say('The size of the packets was not changed.')
  orFail(await world.hands.admin(command, reason, signal), notChanged)
  orNotKept((await sizeNow(world, of.interface, signal)) === bytes, notChanged)
}

async function sizeNow({ mac }: World, name: string, signal: AbortSignal): Promise<number | undefined> {
  const { interfaces } = await mac.network(signal)
  return interfaces.find((one) => one.name === name)?.mtu
}

const toldOf = (bytes: number): Sentence => say('Packets have up to {bytes} bytes.', { bytes: verbatim(bytes) })

/** The interface that mail leaves by, and its largest packet where that is known. */
export function narrowWay(chart: Chart): { name: string; mtu?: number } | undefined {
  const routes = roles.flatMap((role) => chart.fact(serverRoute)?.[role]?.route ?? [])
  const way = routes.find((route) => route !== 'none' && isInterfaceName(route.interface))
  if (!way || way === 'none') return undefined
  const own = chart.fact(wayOut)?.network.interfaces.find(({ name }) => name === way.interface)
  const mtu = way.mtu ?? own?.mtu
  return { name: way.interface, ...(mtu !== undefined && { mtu }) }
}

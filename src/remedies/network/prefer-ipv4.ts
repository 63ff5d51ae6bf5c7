import { ipv6Broken } from '../../causes/network/ipv6-broken.ts'
import type { Ipv6Setting } from '../../core/connection-settings.ts'
import { type Action, type ActOptions, Refused } from '../../core/remedy.ts'
import { render } from '../../core/render.ts'
import { asCommand, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { World } from '../../core/world.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { orFail } from '../lib/app-control.ts'
import {
  interfaceThatLeadsOut,
  notUnderstood,
  type OfService,
  orNotKept,
  serviceNow,
  settingNow,
} from '../lib/mac-settings/connection.ts'

interface Before extends OfService {
  was: Ipv6Setting
}

/** For one connection of this Mac, until it is undone: IPv6 may be a good way elsewhere. */
export const preferIpv4: Action<Before> = {
  id: 'prefer-ipv4',
  kind: 'admin',
  label: say('Do without IPv6 here'),
  touches: 'network',
  risk: 1,
  cancellable: true,
  settles: 8_000,
  treats: () => [ipv6Broken],
  fits: ({ chart }) => interfaceThatLeadsOut(chart.fact(wayOut)?.network) !== undefined,
  async promise(context, signal) {
    const { was } = await look(context.world, signal)
    return [
      say(
        'Switches IPv6 off for the connection that is in use. Everything goes by IPv4 then, also in other networks. macOS wants an administrator for that.',
      ),
      asCommand('/usr/sbin/networksetup -setv6off'),
      say('Undo sets it back as it is now: {setting}', { setting: toldOf(was) }),
      say('Tell your internet provider that IPv6 leads nowhere; when that is mended, undo this.'),
    ]
  },
  capture: ({ world }, signal) => look(world, signal),
  async apply({ world }, before, options) {
    const reason = say('Outbox Doctor wants to switch IPv6 off for a network connection of this Mac.')
    await set(world, before, { is: 'off' }, reason, options)
  },
  undo: {
    async stands(world, before, signal) {
      const now = await settingNow(world, before, 'ipv6', signal)
      return now && { fingerprint: printOf(now), sentence: toldOf(now) }
    },
    async putBack(world, before, options) {
      const reason = say('Outbox Doctor wants to set IPv6 of a network connection of this Mac back as it was.')
      await set(world, before, before.was, reason, options)
    },
  },
}

async function look(world: World, signal: AbortSignal): Promise<Before> {
  const { interface: name, service } = await serviceNow(world, signal)
  if (!service.ipv6) throw new Refused(notUnderstood)
  if (service.ipv6.is === 'off') throw new Refused(say('IPv6 is off already.'))
  return { interface: name, was: service.ipv6 }
}

async function set(
  world: World,
  of: OfService,
  to: Ipv6Setting,
  reason: Sentence,
  { signal, report }: ActOptions,
): Promise<void> {
  report(say('Waiting for the administrator’s password.'))
  const command = { command: 'set-ipv6', interface: of.interface, to } as const
  const notChanged = say('IPv6 was not changed.')
  orFail(await world.hands.admin(command, render(reason), signal), notChanged)
  const now = await settingNow(world, of, 'ipv6', signal)
  orNotKept(now !== undefined && printOf(now) === printOf(to), notChanged)
}

function printOf(setting: Ipv6Setting): string {
  return setting.is === 'manual' ? `manual ${setting.address}/${setting.prefixLength} ${setting.router}` : setting.is
}

function toldOf(setting: Ipv6Setting): Sentence {
  if (setting.is === 'manual') return say('IPv6 is entered by hand: {address}', { address: verbatim(setting.address) })
  return setting.is === 'off' ? say('IPv6 is off.') : say('IPv6 is set automatically.')
}

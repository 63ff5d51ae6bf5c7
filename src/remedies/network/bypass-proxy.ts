import { isPastProxies } from '../../causes/lib/past-proxies.ts'
import { detourBroken } from '../../causes/network/detour-broken.ts'
import { type Account, serversOf } from '../../core/mail.ts'
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
  were: readonly string[]
  added: readonly string[]
}

/**
 * The mail servers go past the proxy; it stays on for all the rest, since somebody may have wanted it for that. Only a
 * SOCKS proxy that does not answer: to one that works, mail is led on purpose.
 */
export const bypassProxy: Action<Before> = {
  id: 'bypass-proxy',
  kind: 'admin',
  label: say('Let mail go past the proxy'),
  touches: 'network',
  risk: 1,
  cancellable: true,
  settles: 5_000,
  treats: () => [detourBroken],
  fits: ({ chart, account }) => {
    const { network, proxyReach } = chart.fact(wayOut) ?? {}
    const isDead = network?.proxies?.some(({ kind }) => kind === 'socks') === true && proxyReach !== undefined
    return (
      isDead && proxyReach !== 'open' && interfaceThatLeadsOut(network) !== undefined && hostsOf(account).length > 0
    )
  },
  async promise({ account, world }, signal) {
    const { added } = await look(account, world, signal)
    return [
      say(
        'Lets connections to {hosts} go past the proxy. For everything else it stays as it is. macOS wants an administrator for that.',
        {
          hosts: verbatim(added.join(', ')),
        },
      ),
      asCommand(`/usr/sbin/networksetup -setproxybypassdomains … ${added.join(' ')}`),
      say('Undo takes just these names out of that list again.'),
    ]
  },
  capture: ({ account, world }, signal) => look(account, world, signal),
  async apply({ world }, before, options) {
    const reason = say('Outbox Doctor wants to let mail go past a proxy that does not answer.')
    await set(world, before, [...before.were, ...before.added], reason, options)
  },
  undo: {
    async stands(world, before, signal) {
      const now = await settingNow(world, before, 'pastProxies', signal)
      return now && { fingerprint: now.join(' ') || 'none', sentence: toldOf(now) }
    },
    async putBack(world, before, options) {
      const now = await settingNow(world, before, 'pastProxies', options.signal)
      // What somebody has entered since is theirs.
      const left = now?.filter((host) => !before.added.includes(host)) ?? before.were
      const reason = say(
        'Outbox Doctor wants to take the mail servers out of the list of hosts that go past the proxy.',
      )
      await set(world, before, left, reason, options)
    },
  },
}

async function look(account: Account, world: World, signal: AbortSignal): Promise<Before> {
  const { interface: name, service } = await serviceNow(world, signal)
  const were = service.pastProxies
  if (!were) throw new Refused(notUnderstood)
  const added = hostsOf(account).filter((host) => !isPastProxies(host, were))
  if (added.length === 0) throw new Refused(say('The mail servers go past the proxy already.'))
  return { interface: name, were, added }
}

/** Plain names only: nothing else gets into that list. */
function hostsOf(account: Account): string[] {
  const hosts = serversOf(account).map(({ server }) => server.host.toLowerCase())
  return [...new Set(hosts)].filter((host) => /^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/.test(host) && host !== 'empty')
}

async function set(
  world: World,
  of: OfService,
  hosts: readonly string[],
  reason: Sentence,
  { signal, report }: ActOptions,
): Promise<void> {
  report(say('Waiting for the administrator’s password.'))
  const command = { command: 'set-past-proxies', interface: of.interface, hosts } as const
  const notChanged = say('The list of hosts that go past the proxy was not changed.')
  orFail(await world.hands.admin(command, render(reason), signal), notChanged)
  const now = await settingNow(world, of, 'pastProxies', signal)
  orNotKept(now !== undefined && now.join(' ') === hosts.join(' '), notChanged)
}

function toldOf(hosts: readonly string[]): Sentence {
  return hosts.length === 0
    ? say('No hosts go past the proxy.')
    : say('These go past the proxy: {hosts}', { hosts: verbatim(hosts.join(', ')) })
}

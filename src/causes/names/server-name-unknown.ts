import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { resolvers } from '../../probes/names/resolvers.ts'
import { serverName } from '../../probes/names/server-name.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { publishedSettings } from '../../probes/server/published-settings.ts'
import { byBareNetwork } from '../lib/brought-by.ts'
import { judgeServers, mailServers, roleWeight, undecidedForWantOf } from '../lib/chart-queries.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { noNetwork } from '../network/no-network.ts'
import { foundBefore, namesBroken } from './names-broken.ts'

/** A slip of the pen in the settings, or a server that was given up. */
export const serverNameUnknown: Cause = {
  id: 'server-name-unknown',
  title: say('There is no server called that.'),
  harm: 'stops',
  layer: 'names',
  broughtBy: byBareNetwork,
  showAfterMs: 30_000,
  shadowedBy: () => [noNetwork, captivePortal, namesBroken],
  judge: (chart) => judgeServers(chart, (role) => judge(chart, role)),
  explain: (chart) => ({ plain: plainly(chart), details: [...throughVpn(chart), ...better(chart)] }),
}

function plainly(chart: Chart): Sentence {
  const odd = oddIn(chart)
  if (odd)
    return say(
      'The name in your account has something in it that no such name can have: {odd}. Perhaps it was copied from somewhere.',
      { odd },
    )
  return wasThere(chart)
    ? say(
        'The mail server was found under its name before, and is not any more. Its provider may have changed the name, or it is known only in another network, such as that of an office.',
      )
    : say(
        'The account is set to use a mail server that does not exist under that name. There may be a typing error in the settings, or the provider has changed the name.',
      )
}

/** A name that was found before has no typing error in it. */
function wasThere(chart: Chart): boolean {
  return mailServers(chart).some(
    ({ role }) => isUnknown(chart.fact(serverName)?.[role]?.outcome ?? '') && foundBefore(chart, role) !== undefined,
  )
}

function oddIn(chart: Chart): Sentence | undefined {
  const { outgoing, incoming } = chart.fact(serverName) ?? {}
  return outgoing?.odd ?? incoming?.odd
}

function judge(chart: Chart, role: Role): Verdict {
  const name = chart.fact(serverName)?.[role]
  if (!name) return absent
  if (name.odd !== undefined)
    return present(0.97 * roleWeight(role), [
      say('“{host}” cannot be the name of a server: it has {odd}', {
        host: verbatim(name.host),
        odd: name.odd,
      }),
    ])
  if (name.literal || !isUnknown(name.outcome)) return absent
  const wants = undecidedForWantOf(chart, resolvers)
  if (wants) return wants
  const view = chart.fact(resolvers)?.contrast.find((one) => one.name === name.host)
  // Known elsewhere: then it is the resolver that is wrong.
  if (view?.public === 'answered') return absent
  const other = otherName(chart, name.host)
  if (!other) return absent
  const both = view !== undefined && isUnknown(view.public)
  return present(
    (both ? 0.95 : 0.8) * roleWeight(role),
    [
      both
        ? say('There is no {host}, here or elsewhere', { host: verbatim(name.host) })
        : say('There is no {host} for the name servers of this network', { host: verbatim(name.host) }),
      say('Other names are found: {other}', { other: verbatim(other) }),
    ],
    [...(both ? [] : [say('No public name server could be asked for it')]), ...hidden(chart)],
  )
}

/** A name that this Mac did find: then its resolvers are alive, and it is about this one. */
function otherName(chart: Chart, host: string): string | undefined {
  const known = chart.fact(resolvers)?.views.find(({ from, outcome }) => from === 'system' && outcome === 'answered')
  if (known) return known.name
  const own = Object.values(chart.fact(serverName) ?? {})
  return own.find((one) => one.host !== host && !one.literal && one.outcome === 'answered')?.host
}

const isUnknown = (outcome: string): boolean => outcome === 'no-such-name' || outcome === 'no-records'

/** Company names often exist inside the company's VPN only. */
function hidden(chart: Chart): Sentence[] {
  const vpn = idleVpn(chart)
  return vpn ? [say('The VPN {name} is off: some names exist only while it is on', { name: verbatim(vpn.name) })] : []
}

function throughVpn(chart: Chart): Sentence[] {
  const vpn = idleVpn(chart)
  return vpn
    ? [
        say('Some company servers are found only through their VPN. Switch {name} on and try again.', {
          name: verbatim(vpn.name),
        }),
      ]
    : []
}

function idleVpn(chart: Chart) {
  return chart.fact(wayOut)?.network.vpns?.find(({ connected }) => !connected)
}

function better(chart: Chart): Sentence[] {
  const published = chart.fact(publishedSettings)
  return (['outgoing', 'incoming'] as const).flatMap((role) => {
    const host = published?.[role][0]?.host
    if (!host || host === chart.account[role]?.host) return []
    return role === 'outgoing'
      ? [say('The provider names {host} as its outgoing server.', { host: verbatim(host) })]
      : [say('The provider names {host} as its incoming server.', { host: verbatim(host) })]
  })
}

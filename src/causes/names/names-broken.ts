import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { isPrivateAddressOf } from '../../core/inside.ts'
import { type Role, roles } from '../../core/mail.ts'
import { minutesAgo } from '../../core/quantities.ts'
import { duration, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import type { Instant } from '../../core/time.ts'
import { resolvers } from '../../probes/names/resolvers.ts'
import { serverName } from '../../probes/names/server-name.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { greeting } from '../../probes/server/greeting.ts'
import { certificate } from '../../probes/tls/certificate.ts'
import { byAnotherWay, byFilter } from '../lib/brought-by.ts'
import {
  isMailPort,
  isOpen,
  isReached,
  joinedVerdicts,
  judgeServers,
  mailServers,
  serverWorks,
  testedPorts,
  undecidedForWantOf,
} from '../lib/chart-queries.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { noNetwork } from '../network/no-network.ts'

/** The resolvers of this network are dead, refuse, or tell another answer than the rest of the world. */
export const namesBroken: Cause = {
  id: 'names-broken',
  title: say('Names cannot be looked up.'),
  harm: 'stops',
  layer: 'names',
  broughtBy: [...byAnotherWay, ...byFilter],
  showAfterMs: 20_000,
  passing: () => true,
  shadowedBy: () => [noNetwork, captivePortal],
  judge(chart) {
    const all = judgeAll(chart)
    if (all.is === 'present') return all
    return joinedVerdicts([
      all,
      judgeServers(chart, (role) => joinedVerdicts([judgeLie(chart, role), judgeHidden(chart, role)])),
    ])
  },
  explain: (chart) => {
    const vpn = judgeAll(chart).is === 'present' ? undefined : vpnThatHides(chart)
    if (vpn)
      return {
        plain: say(
          'The name of your mail server is known only inside the VPN “{vpn}”. The VPN is on, but the name service of this network answers in its place and does not know it.',
          { vpn: verbatim(vpn) },
        ),
        details: [
          say('Disconnect the VPN and connect it again. Then its own name service is asked again.'),
          say('If that does not help, another network may, such as your phone’s; or ask whoever runs the VPN.'),
        ],
      }
    const hidden = judgeAll(chart).is === 'present' ? undefined : sunkName(chart)
    return hidden === undefined
      ? {
          plain: say(
            'To reach the mail server, your Mac must first look up where its name leads, as in a phone book. On this network that does not work.',
          ),
          details: [say('Another network, or another DNS server, would get round it.')],
        }
      : {
          plain: say('Something on this network, often an ad blocker, hides the mail server. Allow {hidden} there.', {
            hidden: verbatim(hidden),
          }),
          details: [say('On another network, such as your phone’s, the mail should leave.')],
        }
  },
}

function judgeAll(chart: Chart): Verdict {
  const names = mailServers(chart).flatMap(({ role }) => chart.fact(serverName)?.[role] ?? [])
  const asked = names.filter(({ literal, odd }) => !literal && odd === undefined)
  if (asked.length === 0 || asked.some(({ outcome }) => outcome === 'answered')) return absent
  const wants = undecidedForWantOf(chart, resolvers)
  if (wants) return wants
  const views = chart.fact(resolvers)?.views ?? []
  const near = views.filter(({ from }) => from === 'system' || from === 'configured')
  const far = views.filter(({ from, outcome }) => (from === 'public' || from === 'https') && outcome === 'answered')
  if (near.some(({ outcome }) => outcome === 'answered')) return absent
  const none = chart.fact(resolvers)?.noneConfigured === true && chart.fact(wayOut)?.connected === true
  const lost = say('No answer for {names}', { names: verbatim([...new Set(asked.map(({ host }) => host))].join(', ')) })
  const silent = none
    ? say('This Mac has an address but no name server to ask')
    : say('The name servers of this network give no answer for well-known names either')
  if (far[0])
    return present(0.95, [
      lost,
      silent,
      say('{server}, elsewhere, answers in {took}', {
        server: verbatim(far[0].server),
        took: duration(far[0].ms),
      }),
    ])
  if (none) return present(0.9, [lost, silent])
  // Somebody is there, or nothing would be refused (`no-network` says nothing then), and no name is found anywhere.
  if (views.some(({ from, outcome }) => (from === 'public' || from === 'https') && outcome === 'refused'))
    return present(0.7, [lost, silent])
  if (mailServers(chart).some(({ role }) => isReached(chart, role))) return present(0.8, [lost, silent])
  return absent
}

/** One name only, and the rest of the world knows better. A name known here alone is the usual split DNS. */
function judgeLie(chart: Chart, role: Role): Verdict {
  const host = chart.account[role]?.host
  const view = chart.fact(resolvers)?.contrast.find(({ name }) => name === host)
  if (view?.public !== 'answered' || view.publicAddresses.length === 0 || serverWorks(chart, role)) return absent
  const own = chart.fact(serverName)?.[role]
  const world = say('Elsewhere it is {address}', { address: verbatim(view.publicAddresses[0] ?? '') })
  if (view.system !== 'answered' && own?.outcome !== 'answered')
    return present(0.85, [
      say('The name servers of this network do not know {host}', { host: verbatim(view.name) }),
      world,
    ])
  const shared = view.systemAddresses.some((address) => view.publicAddresses.includes(address))
  if (view.systemAddresses.length === 0 || shared) return absent
  const told = say('{host} is {address} by the name servers of this network', {
    host: verbatim(view.name),
    address: verbatim(view.systemAddresses[0] ?? ''),
  })
  if (view.systemAddresses.every(isSink)) return present(0.9, [told, world])
  if (isSomebodyElse(chart, role)) return present(0.75, [told, world], [excuse(view.agree)])
  return absent
}

/** Found before and not now, with a VPN that is on, or another's address in its place: somebody else is asked. */
function judgeHidden(chart: Chart, role: Role): Verdict {
  const vpn = vpnThatHides(chart, role)
  const before = foundBefore(chart, role)
  const instead = before && isTakenOver(chart, role, before)
  if (!before || (!vpn && !instead) || serverWorks(chart, role)) return absent
  const wants = undecidedForWantOf(chart, resolvers)
  if (wants) return wants
  const host = chart.account[role]?.host ?? ''
  return present(0.86, [
    hiddenLine(chart, role, host),
    say('{host} was found {ago}, so there is no typing error in it', {
      host: verbatim(host),
      ago: minutesAgo(chart.at - before.at),
    }),
    ...(vpn ? [say('The VPN {vpn} is on', { vpn: verbatim(vpn) })] : []),
  ])
}

function hiddenLine(chart: Chart, role: Role, host: string): Sentence {
  const name = chart.fact(serverName)?.[role]
  const [one] = name?.addresses ?? []
  if (name?.outcome === 'answered' && one)
    return say('{host} is {address} by the name servers of this network', {
      host: verbatim(host),
      address: verbatim(one.address),
    })
  return isUnknown(name?.outcome)
    ? say('There is no {host} for the name servers of this network', { host: verbatim(host) })
    : say('No answer for {names}', { names: verbatim(host) })
}

/** The VPN that is on while a name that was found before is unknown here and elsewhere, or answered for by a stranger. */
export function vpnThatHides(chart: Chart, ...some: readonly Role[]): string | undefined {
  const vpn = chart.fact(wayOut)?.network.vpns?.find(({ connected }) => connected)
  const lost = (some.length > 0 ? some : roles).some((role) => {
    const before = foundBefore(chart, role)
    return before && (isLost(chart, role, before) || isTakenOver(chart, role, before))
  })
  return vpn && lost ? harmless(vpn.name, 60) : undefined
}

const isUnknown = (outcome: string | undefined): boolean => outcome === 'no-such-name' || outcome === 'no-records'

/** No answer at all counts for a name of the inside alone: one of the world may have lost its own name servers. */
function isLost(chart: Chart, role: Role, before: FoundBefore): boolean {
  const name = chart.fact(serverName)?.[role]
  if (!name || name.literal) return false
  const unanswered = name.outcome === 'silent' || name.outcome === 'failed'
  return isUnknown(name.outcome) || (unanswered && before.addresses.every(isPrivateAddressOf))
}

/** Known nowhere else in the world, and here it leads to another place than it did, where no mail server is. */
function isTakenOver(chart: Chart, role: Role, before: FoundBefore): boolean {
  const name = chart.fact(serverName)?.[role]
  if (name?.outcome !== 'answered' || name.literal || !isSomebodyElse(chart, role)) return false
  const view = chart.fact(resolvers)?.contrast.find((one) => one.name === name.host)
  const now = name.addresses.map(({ address }) => address)
  return (
    isUnknown(view?.public) &&
    before.addresses.every(isPrivateAddressOf) &&
    !now.some((address) => isPrivateAddressOf(address) || before.addresses.includes(address))
  )
}

interface FoundBefore {
  at: Instant
  addresses: readonly string[]
}

/** When this very name was found the last time, as far as is remembered. */
export function foundBefore(chart: Chart, role: Role): FoundBefore | undefined {
  const host = chart.account[role]?.host.toLowerCase()
  const last = chart.past.last(serverName, 'good')
  const found = Object.values(last?.fact ?? {}).find(
    (one) => one.host.toLowerCase() === host && !one.literal && one.addresses.length > 0,
  )
  return last && found ? { at: last.at, addresses: found.addresses.map(({ address }) => address) } : undefined
}

/** Different answers have honest reasons, too, so they never suffice alone. */
function excuse(agree: boolean): Sentence {
  return agree
    ? say('Large providers give different addresses in different places')
    : say('Company networks give addresses of their own on purpose')
}

/** One that this network answers for as filters do, so that nobody gets there. */
function sunkName(chart: Chart): string | undefined {
  const hosts = mailServers(chart).map(({ server }) => server.host)
  const all = chart.fact(resolvers)?.contrast ?? []
  return all.find(
    ({ name, systemAddresses }) => hosts.includes(name) && systemAddresses.length > 0 && systemAddresses.every(isSink),
  )?.name
}

/** Addresses that filters answer for names they block. */
function isSink(address: string): boolean {
  return /^(0\.0\.0\.0|127\.\d+\.\d+\.\d+|::1?)$/.test(address)
}

/** Whoever is at that address is no mail server of this name: another certificate, other words, or only refusals. */
function isSomebodyElse(chart: Chart, role: Role): boolean {
  const mail = testedPorts(chart, role).filter(isMailPort)
  return (
    chart.fact(certificate)?.[role]?.faults.includes('wrong-name') === true ||
    chart.fact(greeting)?.[role]?.outcome === 'foreign' ||
    (mail.length > 0 && !mail.some(isOpen) && mail.some(({ end }) => end === 'refused'))
  )
}

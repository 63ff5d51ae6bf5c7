import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Attempt, Reach } from '../../core/network.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { resolvers } from '../../probes/names/resolvers.ts'
import { controlHosts } from '../../probes/network/control-hosts.ts'
import { openWeb } from '../../probes/network/open-web.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { serverPorts } from '../../probes/path/server-ports.ts'
import { isInTrouble, mailServers, undecidedForWantOf } from '../lib/chart-queries.ts'

/** No way out at all, or one on which nobody ever answers: a router whose own line is dead looks like that. */
export const noNetwork: Cause = {
  id: 'no-network',
  title: say('This Mac is not connected.'),
  harm: 'stops',
  layer: 'network',
  broughtBy: ['The network went away', 'wake'],
  showAfterMs: 10_000,
  seenHere: true,
  offline: true,
  // A Mac without a network knows that for sure.
  passing: (chart) => chart.fact(wayOut)?.connected !== false,
  judge(chart) {
    if (somebodyAnswers(chart) || needsNoNetwork(chart)) return absent
    const way = chart.fact(wayOut)
    if (way && !way.connected)
      return present(1, [lineOf(chart), ...(way.wifiOff === undefined ? [] : [say('Wi-Fi is switched off')])])
    if (!mailServers(chart).some(({ role }) => isInTrouble(chart, role))) return absent
    if (!way) return undecidedForWantOf(chart, wayOut) ?? absent
    return leadsNowhere(chart)
  },
  explain: (chart) => ({
    plain: chart.fact(wayOut)?.connected
      ? say(
          'There is no way to the internet: your Mac has joined a network, but nothing beyond it answers. Mail leaves by itself once that is mended.',
        )
      : say(
          'Your Mac has no connection to the internet at the moment. Mail leaves by itself once it is connected again.',
        ),
    details: chart.fact(wayOut)?.connected
      ? [say('Look whether other devices get out. If not, restart the router, or ask your internet provider.')]
      : [say('Check that Wi-Fi is on or the cable is plugged in, and that the router is working.')],
  }),
}

function leadsNowhere(chart: Chart): Verdict {
  const wants = undecidedForWantOf(chart, openWeb, resolvers)
  if (wants) return wants
  const near = chart.fact(resolvers)?.views.some(({ outcome }) => outcome === 'answered')
  // Where the web goes through a proxy, silence on the straight way is what the network wants.
  if (near && hasWebProxy(chart)) return absent
  return present(
    near ? 0.7 : 0.85,
    [
      say('The network gave this Mac an address, but nobody answers beyond it'),
      say('No web page came ({checks} tried)', { checks: chart.fact(openWeb)?.checks.length ?? 0 }),
      near ? say('No other provider and no public name server answered') : say('No name server answered'),
    ],
    near ? [say('The name server of this network answers')] : [],
  )
}

const hasWebProxy = (chart: Chart): boolean =>
  chart.fact(wayOut)?.network.proxies?.some(({ kind }) => kind !== 'socks') === true

/**
 * Even a refusal comes from somebody, so the network leads somewhere. Its own name server proves nothing: it may answer
 * from memory, and macOS says "no such name" offline, too.
 */
function somebodyAnswers(chart: Chart): boolean {
  const tries = [...ownTries(chart), ...(chart.fact(controlHosts)?.tries ?? [])]
  const far = (chart.fact(resolvers)?.views ?? []).filter(({ from }) => from === 'public' || from === 'https')
  const pages = chart.fact(openWeb)?.checks ?? []
  return (
    tries.some(({ reach }) => tellsOfNetwork.includes(reach)) ||
    far.some(({ outcome }) => outcome === 'answered' || outcome === 'no-such-name' || outcome === 'refused') ||
    pages.some(({ outcome }) => outcome !== 'none')
  )
}

/** `denied`: this Mac itself forbids it, and so has not even tried the network. */
const tellsOfNetwork: readonly Reach[] = ['open', 'refused', 'reset', 'denied']

/** A mail bridge on this Mac is reached without any network. */
function needsNoNetwork(chart: Chart): boolean {
  const tries = ownTries(chart)
  return tries.length > 0 && tries.every(({ address }) => isOnThisMac(address))
}

function ownTries(chart: Chart): Attempt[] {
  return Object.values(chart.fact(serverPorts) ?? {}).flatMap(({ tries }) => tries)
}

function lineOf(chart: Chart): Sentence {
  const { interfaces = [] } = chart.fact(wayOut)?.network ?? {}
  if (interfaces.length === 0) return say('No network is switched on or plugged in')
  const addressed = interfaces.filter(({ addresses }) => addresses.length > 0).map(({ name }) => name)
  return addressed.length > 0
    ? say('{interfaces} has an address, but there is no way out', { interfaces: verbatim(addressed.join(', ')) })
    : say('{interfaces} has no address', { interfaces: verbatim(interfaces.map(({ name }) => name).join(', ')) })
}

import type { Chart } from '../../core/chart.ts'
import { isPrivateAddressOf } from '../../core/inside.ts'
import { type Role, serversOf } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { serverName } from '../../probes/names/server-name.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { exchangeEndpoints } from '../../probes/server/exchange-endpoints.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { configuredPort, isReached, type TestedPort, testedPorts } from './chart-queries.ts'
import { filterAtWork, productOf } from './filter-at-work.ts'
import { appName, socketOf } from './mail-app.ts'
import { portLine } from './phrases.ts'
import { overdueMessages } from './waiting-mail.ts'

/** What Outbox Doctor cannot reach while the mail app is connected to that very server: then it is about us alone. */
export interface OnlyUsBlocked {
  by: 'local-network' | 'filter' | 'unknown'
  product?: string
  evidence: readonly Sentence[]
  against: readonly Sentence[]
}

/**
 * The mail app holds a connection to that server and port, and ours does not get as far as signing in. Where mail is
 * stuck, the app's own connection may be the sick one: then only the Mac's word that it was us who were forbidden
 * counts. On a Mac without a way out every connection is a leftover.
 */
export function onlyUsBlocked(chart: Chart): OnlyUsBlocked | undefined {
  if (chart.fact(wayOut)?.connected === false) return undefined
  const apart = serversOf(chart.account).flatMap(({ role }) => {
    const socket = socketOf(chart, role)
    return socket?.state === 'established' && isShut(chart, role) ? [{ role, ...socket }] : []
  })
  const [first] = apart
  if (!first) return undefined
  const forbidden = apart.some(({ role }) => isForbiddenHere(chart, role))
  if (!forbidden && overdueMessages(chart).length > 0) return undefined
  return {
    ...culprit(chart, first.role),
    evidence: apart.flatMap(({ role, host, port }) => [
      say('{app} is connected to {host}, port {port}', {
        app: appName(chart),
        host: verbatim(host),
        port: verbatim(port),
      }),
      ...ownEnd(chart, role),
    ]),
    against: forbidden ? [] : [say('The mail app’s connection may be left over from before')],
  }
}

/** Ours was not taken, or was dropped below signing in. */
function isShut(chart: Chart, role: Role): boolean {
  if (isReached(chart, role) === false) return true
  if (chart.account[role]?.protocol === 'exchange') return isSilentExchange(chart)
  const outcome = chart.fact(encryption)?.[role]?.outcome
  return outcome === 'silent' || outcome === 'reset' || outcome === 'closed'
}

function isSilentExchange(chart: Chart): boolean {
  const ews = chart.fact(exchangeEndpoints)?.endpoints.find(({ name }) => name === 'ews')
  return ews?.outcome === 'no-answer'
}

const isForbidden = ({ end }: TestedPort): boolean => end === 'denied'

/** EPERM for each try, or "no route" at once into our own network: so macOS 15 words a missing permission. */
function isForbiddenHere(chart: Chart, role: Role): boolean {
  const tested = configuredPort(chart, role)
  return tested !== undefined && (isForbidden(tested) || (tested.end === 'unreachable' && isNearby(chart, role)))
}

function culprit(chart: Chart, role: Role): Pick<OnlyUsBlocked, 'by' | 'product'> {
  if (isNearby(chart, role) && isForbiddenHere(chart, role)) return { by: 'local-network' }
  const filter = filterAtWork(chart)
  const product = productOf(filter)
  return filter ? { by: 'filter', ...(product && { product }) } : { by: 'unknown' }
}

/** In the local network, which macOS keeps programs out of until they are let in; not on this Mac itself. */
function isNearby(chart: Chart, role: Role): boolean {
  const addresses = chart.fact(serverName)?.[role]?.addresses ?? []
  return addresses.length > 0 && addresses.every(({ address }) => isPrivateAddressOf(address) && !isOnThisMac(address))
}

function ownEnd(chart: Chart, role: Role): Sentence[] {
  const tested = configuredPort(chart, role) ?? testedPorts(chart, role)[0]
  if (tested && tested.end !== 'open') return [portLine(tested)]
  return [say('The same connection, made by Outbox Doctor, is cut or stays silent')]
}

import { absent, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { type Role, type Server, serversOf } from '../../core/mail.ts'
import type { Attempt, Reach } from '../../core/network.ts'
import type { Probe } from '../../core/probe.ts'
import { withoutRepeats } from '../../core/sentence.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { serverName } from '../../probes/names/server-name.ts'
import { controlHosts } from '../../probes/network/control-hosts.ts'
import { serverPorts } from '../../probes/path/server-ports.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { greeting } from '../../probes/server/greeting.ts'
import { certificate } from '../../probes/tls/certificate.ts'
import { encryption } from '../../probes/tls/encryption.ts'

/** What several judges ask of a chart. Nothing here decides a cause. */

/** One port of one host, over all its addresses. */
export interface TestedPort {
  host: string
  port: number
  /** The best that any address gave: one that opens is enough for mail. */
  end: Reach
  tries: readonly Attempt[]
}

/** From the best end to the least telling: a refusal says that somebody is there, silence says nothing. */
const ends: readonly Reach[] = ['open', 'refused', 'reset', 'denied', 'silent', 'unreachable']

function testedPortOf(host: string, port: number, tries: readonly Attempt[]): TestedPort {
  const end = ends.find((one) => tries.some((attempt) => attempt.reach === one)) ?? 'silent'
  return { host, port, end, tries }
}

function doorsOf(host: string, tries: readonly Attempt[]): TestedPort[] {
  return [...Map.groupBy(tries, (attempt) => attempt.port)].map(([port, there]) => testedPortOf(host, port, there))
}

export const isOpen = ({ end }: TestedPort): boolean => end === 'open'
export const isWebPort = ({ port }: TestedPort): boolean => port === 443
export const isMailPort = (one: TestedPort): boolean => !isWebPort(one)

/** Every port tried on the host of one of the account's servers. */
export function testedPorts(chart: Chart, role: Role): readonly TestedPort[] {
  const fact = chart.fact(serverPorts)?.[role]
  return fact ? doorsOf(fact.host, fact.tries) : []
}

/** The port that the account is set to use. */
export function configuredPort(chart: Chart, role: Role): TestedPort | undefined {
  return testedPorts(chart, role).find(({ port }) => port === chart.account[role]?.port)
}

/** The hosts of other providers on this port; on all ports without one. */
export function controlPorts(chart: Chart, port?: number): readonly TestedPort[] {
  const tries = chart.fact(controlHosts)?.tries ?? []
  const all = [...Map.groupBy(tries, ({ host }) => host)].flatMap(([host, there]) => doorsOf(host, there))
  return port === undefined ? all : all.filter((one) => one.port === port)
}

/** The account's servers that speak a line protocol: only those have ports to try. */
export function mailServers(chart: Chart): readonly { role: Role; server: Server }[] {
  return serversOf(chart.account).filter(({ server }) => server.protocol !== 'exchange')
}

/** This is about sending: what keeps mail from coming in weighs less. */
export const roleWeight = (role: Role): number => (role === 'outgoing' ? 1 : 0.7)

/** Its addresses are known, so that its ports could be tried. */
export function hasKnownAddress(chart: Chart, role: Role): boolean {
  return chart.fact(serverName)?.[role]?.outcome === 'answered'
}

/** Somebody took our connection; `undefined`: nobody tried. */
export function isReached(chart: Chart, role: Role): boolean | undefined {
  const heard = chart.fact(greeting)?.[role]?.outcome
  if (heard !== undefined && heard !== 'silent') return true
  const configured = configuredPort(chart, role)
  return configured && isOpen(configured)
}

/** Every step up to signing in works, and nobody else sits in the server's place. */
export function serverWorks(chart: Chart, role: Role): boolean {
  const mode = chart.fact(encryption)?.[role]?.outcome
  const offers = chart.fact(capabilities)?.[role]
  const shown = chart.fact(certificate)?.[role]
  const faults = shown && !isOnThisMac(shown.host) ? shown.faults : []
  return (
    chart.fact(greeting)?.[role]?.outcome === 'greeted' &&
    (mode === 'secured' || mode === 'clear') &&
    offers !== undefined &&
    !offers.refusal &&
    !offers.broken &&
    !faults.some((fault) => fault === 'wrong-name' || fault === 'self-signed' || fault === 'untrusted')
  )
}

/** Connected, and then this in the handshake; not before it, and not because the port speaks the other mode. */
export function endsInTls(chart: Chart, role: Role, how: 'reset' | 'silent'): boolean {
  const tls = chart.fact(encryption)?.[role]
  // Where the session broke before TLS could begin, it is the capabilities that are broken.
  return tls?.outcome === how && !tls.otherMode?.works && !chart.fact(capabilities)?.[role]?.broken
}

/** With one server that works, the way out of this Mac is beyond doubt. */
export function someServerWorks(chart: Chart): boolean {
  return mailServers(chart).some(({ role }) => serverWorks(chart, role))
}

/** Something was seen to go wrong between here and one of the account's servers. */
export function isInTrouble(chart: Chart, role: Role): boolean {
  const name = chart.fact(serverName)?.[role]
  const greeted = chart.fact(greeting)?.[role]
  return (
    (name !== undefined && !name.literal && name.outcome !== 'answered') ||
    isReached(chart, role) === false ||
    (greeted !== undefined && greeted.outcome !== 'greeted')
  )
}

/** Undecided for want of those of these probes that found nothing out; `undefined` when all did. */
export function undecidedForWantOf(chart: Chart, ...asked: readonly Probe<unknown>[]): Verdict | undefined {
  const missing = asked.filter((probe) => chart.finding(probe)?.state !== 'known').map(({ id }) => id)
  return missing.length > 0 ? { is: 'undecided', missing } : undefined
}

/** Judges each server that speaks a line protocol and joins the verdicts: the heaviest leads, all evidence is kept. */
export function judgeServers(chart: Chart, judge: (role: Role, server: Server) => Verdict): Verdict {
  return joinedVerdicts(mailServers(chart).map(({ role, server }) => judge(role, server)))
}

/** Present where one is present, undecided where none is but one waits. */
export function joinedVerdicts(verdicts: readonly Verdict[]): Verdict {
  const sure = verdicts.filter((verdict) => verdict.is === 'present').sort((one, other) => other.weight - one.weight)
  const [first] = sure
  if (first)
    return present(
      first.weight,
      withoutRepeats(sure.flatMap(({ evidence }) => evidence)),
      withoutRepeats(sure.flatMap(({ against }) => against)),
    )
  const missing = verdicts.flatMap((verdict) => (verdict.is === 'undecided' ? verdict.missing : []))
  return missing.length > 0 ? { is: 'undecided', missing: [...new Set(missing)] } : absent
}

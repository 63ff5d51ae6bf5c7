import { controlPorts, isOpen, testedPorts } from '../../causes/lib/chart-queries.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role, Security, Server } from '../../core/mail.ts'
import type { GuidedValue } from '../../core/remedy.ts'
import { foreignName, type Sentence, say } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import { mailPortsOf } from '../../knowledge/mail-ports.ts'
import { otherDoors } from '../../probes/path/other-doors.ts'
import { publishedSettings } from '../../probes/server/published-settings.ts'

/** Values that were seen to work in this examination: nothing else is ever proposed. */

/** Other ports of the server that is set up which were seen open, the ones tried with success first, then the published. */
export function otherPorts(chart: Chart, role: Role): Server[] {
  const own = chart.account[role]
  if (!own) return []
  const open = testedPorts(chart, role).filter(isOpen)
  const tried = chart.fact(otherDoors)?.[role]?.doors ?? []
  const failed = tried.filter(({ works }) => !works).map(({ port }) => port)
  const published = chart.fact(publishedSettings)?.[role] ?? []
  const isPublished = ({ port }: { port: number }) =>
    published.some((one) => one.host === own.host && one.port === port && one.security !== 'none')
  const found = mailPortsOf(own.protocol).filter(
    ({ port }) => port !== own.port && open.some((one) => one.port === port) && !failed.includes(port),
  )
  const ranked = [...found.filter(isPublished), ...found.filter((way) => !isPublished(way))]
  const isProven = ({ port }: { port: number }) => tried.some((one) => one.port === port && one.works)
  return [...ranked.filter(isProven), ...ranked.filter((way) => !isProven(way))].map((way) => ({
    protocol: own.protocol,
    host: own.host,
    ...way,
  }))
}

/** Published servers of the same kind whose port was seen open, other than the one that is set up, best first. */
export function publishedAndOpen(chart: Chart, role: Role): Server[] {
  const own = chart.account[role]
  const open = [...testedPorts(chart, role), ...controlPorts(chart)].filter(isOpen)
  return publishedFor(chart, role).filter(
    (one) =>
      !(own && one.host === own.host && one.port === own.port && one.security === own.security) &&
      open.some(({ host, port }) => host === one.host && port === one.port),
  )
}

/** What the provider publishes for this role, of the protocol that is in use, encrypted, best first. */
export function publishedFor(chart: Chart, role: Role): Server[] {
  const protocol = chart.account[role]?.protocol
  return (chart.fact(publishedSettings)?.[role] ?? []).filter(
    (one) =>
      one.security !== 'none' &&
      one.protocol !== 'exchange' &&
      (protocol === undefined || one.protocol === protocol) &&
      (role === 'outgoing') === (one.protocol === 'smtp'),
  )
}

export const encryptionWords: Record<Security, Sentence> = {
  tls: foreignName('SSL/TLS'),
  starttls: foreignName('STARTTLS'),
  none: say('none'),
}
export const purposeOfRole: Record<Role, Sentence> = { outgoing: say('sending'), incoming: say('receiving') }

/** The server's values, one by one, ready to copy. */
export function valuesOf(role: Role, { host, port, security }: Server): GuidedValue[] {
  const purpose = purposeOfRole[role]
  return [
    { name: say('Server for {purpose}', { purpose }), value: foreignName(harmless(host, 255)) },
    ...portAndSecurity(role, { port, security }),
  ]
}

export function portAndSecurity(role: Role, { port, security }: Pick<Server, 'port' | 'security'>): GuidedValue[] {
  const purpose = purposeOfRole[role]
  return [
    { name: say('Port for {purpose}', { purpose }), value: foreignName(String(port)) },
    { name: say('Encryption for {purpose}', { purpose }), value: encryptionWords[security] },
  ]
}

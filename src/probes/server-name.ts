import { type PerServer, roles, type Server, serversOf } from '../core/mail.ts'
import type { Address, DnsOutcome } from '../core/network.ts'
import type { Examination, Probe, Telling } from '../core/probe.ts'
import { harmless, withoutAddresses } from '../core/text.ts'
import type { Millis } from '../core/time.ts'
import { literalOf, oddityOf } from './host-name.ts'
import { lookUp } from './look-up.ts'

export type ServerName = PerServer<{
  host: string
  /** The host is an IP address: nothing was looked up. */
  literal: boolean
  outcome: DnsOutcome
  code?: string
  /** At most four of each family, in the system's order. */
  addresses: readonly Address[]
  /** Characters that no host name has, harmless: `,`, or in words where they cannot be seen: "a space". */
  odd?: string
  ms: Millis
}>

type Named = NonNullable<ServerName[keyof ServerName]>

export const serverName: Probe<ServerName> = {
  id: 'server-name',
  question: 'What are the mail servers’ addresses?',
  layer: 'names',
  budget: 6_000,
  vital: true,
  ask: async (exam, _signal, sofar) => {
    let fact: ServerName = {}
    const servers = serversOf(exam.account)
    await Promise.all(
      servers.map(async ({ role, server }) => {
        const known = await named(exam, server)
        fact = { ...fact, [role]: known }
        if (Object.keys(fact).length < servers.length) sofar(fact)
      }),
    )
    return fact
  },
  tell,
}

async function named(exam: Examination, { host }: Server): Promise<Named> {
  const literal = literalOf(host)
  if (literal) return { host, literal: true, outcome: 'answered', addresses: [literal], ms: 0 }
  const odd = oddityOf(host)
  if (odd !== undefined)
    return {
      host: withoutAddresses(host),
      literal: false,
      outcome: 'no-such-name',
      addresses: [],
      odd: harmless(odd),
      ms: 0,
    }
  const { records, ...answer } = await lookUp(exam, host)
  return { host, literal: false, ...answer, addresses: few(records) }
}

function few(records: readonly Address[]): Address[] {
  const most = 4
  return records.filter((one, at) => records.slice(0, at).filter(({ family }) => family === one.family).length < most)
}

function tell(fact: ServerName): Telling {
  const all = roles.flatMap((role) => fact[role] ?? [])
  const names = all.filter((one, at) => all.findIndex(({ host }) => host === one.host) === at)
  const bad = names.find((one) => one.addresses.length === 0)
  if (bad) return { tone: 'bad', line: failure(bad) }
  if (names.length === 0) return { tone: 'plain', line: 'The account has no server' }
  return { tone: 'good', line: names.map(success).join('; ') }
}

function success({ host, literal, ms }: Named): string {
  if (literal) return `${host} is an address itself`
  // Which address it is, the fact tells; an engineer will look there.
  return ms > 1_000 ? `${host} was found, after ${(ms / 1_000).toFixed(1)} s` : `${host} was found`
}

function failure({ host, outcome, odd }: Named): string {
  if (odd !== undefined) return `“${host}” cannot be a server name: it has ${odd}`
  const lines: Record<DnsOutcome, string> = {
    answered: `${host} has no address`,
    'no-such-name': `There is no ${host}`,
    'no-records': `${host} has no address`,
    refused: `Looking up ${host} was refused`,
    silent: `Looking up ${host} got no answer`,
    failed: `Looking up ${host} failed`,
  }
  return lines[outcome]
}

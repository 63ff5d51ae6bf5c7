import { type PerServer, roles, type Server, serversOf } from '../../core/mail.ts'
import type { Address, DnsOutcome } from '../../core/network.ts'
import type { Probe, ProbeContext, Telling } from '../../core/probe.ts'
import { duration, joinSentences, type Sentence, say, verbatim, withTexts } from '../../core/sentence.ts'
import { harmless, withoutAddresses } from '../../core/text.ts'
import type { Millis } from '../../core/time.ts'
import { literalOf, oddityOf } from '../lib/host-name.ts'
import { lookUp } from '../lib/look-up.ts'

export type ServerName = PerServer<{
  host: string
  /** The host is an IP address: nothing was looked up. */
  literal: boolean
  outcome: DnsOutcome
  code?: string
  /** At most four of each family, in the system's order. */
  addresses: readonly Address[]
  /** Characters that no host name has, harmless: `,`, or in words where they cannot be seen: "a space". */
  odd?: Sentence
  ms: Millis
}>

type Named = NonNullable<ServerName[keyof ServerName]>

export const serverName: Probe<ServerName> = {
  id: 'server-name',
  question: say('What are the mail servers’ addresses?'),
  layer: 'names',
  decides: 'works',
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
  describe: tell,
}

async function named(exam: ProbeContext, { host }: Server): Promise<Named> {
  const literal = literalOf(host)
  if (literal) return { host, literal: true, outcome: 'answered', addresses: [literal], ms: 0 }
  const odd = oddityOf(host)
  if (odd !== undefined)
    return {
      host: withoutAddresses(host),
      literal: false,
      outcome: 'no-such-name',
      addresses: [],
      odd: withTexts(odd, (text) => harmless(text)),
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
  if (names.length === 0) return { tone: 'plain', line: say('The account has no server') }
  return { tone: 'good', line: joinSentences(names.map(success), '; ') }
}

function success({ host, literal, ms }: Named): Sentence {
  if (literal) return say('{host} is an address itself', { host: verbatim(host) })
  // Which address it is, the fact tells; an engineer will look there.
  return ms > 1_000
    ? say('{host} was found, after {took}', { host: verbatim(host), took: duration(ms) })
    : say('{host} was found', { host: verbatim(host) })
}

function failure({ host, outcome, odd }: Named): Sentence {
  if (odd !== undefined) return say('“{host}” cannot be a server name: it has {odd}', { host: verbatim(host), odd })
  const lines: Record<DnsOutcome, Sentence> = {
    answered: say('{host} has no address', { host: verbatim(host) }),
    'no-such-name': say('There is no {host}', { host: verbatim(host) }),
    'no-records': say('{host} has no address', { host: verbatim(host) }),
    refused: say('Looking up {host} was refused', { host: verbatim(host) }),
    silent: say('Looking up {host} got no answer', { host: verbatim(host) }),
    failed: say('Looking up {host} failed', { host: verbatim(host) }),
  }
  return lines[outcome]
}

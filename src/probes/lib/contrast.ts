import { isPrivateAddressOf } from '../../core/inside.ts'
import type { DnsAnswer, DnsOutcome, DnsServer } from '../../core/network.ts'
import type { ProbeContext } from '../../core/probe.ts'
import { lookUp } from './look-up.ts'

/** What a resolver says about a name's addresses, of both families. */
interface View {
  outcome: DnsOutcome
  addresses: readonly string[]
}

/** One name as a mail app here gets it, beside what the first public resolver that answers says. */
export async function contrastOf(exam: ProbeContext, name: string, signal: AbortSignal) {
  const { publicResolvers, dohResolvers } = exam.outside
  const servers: DnsServer[] = [...publicResolvers.map(({ server }) => ({ server })), ...dohResolvers.map(doh)]
  const [system, ...others] = await Promise.all([
    lookUp(exam, name).then(viewOf),
    ...servers.map((server) => publicView(exam, name, server, signal)),
  ])
  const outside: View = others.find(isAnswer) ?? others[0] ?? { outcome: 'silent', addresses: [] }
  return {
    name,
    system: system.outcome,
    public: outside.outcome,
    systemAddresses: system.addresses,
    publicAddresses: outside.addresses,
    agree: agree(system, outside),
  }
}

function doh({ url }: { url: string }): DnsServer {
  return { doh: url }
}

function viewOf({ outcome, records }: DnsAnswer<{ address: string }>): View {
  return { outcome, addresses: records.slice(0, 8).map(({ address }) => address) }
}

async function publicView({ world: { net } }: ProbeContext, name: string, server: DnsServer, signal: AbortSignal) {
  const [a, aaaa] = await Promise.all([
    net.resolve(name, 'A', server, signal),
    net.resolve(name, 'AAAA', server, signal),
  ])
  const addresses = [...a.records, ...aaaa.records].slice(0, 8)
  // An AAAA that nobody answers says nothing about the name while the A is known.
  const outcome = addresses.length > 0 ? 'answered' : a.outcome
  return { outcome, addresses }
}

function isAnswer({ outcome }: View): boolean {
  return outcome === 'answered' || isNo(outcome)
}

function isNo(outcome: DnsOutcome): boolean {
  return outcome === 'no-such-name' || outcome === 'no-records'
}

/**
 * Networks that serve one name from many places answer each asker differently, so other addresses are no
 * disagreement. Addresses that cannot be on the internet are, where the public ones can: a filter or a sink.
 */
function agree(system: View, outside: View): boolean {
  if (!isAnswer(outside)) return true
  if (system.outcome !== 'answered') return isNo(system.outcome) && isNo(outside.outcome)
  if (outside.outcome !== 'answered') return false
  const shared = system.addresses.some((address) => outside.addresses.includes(address))
  return shared || outside.addresses.some(isPrivateAddressOf) || !system.addresses.some(isPrivateAddressOf)
}

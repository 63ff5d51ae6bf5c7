import type { Address, DnsAnswer } from '../../core/network.ts'
import type { ProbeContext } from '../../core/probe.ts'

const lookups = {}

/** The addresses of a name as a mail app would get them, asked once in an examination: within 5 s, says `Net`. */
export function lookUp(exam: ProbeContext, name: string): Promise<DnsAnswer<Address>> {
  const known = exam.once(lookups, () => new Map<string, Promise<DnsAnswer<Address>>>())
  const answer = known.get(name) ?? exam.world.net.lookup(name, exam.signal)
  known.set(name, answer)
  return answer
}

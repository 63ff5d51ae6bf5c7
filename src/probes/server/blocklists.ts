import type { DnsAnswer } from '../../core/network.ts'
import { type Probe, type ProbeContext, type Telling, Unknown } from '../../core/probe.ts'
import { listOf as inRow, say, verbatim } from '../../core/sentence.ts'
import { publicAddressIn, reversedAddress } from '../lib/public-address.ts'
import { conversation } from './conversation.ts'

/** Whether blocklists name the address by which the outside sees us. Only a hint. */
export interface Blocklists {
  lists: readonly {
    name: string
    zone: string
    outcome: 'listed' | 'not-listed' | 'no-answer'
    codes: readonly string[]
  }[]
}

type List = Blocklists['lists'][number]

export const blocklists: Probe<Blocklists> = {
  id: 'blocklists',
  question: say('Is our internet address on a blocklist?'),
  budget: 7_000,
  after: [conversation],
  when: ({ deep }) => deep,
  ask: async (exam, signal) => {
    // Nobody is asked who we are: some servers say it in their answer to EHLO.
    const lines = exam.chart.fact(conversation)?.outgoing?.steps.filter(({ who }) => who === 'server') ?? []
    const address = publicAddressIn(lines.map(({ line }) => line))
    if (!address) throw new Unknown(say('The server does not tell by which internet address it sees this Mac.'))
    const lists = exam.outside.blocklists.map(({ name, zone }) => look(exam, { name, zone }, address, signal))
    return { lists: await Promise.all(lists) }
  },
  describe: tell,
}

async function look(exam: ProbeContext, list: { name: string; zone: string }, address: string, signal: AbortSignal) {
  const ask = async (name: string) => {
    const answer = await exam.world.net.resolve(`${reversedAddress(name)}.${list.zone}`, 'A', 'system', signal)
    return { said: said(answer), codes: answer.records }
  }
  // RFC 5782 §5: every list names 127.0.0.2 and none names 127.0.0.1; else it is not the list that answers.
  const [asked, always, never] = await Promise.all([ask(address), ask('127.0.0.2'), ask('127.0.0.1')])
  const sound = always.said === 'listed' && never.said === 'not-listed'
  const outcome = sound ? asked.said : 'no-answer'
  return { ...list, outcome, codes: outcome === 'listed' ? asked.codes.slice(0, 8) : [] }
}

function said({ outcome, records }: DnsAnswer<string>): List['outcome'] {
  if (outcome === 'no-such-name' || outcome === 'no-records') return 'not-listed'
  return outcome === 'answered' && records.every(isListing) ? 'listed' : 'no-answer'
}

/** Not 127.255.255.x (wrong zone, public resolver, too many queries), not 127.0.1.255 (an address asked of a name list). */
function isListing(code: string): boolean {
  return /^127\.0\.\d+\.\d+$/.test(code) && code !== '127.0.1.255'
}

function tell({ lists }: Blocklists): Telling {
  const listed = lists.filter(({ outcome }) => outcome === 'listed').map(({ name }) => name)
  // Many addresses are, and many servers do not care.
  if (listed.length > 0)
    return {
      tone: 'plain',
      line: say('Our internet address is listed by {listed}', { listed: inRow(listed.map(verbatim), ', ') }),
    }
  if (lists.some(({ outcome }) => outcome === 'not-listed'))
    return { tone: 'good', line: say('Our internet address is on no blocklist that answered') }
  return { tone: 'plain', line: say('No blocklist gave a usable answer') }
}

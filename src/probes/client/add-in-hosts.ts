import type { Reach } from '../../core/network.ts'
import { type Probe, type ProbeContext, type Telling, Unknown } from '../../core/probe.ts'
import { listOf, say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import type { Instant, Millis } from '../../core/time.ts'
import { literalOf, oddityOf } from '../lib/host-name.ts'
import { lookUp } from '../lib/look-up.ts'

/** Add-ins of Outlook come from the web each time; one that has a say at sending holds the message until it has come. */
export interface AddInHosts {
  addIns: readonly { name: string; host: string; since?: Instant; reach: Reach | 'no-address' }[]
}

const connectTimeoutMs: Millis = 4_000

export const addInHosts: Probe<AddInHosts> = {
  id: 'add-in-hosts',
  question: say('Do the add-ins of the mail app come when they are called?'),
  layer: 'mail-app',
  // Looking a name up 5 s, connecting 4 s.
  budget: 10_500,
  when: ({ observation }) => (observation?.addIns?.length ?? 0) > 0,
  ask: async (exam, signal) => {
    const addIns = exam.observation?.addIns ?? []
    if (addIns.length === 0) throw new Unknown(say('No add-in is known.'))
    const most = 8
    return { addIns: await Promise.all(addIns.slice(0, most).map((one) => reached(exam, one, signal))) }
  },
  describe: tell,
}

type One = AddInHosts['addIns'][number]

async function reached(
  exam: ProbeContext,
  { name, host, since }: Omit<One, 'reach'>,
  signal: AbortSignal,
): Promise<One> {
  const known = { name: harmless(name, 60), host: harmless(host, 100), ...(since !== undefined && { since }) }
  const literal = literalOf(host)
  if (!literal && oddityOf(host) !== undefined) return { ...known, reach: 'no-address' }
  const addresses = literal ? [literal] : (await lookUp(exam, host)).records
  const reaches = await Promise.all(addresses.slice(0, 2).map(({ address }) => knock(exam, address, signal)))
  return { ...known, reach: reaches.find((one) => one === 'open') ?? reaches[0] ?? 'no-address' }
}

async function knock({ world: { net } }: ProbeContext, address: string, signal: AbortSignal): Promise<Reach> {
  const { attempt, connection } = await net.connect(address, 443, connectTimeoutMs, signal)
  connection?.close()
  return attempt.reach
}

function tell({ addIns }: AddInHosts): Telling {
  const lost = addIns.filter(({ reach }) => reach !== 'open').map(({ name, host }) => `${name} (${host})`)
  if (lost.length > 0)
    return { tone: 'bad', line: say('Cannot be reached: {lost}', { lost: listOf(lost.map(verbatim), ', ') }) }
  return {
    tone: 'good',
    line: say('Could be reached: {addIns}', {
      addIns: listOf(
        addIns.map(({ name }) => verbatim(name)),
        ', ',
      ),
    }),
  }
}

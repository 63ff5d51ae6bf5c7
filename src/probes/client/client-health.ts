import { clientOf } from '../../core/client.ts'
import { type Probe, type ProbeContext, Unknown } from '../../core/probe.ts'
import { say } from '../../core/sentence.ts'
import { withoutAddresses } from '../../core/text.ts'
import type { Millis } from '../../core/time.ts'
import { askHowItIs, checkSignature } from '../lib/client-answers.ts'
import { type ClientHealth, seenAsIs } from '../lib/client-health-fact.ts'
import { describeHealth } from '../lib/client-health-words.ts'
import { clientProcess, whyProcessUnseen } from '../lib/client-process.ts'

export const clientHealth: Probe<ClientHealth> = {
  id: 'client-health',
  question: say('Is the mail app well?'),
  layer: 'mail-app',
  decides: 'works',
  // A list of processes 2 s, two scripts 4 s and 8 s; the signature is checked meanwhile.
  budget: 24_000,
  when: (exam) => clientOf(exam) !== undefined,
  ask,
  describe: describeHealth,
}

async function ask(exam: ProbeContext, signal: AbortSignal): Promise<ClientHealth> {
  const client = clientOf(exam)
  if (!client) throw new Unknown(say('It is not known which mail app this account is in.'))
  const process = await clientProcess(exam, client)
  if (!process.seen && !exam.observation) throw new Unknown(whyProcessUnseen(process))
  const running = process.seen ? process.value !== undefined : exam.observation?.running
  const fact = { ...observed(exam), client, ...(running !== undefined && { running }) }
  if (!isSuspicious(exam)) return fact
  const [signature, answer] = await Promise.all([
    checkSignature(exam, client, limit, signal),
    // A script would start an app that is not running.
    running ? askHowItIs(exam, client, signal) : {},
  ])
  return { ...answer, ...fact, ...(signature && { signature }) }
}

const limit: Millis = 15_000

/** Without a waiting message nobody needs to know, and both questions cost the Mac something. */
function isSuspicious({ deep, messages }: ProbeContext): boolean {
  return deep || messages.some(({ state }) => state === 'waiting')
}

/** What the last look at the app has shown already; nothing else of it leaves memory. */
function observed({ observation, account }: ProbeContext): Omit<ClientHealth, 'client'> {
  if (!observation) return { errors: [] }
  const { accounts, codes = [], shownError, at } = observation
  const own = accounts.find(({ id }) => id === account.id)
  const shown = shownError === undefined ? [] : [{ code: withoutAddresses(shownError), at }]
  return {
    ...picked(observation, seenAsIs),
    ...(own && { account: { enabled: own.enabled, ...(own.offline !== undefined && { offline: own.offline }) } }),
    errors: [...codes, ...shown],
  }
}

function picked<T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]]))) as Pick<T, K>
}

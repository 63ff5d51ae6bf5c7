import type { AccountSnapshot } from '../core/account-snapshot.ts'
import { type Observation, observationWithout, observationWithoutSubjects } from '../core/client.ts'
import type { Instant } from '../core/time.ts'
import type { MailMac } from './client.ts'
import { withReader } from './known-clients.ts'

/** The same account a little later. What nobody looked at before is not looked at now. */
export async function lookAgain(
  before: AccountSnapshot,
  mac: MailMac,
  at: Instant,
  signal: AbortSignal,
): Promise<AccountSnapshot> {
  const seen = await withReader(before.observation?.client, (reader) => reader.read(mac, at, signal))
  if (!seen) return before
  const observation = observationWithout(observationWithoutSubjects(seen), before.aside)
  return { ...before, ...whatIsOf(before, observation), observation }
}

function whatIsOf({ account, messages }: AccountSnapshot, { accounts, outbox }: Observation): Partial<AccountSnapshot> {
  const own = accounts.find(({ id }) => id === account.id)
  if (!outbox.seen) return own ? { account: own } : {}
  // We may have known of a message for longer than its app tells.
  const since = new Map(messages.map(({ id, waitingSince }) => [id, waitingSince]))
  const waiting = outbox.messages
    .filter((message) => (message.account ?? '') === account.id)
    .map((message) => ({ ...message, waitingSince: since.get(message.id) ?? message.waitingSince }))
  return { ...(own && { account: own }), messages: waiting }
}

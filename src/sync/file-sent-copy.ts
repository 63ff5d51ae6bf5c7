import type { Account } from '../core/mail.ts'
import { type Sentence, say } from '../core/sentence.ts'
import type { SignIns } from '../core/sign-ins.ts'
import type { FileSentAnswer, SentCopy, World } from '../core/world.ts'
import { roundTripEnds, serverVisitor } from './round-trip.ts'

/** Has the account's server take a copy for Sent, unless it has it already. Throws only when aborted. */
export async function fileSentOnServer(
  visitor: { world: Pick<World, 'net' | 'secrets' | 'clock'>; signIns: SignIns; account: Account; signal: AbortSignal },
  copy: SentCopy,
): Promise<FileSentAnswer | { why: Sentence }> {
  const { world, account, signal } = visitor
  const incoming = roundTripEnds(account)?.incoming
  const secret = await world.secrets.read(account.id)
  if (!incoming || incoming.security === 'none' || !secret) return { why: say('Nobody can sign in here.') }
  // It was let in a moment ago, to compare: one sign-in more for each copy locks nobody out.
  const visit = serverVisitor(visitor, secret, 'again')
  return visit(incoming, (address, login) => world.net.fileSent(incoming, address, login, copy, signal))
}

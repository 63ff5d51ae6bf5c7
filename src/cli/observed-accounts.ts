import type { ClientAccount } from '../core/client.ts'
import type { Account, ClientId } from '../core/mail.ts'
import { say } from '../core/sentence.ts'
import type { Session } from '../session/session.ts'
import type { CommandContext } from './command-context.ts'
import { WrongUse } from './exit-status.ts'
import { firstState } from './first-state.ts'

/** The accounts that the mail apps show at a first look: the one that is wanted, by id or address, or all. Throws `WrongUse`. */
export async function observedAccounts(
  session: Session,
  wanted: string | undefined,
  context: CommandContext,
): Promise<{ account: Account; client: ClientId }[]> {
  const seen = new Map<string, ClientAccount>()
  const request = {
    ...session.request,
    seen: ({ accounts }: { accounts: readonly ClientAccount[] }) => {
      for (const account of accounts) seen.set(account.id, account)
    },
  }
  await firstState({ agent: session.agent, request }, context)
  const all = [...seen.values()].filter(({ enabled }) => enabled)
  const own = wanted === undefined ? all : all.filter((one) => [one.id, one.email].includes(wanted))
  if (wanted !== undefined && own.length !== 1)
    throw new WrongUse(
      say('--account: there is no such account, or several; outbox-doctor accounts --json lists their ids.'),
    )
  return own.map((account) => ({ account, client: account.client }))
}

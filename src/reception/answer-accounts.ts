import type { AccountShown } from '../contract/accounts.ts'
import { yes } from '../contract/answer.ts'
import type { Server } from '../core/mail.ts'
import type { Consultation } from '../core/remedy.ts'
import type { AccountState, ClientState } from '../core/state.ts'
import { publishedSettings } from '../probes/published-settings.ts'
import { signIn } from '../probes/sign-in.ts'
import type { Some } from './house.ts'
import { titled } from './titles.ts'
import type { Watching } from './watching.ts'

export function answerAccounts(here: () => Watching): Some<'accounts'> {
  return {
    accounts() {
      const { doctor, house } = here()
      return yes(
        doctor
          .state()
          .clients.flatMap((app) =>
            app.accounts.map((account) => shown(app, account, house.agent.consultation(account.id))),
          ),
      )
    },
  }
}

function shown(app: ClientState, account: AccountState, found: Consultation | undefined): AccountShown {
  const { id, name, enabled, offline } = account
  const common = { id, client: app.client, app: app.name, name, enabled, ...(offline !== undefined && { offline }) }
  return found ? { ...common, ...examined(found) } : common
}

function examined({ account, chart, diagnosis }: Consultation): Partial<AccountShown> {
  const { outgoing, incoming } = account
  const at = chart.at
  const published = chart.fact(publishedSettings)
  const tried = chart.finding(signIn)
  const [cause] = diagnosis.causes
  return {
    ...(outgoing && { outgoing: plain(outgoing) }),
    ...(incoming && { incoming: plain(incoming) }),
    ...(published && {
      published: {
        at,
        ...(published.provider && { provider: published.provider.name }),
        ...(published.source && { source: published.source }),
        outgoing: published.outgoing.map(plain),
        incoming: published.incoming.map(plain),
      },
    }),
    ...(tried?.state === 'known' && { signIn: { at, ...tried.telling } }),
    examined: { at, status: diagnosis.status, ...(cause && { cause: titled(cause.id) }) },
  }
}

/** Without the user name. */
function plain({ protocol, host, port, security, auth }: Server) {
  return { protocol, host, port, security, ...(auth && { auth }) }
}

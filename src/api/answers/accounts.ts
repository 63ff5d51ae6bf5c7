import { nameOfClient, type SyncReport, tellReport } from '../../agent.ts'
import { roles, type Server } from '../../core/mail.ts'
import type { RemedyContext } from '../../core/remedy.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { AccountState, ClientState } from '../../core/state.ts'
import { harmless } from '../../core/text.ts'
import type { Instant } from '../../core/time.ts'
import { publishedSettings } from '../../probes/server/published-settings.ts'
import { type SignInFact, signIn } from '../../probes/sign-in/sign-in.ts'
import type { AnswersTo } from '../endpoint.ts'
import type { AccountShown, accountRequests } from '../schema/accounts.ts'
import { errorAnswer, okAnswer } from '../schema/answer.ts'
import type { AnswerContext } from './context.ts'
import { causeWithTitle } from './titles.ts'
import type { WatchedSession } from './watched-session.ts'

export function answerAccounts({ watched }: Pick<AnswerContext, 'watched'>): AnswersTo<typeof accountRequests> {
  return {
    async accounts() {
      const { doctor, session } = watched()
      const all = doctor.state().clients.flatMap((app) =>
        app.accounts.map((account) => ({
          ...shown(app, account, session.agent.remedyContext(account.id)),
          ...inFull(doctor.ownAddress(account.id)),
          ...inStep(session.agent.syncReport(account.id)),
        })),
      )
      const isReady = (await session.secrets?.ready())?.ready === true
      if (!isReady) return okAnswer(all)
      const kept = await Promise.all(all.map(async ({ id }) => (await session.secrets?.read(id)) !== undefined))
      return okAnswer(all.map((account, index) => ({ ...account, password: kept[index] ?? false })))
    },
    async keepPassword({ account, password }) {
      const { doctor, session } = watched()
      const ready = await session.secrets?.ready()
      if (!session.secrets || !ready) return errorAnswer('unavailable', say('No password can be kept here.'))
      if (!ready.ready) return errorAnswer('unavailable', ready.why)
      if (!isKnown(doctor, account)) return errorAnswer('not-found', say('There is no such account any more.'))
      const kept = await session.secrets.keep(account, { secret: password, method: 'password' })
      if (!kept.done) return errorAnswer('failed', kept.detail ?? say('The password could not be kept.'))
      doctor.examineNow(account)
      return okAnswer({})
    },
    async forgetPassword({ account }) {
      const { session, doctor } = watched()
      const gone = await session.secrets?.forget(account)
      // Gone is gone, whoever took it away.
      if (!gone?.done && gone?.why !== 'missing')
        return errorAnswer('failed', say('The password could not be removed.'))
      if (gone.done) doctor.examineNow(account)
      return okAnswer({})
    },
  }
}

/** As an app has it, it may be anything; one line is shown. */
function inFull(address: string | undefined): Pick<AccountShown, 'address'> {
  return address === undefined ? {} : { address: harmless(address, 320) }
}

function isKnown(doctor: WatchedSession['doctor'], account: string): boolean {
  return doctor.state().clients.some(({ accounts }) => accounts.some(({ id }) => id === account))
}

function shown(app: ClientState, account: AccountState, found: RemedyContext | undefined): AccountShown {
  const { id, name, enabled, offline } = account
  const common = { id, client: app.client, app: app.name, name, enabled, ...(offline !== undefined && { offline }) }
  return found ? { ...common, ...examined(found) } : common
}

function inStep(report: SyncReport | undefined): Pick<AccountShown, 'inStep'> {
  return report ? { inStep: { at: report.at, ...tellReport(report, nameOfClient(report.client)) } } : {}
}

function examined({ account, chart, diagnosis }: RemedyContext): Partial<AccountShown> {
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
    ...(tried?.state === 'known' && { signIn: { at, ...tried.telling, ...inShort(tried.fact) } }),
    examined: { at, status: diagnosis.status, ...(cause && { cause: causeWithTitle(cause.id) }) },
  }
}

/**
 * Where the password was decided about, and when, if that was at an earlier time. The number is the server's for SMTP
 * (RFC 4954); others have none.
 */
function inShort(fact: SignInFact): { at?: Instant; short?: Sentence } {
  const each = roles.flatMap((role) => fact[role] ?? [])
  const refused = each.filter(({ outcome }) => outcome === 'refused')
  if (refused.length > 0) {
    const withCode = refused.find(({ reply }) => reply?.protocol === 'smtp')
    const code = withCode?.reply?.code
    const short =
      code === undefined ? say('Password refused') : say('Password refused ({code})', { code: verbatim(code) })
    return { ...momentOf([withCode ?? refused[0]]), short }
  }
  const isAccepted = each.length > 0 && each.every(({ outcome }) => outcome === 'accepted')
  return isAccepted ? { ...momentOf(each), short: say('Password accepted') } : {}
}

/** The oldest of what is remembered, so that nothing seems newer than it is. */
function momentOf(each: readonly ({ at?: Instant } | undefined)[]): { at?: Instant } {
  const remembered = each.flatMap((one) => one?.at ?? [])
  return remembered.length > 0 ? { at: Math.min(...remembered) } : {}
}

/** Without the user name. */
function plain({ protocol, host, port, security, auth }: Server) {
  return { protocol, host, port, security, ...(auth && { auth }) }
}

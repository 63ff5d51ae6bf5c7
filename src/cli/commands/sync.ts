import type { SyncReport } from '../../agent.ts'
import type { Account, ClientId } from '../../core/mail.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'
import { observedAccounts } from '../observed-accounts.ts'
import { isPlay, meansNothing, openSceneToExamine, openSession, type SessionOptions } from '../open-session.ts'
import { accountOptions } from '../options.ts'

export const syncCommand = command<SyncOptions>({
  words: say('whether the mail app shows what the server has'),
  group: 'look',
  options: accountOptions,
  json: (z, { idsShape, momentShape, versionShape }) =>
    z.object({
      schema: versionShape,
      accounts: z.array(
        z.object({
          account: z.string(),
          client: z.string(),
          at: momentShape,
          verdict: z.enum(['in-step', 'differs', 'unsure']),
          differences: idsShape,
          changesWaiting: z.int().optional(),
          unseen: z.int(),
        }),
      ),
    }),
  exits: {
    0: say('the mail app shows what the server has'),
    1: say('they differ'),
    3: say('it could not be told'),
  },
  run: (_given, options, context) => sync(options, context),
})

interface SyncOptions extends SessionOptions {
  account?: string
  json?: boolean
}

type Compare = (one: { account: Account; client: ClientId }) => Promise<SyncReport>

/** `outbox-doctor sync`: whether the mail app shows what the server has. */
async function sync(options: SyncOptions, context: CommandContext): Promise<ExitStatus> {
  return isPlay(options) ? inScene(options, context) : onMac(options, context)
}

async function inScene(options: SyncOptions, context: CommandContext): Promise<ExitStatus> {
  if (options.account !== undefined) throw new WrongUse(meansNothing('--account', true))
  const { played, agent, hasten, close } = await openSceneToExamine(options, context)
  try {
    const accounts = played.accounts.map((account) => ({
      account,
      client: played.observationOf(account)?.client ?? account.client ?? '',
    }))
    const compare: Compare = (one) => hasten(agent.sync({ ...one, signal: context.signal }))
    return await compareAll(accounts, compare, options, context)
  } finally {
    await close()
  }
}

async function onMac(options: SyncOptions, context: CommandContext): Promise<ExitStatus> {
  const session = await openSession('sync', options, context)
  try {
    const accounts = await observedAccounts(session, options.account, context)
    const compare: Compare = (one) => session.agent.sync({ ...one, signal: context.signal })
    return await compareAll(accounts, compare, options, context)
  } finally {
    await session.close()
  }
}

async function compareAll(
  accounts: readonly { account: Account; client: ClientId }[],
  compare: Compare,
  { json }: SyncOptions,
  context: CommandContext,
): Promise<ExitStatus> {
  const reports: SyncReport[] = []
  for (const one of accounts) {
    const report = await compare(one)
    reports.push(report)
    if (!json) await print(report, one.account, context)
  }
  if (json) context.terminal.print(jsonText({ schema: 1, accounts: reports.map(reportJson) }))
  else if (reports.length === 0) context.note(say('No account was found.'))
  if (reports.some(({ verdict }) => verdict === 'differs')) return exitStatus.causeFound
  return reports.length > 0 && reports.every(({ verdict }) => verdict === 'in-step')
    ? exitStatus.clear
    : exitStatus.couldNotTell
}

/** Without names of folders: JSON may be handed on. */
function reportJson({ account, client, at, verdict, differences, changesWaiting, unseen }: SyncReport) {
  return {
    account,
    client,
    verdict,
    ...(changesWaiting !== undefined && { changesWaiting }),
    at: new Date(at).toISOString(),
    differences: differences.map(({ is }) => is),
    unseen: unseen.length,
  }
}

async function print(report: SyncReport, { email }: Account, { terminal }: CommandContext): Promise<void> {
  const { nameOfClient, tellDifference } = await import('../../agent.ts')
  const { paint, inWords, columns } = terminal
  const line = (mark: string, words: Sentence) => terminal.print(withHangingIndent(mark, inWords(words), columns()))
  terminal.print(paint.bold(email))
  for (const difference of report.differences) {
    const { what, advice } = tellDifference(difference, nameOfClient(report.client))
    line('✗ ', what)
    line('  ', advice)
  }
  if (report.verdict === 'in-step') line('✓ ', say('What you see is what the server has.'))
  if (report.changesWaiting)
    line('  ', say('{count} changes wait to be told to the server.', { count: report.changesWaiting }))
  for (const why of report.unseen) line('? ', why)
}

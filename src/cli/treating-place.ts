import type { Agent, Examined, TreatmentProgress, TreatRequest, TreatResult, UndoResult } from '../agent.ts'
import type { Diagnosis } from '../core/diagnosis.ts'
import type { SecretKeeper } from '../core/secrets.ts'
import { say } from '../core/sentence.ts'
import type { State } from '../core/state.ts'
import type { CommandContext } from './command-context.ts'
import { WrongUse } from './exit-status.ts'
import { isPlay, meansNothing, openReal, openSceneToExamine, openSession, type SessionOptions } from './open-session.ts'
import { printFindings } from './print-findings.ts'
import { progressDisplayOn } from './progress.ts'

export interface TreatingOptions extends SessionOptions {
  /** A JSON file, or an account as `accounts` lists it. */
  account?: string
  json?: boolean
  /** Every answer, on a terminal too. */
  details?: boolean
}

/** One account in the world that was asked for, and what can be done with it. */
export interface TreatingPlace {
  agent: Agent
  secrets: SecretKeeper
  /** In a made-up world nothing outlives the command. */
  isPlay: boolean
  /** Which account is meant, by its id. */
  account(): Promise<string>
  /** Examines the account and, unless it is for a program, tells what was found. */
  examine(quietly: boolean): Promise<{ account: string; diagnosis: Diagnosis }>
  treat(request: Pick<TreatRequest, 'account' | 'remedy' | 'onProgress' | 'secret'>): Promise<TreatResult>
  undo(treatment: string, tell: (progress: TreatmentProgress) => void): Promise<UndoResult>
  close(): Promise<void>
}

export async function openTreatingPlace(
  command: string,
  options: TreatingOptions,
  session: CommandContext,
): Promise<TreatingPlace> {
  if (isPlay(options)) return openPlay(options, session)
  return options.account?.endsWith('.json') ? openWithFile(options, session) : openOnMac(command, options, session)
}

type Request = Omit<Parameters<Agent['examine']>[0], 'signal' | 'onProgress'>

async function told(
  agent: Agent,
  request: Request,
  quietly: boolean,
  { details = false }: TreatingOptions,
  { terminal, signal }: CommandContext,
) {
  const display = quietly ? undefined : progressDisplayOn(terminal)
  let examined: Examined
  try {
    examined = await agent.examine({ ...request, signal, ...(display && { onProgress: display.show }) })
  } finally {
    display?.end()
  }
  if (quietly) return examined
  const { printAnswer, printVerdict } = await import('./answer.ts')
  // At a terminal, what is about to be done is the answer; where nothing explains it, all that is known is.
  if (terminal.moving && !details && examined.diagnosis.causes.length > 0) printVerdict(examined, terminal)
  else {
    printAnswer(examined, terminal)
    printFindings(examined.findings, details, terminal)
  }
  return examined
}

async function openPlay(options: TreatingOptions, session: CommandContext): Promise<TreatingPlace> {
  if (options.account !== undefined) throw new WrongUse(meansNothing('--account', true))
  // A receipt of a play, undone later, would be undone on the real Mac.
  if (options.database !== undefined)
    throw new WrongUse(say('--database means nothing with a story: nothing of it is kept.'))
  const place = await openSceneToExamine(options, session)
  try {
    const { played, agent, secrets, hasten } = place
    const [account] = played.accounts
    if (!account) throw new WrongUse(say('The story has no account.'))
    const seen = () => {
      const observation = played.observationOf(account)
      return { account, messages: played.messagesOf(account), ...(observation && { observation }) }
    }
    const { outside, changes, past, deep } = played
    return {
      agent,
      secrets,
      isPlay: true,
      account: async () => account.id,
      examine: (quietly) =>
        hasten(told(agent, { ...seen(), outside, changes, ...(past && { past }), deep }, quietly, options, session)),
      treat: (request) =>
        hasten(
          agent.treat({
            ...request,
            signal: session.signal,
            lookAgain: async () => seen(),
            onProgress: (progress) => {
              played.mends(request.remedy, progress.is)
              request.onProgress?.(progress)
            },
          }),
        ),
      undo(treatment, tell) {
        const past = agent.treatments().find(({ id }) => id === treatment)
        return hasten(
          agent.undo(treatment, {
            onProgress(progress) {
              if (past) played.mends(past.remedy, progress.is)
              tell(progress)
            },
          }),
        )
      },
      close: place.close,
    }
  } catch (error) {
    await place.close()
    throw error
  }
}

async function openWithFile(options: TreatingOptions, session: CommandContext): Promise<TreatingPlace> {
  if (options.speed !== undefined) throw new WrongUse(meansNothing('--speed', false))
  const { readAccountFile } = await import('./account-file.ts')
  const account = await readAccountFile(options.account ?? '')
  const place = await openReal(options.database === undefined ? {} : { database: options.database }, session)
  const { agent, request, secrets, close } = place
  return {
    ...withReal(agent, session),
    secrets,
    account: async () => {
      throw new WrongUse(
        say('Passwords are kept for accounts of a mail app; outbox-doctor check --password-stdin tries one.'),
      )
    },
    examine: (quietly) => told(agent, { account, outside: request.outside }, quietly, options, session),
    close,
  }
}

async function openOnMac(command: string, options: TreatingOptions, session: CommandContext): Promise<TreatingPlace> {
  const place = await openSession(command, options, session)
  const { agent, request, secrets } = place
  if (!secrets) throw new WrongUse(say('No password can be kept here.'))
  return {
    ...withReal(agent, session),
    secrets,
    async account() {
      const watching = agent.watch({ ...request, remember: false })
      try {
        return chosen(await stateWhere(watching, () => true, session), options.account)
      } finally {
        await watching.stop()
      }
    },
    async examine(quietly) {
      const watching = agent.watch({ ...request, remember: false })
      try {
        const first = await stateWhere(watching, () => true, session)
        const account = chosen(first, options.account)
        if (!quietly) session.note(say('Examining; this takes up to a minute.'))
        watching.examineNow(account)
        await stateWhere(watching, ({ examining }) => examining?.account === account, session)
        await stateWhere(watching, ({ examining }) => examining?.account !== account, session)
        const found = agent.remedyContext(account)
        if (!found) throw new WrongUse(say('The account could not be examined.'))
        if (!quietly) {
          const { printAnswer } = await import('./answer.ts')
          printAnswer({ account, diagnosis: found.diagnosis, findings: [], elapsed: 0, grew: true }, session.terminal)
        }
        return { account, diagnosis: found.diagnosis }
      } finally {
        await watching.stop()
      }
    },
    close: place.close,
  }
}

function withReal(
  agent: Agent,
  { signal }: CommandContext,
): Pick<TreatingPlace, 'agent' | 'isPlay' | 'treat' | 'undo'> {
  return {
    agent,
    isPlay: false,
    treat: (request) => agent.treat({ ...request, signal }),
    undo: (treatment, tell) => agent.undo(treatment, { onProgress: tell }),
  }
}

function stateWhere(
  watching: ReturnType<Agent['watch']>,
  holds: (state: State) => boolean,
  { signal }: CommandContext,
): Promise<State> {
  return new Promise((resolve, reject) => {
    const stop = watching.listen((now) => {
      if (!holds(now)) return
      stop()
      resolve(now)
    })
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

/** By id, by the name that the list shows, or the only one; else the one whose mail waits. */
function chosen({ clients, waiting, episodes }: State, wanted: string | undefined): string {
  const accounts = clients.flatMap(({ accounts: own }) => own)
  if (wanted !== undefined) {
    const found = accounts.filter(({ id, name }) => id === wanted || name === wanted)
    if (found.length === 1 && found[0]) return found[0].id
    throw new WrongUse(
      say('--account: there is no such account, or several; outbox-doctor accounts --json lists their ids.'),
    )
  }
  const [stuck] = episodes.flatMap((episode) => episode.accounts)
  const own = stuck ?? waiting[0]?.account ?? (accounts.length === 1 ? accounts[0]?.id : undefined)
  if (own === undefined || own === '')
    throw new WrongUse(say('Say which account is meant: --account ID; outbox-doctor accounts --json lists them.'))
  return own
}

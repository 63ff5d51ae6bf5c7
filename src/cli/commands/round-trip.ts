import type { Account } from '../../core/mail.ts'
import type { RoundTrip } from '../../core/round-trip.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'
import { observedAccounts } from '../observed-accounts.ts'
import {
  isPlay,
  meansNothing,
  openReal,
  openSceneToExamine,
  openSession,
  type SessionOptions,
} from '../open-session.ts'
import { accountOptions } from '../options.ts'
import { type RealOptions, sessionOptionsOf } from '../real-options.ts'

export const roundTripCommand = command<RoundTripOptions>({
  words: say('send a short message to yourself, and tell how long it takes'),
  group: 'look',
  options: [
    ...accountOptions,
    { flags: '--password-stdin', words: say('sign in with the password from standard input') },
    { flags: '--ca <file>', words: say('trust these certificates too (PEM)') },
  ],
  json: (z, { versionShape }) =>
    z.object({
      schema: versionShape,
      outcome: z.enum(['arrived', 'not-arrived', 'not-sent', 'not-looked-for']),
      place: z.enum(['inbox', 'junk', 'archive', 'all-mail']).optional(),
      sendingMs: z.int().min(0).optional(),
      deliveryMs: z.int().min(0).optional(),
      wholeMs: z.int().min(0).optional(),
      tidied: z.boolean().optional(),
    }),
  exits: {
    0: say('it arrived'),
    1: say('it was refused, or had not arrived after five minutes'),
    3: say('it could not be tried'),
  },
  run: (_given, options, context) => sendAround(options, context),
})

interface RoundTripOptions extends RealOptions, SessionOptions {
  account?: string
  json?: boolean
}

/** `outbox-doctor round-trip`: one message to the account's own address, sent, looked for and put away. */
async function sendAround(options: RoundTripOptions, context: CommandContext): Promise<ExitStatus> {
  const { signal, terminal } = context
  const line = (words: Sentence) => terminal.print(withHangingIndent('', terminal.inWords(words), terminal.columns()))
  const place = await openPlace(options, context)
  try {
    const [account, more] = await place.accounts()
    if (!account || more)
      throw new WrongUse(say('Say which account is meant: --account ID; outbox-doctor accounts --json lists them.'))
    const errand = { account, signal, ...(!options.json && { onProgress: line }) }
    const trip = await place.hasten(place.agent.roundTrip(errand))
    if (options.json) terminal.print(jsonText(tripJson(trip)))
    else {
      const { tellRoundTrip } = await import('../../agent.ts')
      for (const words of tellRoundTrip(trip)) line(words)
    }
    return statusOf(trip)
  } finally {
    await place.close()
  }
}

function statusOf(trip: RoundTrip): ExitStatus {
  if (trip.outcome === 'arrived') return exitStatus.clear
  const isFound = trip.outcome === 'not-arrived' || (trip.outcome === 'not-sent' && trip.refused)
  return isFound ? exitStatus.causeFound : exitStatus.couldNotTell
}

/** Without the reasons, which may quote a server: JSON may be handed on. */
function tripJson(trip: RoundTrip) {
  const legs = Object.entries(trip).filter(([name]) => !['why', 'refused'].includes(name))
  const whole = legs.map(([name, value]) => [name, typeof value === 'number' ? Math.round(value) : value])
  return { schema: 1, ...Object.fromEntries(whole) }
}

type GivenAccount = Omit<Account, 'id'> & { id?: string }

async function openPlace(options: RoundTripOptions, context: CommandContext) {
  const { account: wanted } = options
  if (isPlay(options)) {
    const real = { '--account': wanted, '--password-stdin': options.passwordStdin, '--ca': options.ca }
    const [misplaced] = Object.entries(real).find(([, value]) => value !== undefined) ?? []
    if (misplaced !== undefined) throw new WrongUse(meansNothing(misplaced, true))
    const { played, ...place } = await openSceneToExamine(options, context)
    return { ...place, accounts: async (): Promise<readonly GivenAccount[]> => played.accounts.slice(0, 1) }
  }
  const hasten = <T>(work: Promise<T>) => work
  if (wanted?.endsWith('.json')) {
    const { readAccountFile } = await import('../account-file.ts')
    const account: GivenAccount = await readAccountFile(wanted)
    const place = await openReal(await sessionOptionsOf(options, context), context)
    return { ...place, hasten, accounts: async (): Promise<readonly GivenAccount[]> => [account] }
  }
  const place = await openSession('round-trip', options, context)
  const accounts = async (): Promise<readonly GivenAccount[]> =>
    (await observedAccounts(place, wanted, context)).map(({ account }) => account)
  return { ...place, hasten, accounts }
}

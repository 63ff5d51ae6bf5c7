import { type Sentence, say } from '../../core/sentence.ts'
import { askHidden } from '../ask-hidden.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, exitStatusOf, WrongUse } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'
import { accountOptions } from '../options.ts'
import { passwordFrom } from '../password.ts'
import { openTreatingPlace, type TreatingOptions, type TreatingPlace } from '../treating-place.ts'

export const signInCommand = command<TreatingOptions>({
  words: say('a password for sign-in checks: add, remove or test'),
  group: 'mend',
  arguments: [{ name: '<verb>', words: say('add, remove or test') }],
  options: accountOptions,
  json: (z, { idsShape, statusShape, versionShape }) =>
    z.union([
      z.object({ schema: versionShape, account: z.string(), kept: z.boolean() }),
      z.object({ schema: versionShape, account: z.string(), removed: z.boolean() }),
      z.object({ schema: versionShape, status: statusShape, causes: idsShape }),
    ]),
  exits: {
    0: say('it is done; of a test: nothing stands in the way'),
    1: say('of a test: a cause was found'),
    3: say('it was not done, or could not be told'),
  },
  run: ([verb], options, context) => signIn(verb ?? '', options, context),
})

const verbs = ['add', 'remove', 'test'] as const

/** `outbox-doctor sign-in`: a password for sign-in checks, kept in the keychain, taken away again, or tried once. */
async function signIn(verb: string, options: TreatingOptions, session: CommandContext): Promise<ExitStatus> {
  const known = verbs.find((one) => one === verb)
  if (!known) throw new WrongUse(say('Say what to do: add, remove or test.'))
  const place = await openTreatingPlace(`sign-in ${known}`, options, session)
  try {
    return await doing[known](place, options, session)
  } finally {
    await place.close()
  }
}

const doing = { add, remove, test }

async function add(place: TreatingPlace, options: TreatingOptions, session: CommandContext): Promise<ExitStatus> {
  const ready = await place.secrets.ready()
  if (!ready.ready) throw new WrongUse(ready.why)
  const account = await place.account()
  const isPerson = session.terminal.moving && session.input.isTTY === true
  const secret = isPerson ? await askHidden(say('Password (it is not shown):'), session) : await passwordFrom(session)
  if (secret === '') throw new WrongUse(say('No password came, so nothing was kept.'))
  const kept = await place.secrets.keep(account, { secret, method: 'password' })
  if (!kept.done) {
    session.note(kept.detail ?? say('The password could not be kept.'))
    return exitStatus.couldNotTell
  }
  if (options.json) session.terminal.print(jsonText({ schema: 1, account, kept: true }))
  else
    tell(
      place.isPlay
        ? say('The password is kept as long as this story lasts: until this command ends.')
        : say('The password is kept in your keychain. outbox-doctor sign-in remove takes it away again.'),
      session,
    )
  return exitStatus.clear
}

async function remove(place: TreatingPlace, options: TreatingOptions, session: CommandContext): Promise<ExitStatus> {
  const account = await place.account()
  const gone = await place.secrets.forget(account)
  if (options.json) session.terminal.print(jsonText({ schema: 1, account, removed: gone.done }))
  if (gone.done) {
    if (!options.json) tell(say('The password is gone.'), session)
    return exitStatus.clear
  }
  session.note(
    gone.why === 'missing' ? say('No password was kept for this account.') : say('The password could not be removed.'),
  )
  return exitStatus.couldNotTell
}

/** One whole examination with the kept password; each server is tried once. */
async function test(place: TreatingPlace, options: TreatingOptions, session: CommandContext): Promise<ExitStatus> {
  const account = await place.account()
  if ((await place.secrets.read(account)) === undefined)
    throw new WrongUse(say('No password is kept for this account; outbox-doctor sign-in add keeps one.'))
  const { diagnosis } = await place.examine(options.json ?? false)
  if (options.json)
    session.terminal.print(
      jsonText({ schema: 1, status: diagnosis.status, causes: diagnosis.causes.map(({ id }) => id) }),
    )
  return exitStatusOf(diagnosis)
}

function tell(sentence: Sentence, { terminal }: CommandContext): void {
  terminal.print(withHangingIndent('', terminal.inWords(sentence), terminal.columns()))
}

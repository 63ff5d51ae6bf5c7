import { say } from '../../core/sentence.ts'
import { accountForEmail, checkedEmail } from '../check-email.ts'
import { command, numberFrom } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { meansNothing, notTogether, openReal, type SessionOptions } from '../open-session.ts'
import { detailsOption, speedOption } from '../options.ts'
import { type RealOptions, sessionOptionsOf } from '../real-options.ts'

export const checkCommand = command<CheckOptions>({
  words: say('examine a mail account and name what keeps its mail from leaving'),
  group: 'look',
  arguments: [{ name: '[email]', words: say('look the settings up instead of reading them from a file') }],
  options: [
    { flags: '--account <file>', words: say('the account, as a JSON file') },
    { flags: '--password-stdin', words: say('sign in too, with the password from standard input') },
    { flags: '--resolver <ip[:port]>', words: say('ask this name server') },
    { flags: '--ca <file>', words: say('trust these certificates too (PEM)') },
    { flags: '--deep', words: say('also ask what a server may count or what leaves traces') },
    detailsOption,
    { flags: '--budget <seconds>', words: say('end after so many seconds'), parse: numberFrom(1, 600) },
    { flags: '--database <file>', words: say('where to remember what was seen') },
    { flags: '--outside <file>', words: say('what stands in for the outside world, as a JSON file') },
    { flags: '--scene <name>', words: say('examine in a story instead') },
    { flags: '--scene-file <file>', words: say('the same, from your own file') },
    speedOption(5),
  ],
  json: (z, { idsShape, linesShape, statusShape, versionShape }) =>
    z.object({
      schema: versionShape,
      status: statusShape,
      causes: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          plain: z.string(),
          harm: z.enum(['stops', 'delays']),
          weight: z.number().min(0).max(1),
          evidence: linesShape,
          against: linesShape,
          explains: idsShape,
          justBefore: z.object({ at: z.number(), line: z.string() }).exactOptional(),
        }),
      ),
      undecided: z.array(z.object({ id: z.string(), missing: idsShape })),
      findings: z.array(
        z.object({
          probe: z.string(),
          question: z.string(),
          state: z.enum(['known', 'unknown', 'skipped']),
          tone: z.enum(['good', 'bad', 'plain']).nullable(),
          line: z.string(),
          ms: z.number().min(0),
          fact: z.json(),
        }),
      ),
      elapsedMs: z.int().min(0),
    }),
  exits: {
    0: say('nothing stands in the way'),
    1: say('a cause was found'),
    3: say('it could not be told'),
  },
  run: ([email], options, context) => runCheck(email, options, context),
})

interface CheckOptions extends RealOptions, SessionOptions {
  account?: string
  deep?: boolean
  /** Seconds. */
  budget?: number
  json?: boolean
  details?: boolean
}

/** `outbox-doctor check`: one account or one scene, examined and told. */
export async function runCheck(
  email: string | undefined,
  options: CheckOptions,
  session: CommandContext,
): Promise<ExitStatus> {
  refuseContradictions(email, options)
  if (options.scene !== undefined || options.sceneFile !== undefined) {
    const { playOne } = await import('../play-scene.ts')
    return playOne(options, session)
  }
  const json = options.json ?? false
  const asked = email === undefined ? undefined : checkedEmail(email, session, json)
  const written = options.account === undefined ? undefined : await accountIn(options.account)
  const place = await openReal(await sessionOptionsOf(options, session), session)
  const conduct = {
    outside: place.request.outside,
    ...(options.budget !== undefined && { budget: options.budget * 1000 }),
  }
  try {
    const account = asked === undefined ? written : await accountForEmail(place.agent, asked, conduct, session)
    if (!account) return exitStatus.couldNotTell
    const { tellExamination } = await import('../tell-examination.ts')
    return await tellExamination(place.agent, { account, ...conduct, deep: options.deep ?? false }, options, session)
  } finally {
    await place.close()
  }
}

async function accountIn(file: string) {
  const { readAccountFile } = await import('../account-file.ts')
  return readAccountFile(file)
}

function refuseContradictions(email: string | undefined, options: CheckOptions): void {
  const subjects = {
    EMAIL: email,
    '--account': options.account,
    '--scene': options.scene,
    '--scene-file': options.sceneFile,
  }
  const given = Object.entries(subjects).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  const [one, other] = given
  if (one === undefined)
    throw new WrongUse(say('What to check is missing: give --account FILE.json, an e-mail address, or --scene NAME.'))
  if (other !== undefined) throw new WrongUse(notTogether(one, other))
  const isScene = one.startsWith('--scene')
  const real = {
    '--password-stdin': options.passwordStdin,
    '--resolver': options.resolver,
    '--ca': options.ca,
    '--outside': options.outside,
  }
  const [misplaced] =
    Object.entries(isScene ? real : { '--speed': options.speed }).find(([, value]) => value !== undefined) ?? []
  if (misplaced !== undefined) throw new WrongUse(meansNothing(misplaced, isScene))
}

import { accountOf, checkedEmail } from '../check-email.ts'
import type { CommandContext } from '../command-context.ts'
import { type Ending, ending, WrongUse } from '../ending.ts'
import { openReal, type SessionOptions } from '../open-session.ts'
import { type RealOptions, sessionOptionsOf } from '../real-options.ts'
import { tellExamination } from '../tell-examination.ts'

export interface CheckOptions extends RealOptions, SessionOptions {
  account?: string
  deep?: boolean
  /** Seconds. */
  budget?: number
  json?: boolean
}

/** `outbox-doctor check`: one account or one scene, examined and told. */
export async function check(
  email: string | undefined,
  options: CheckOptions,
  session: CommandContext,
): Promise<Ending> {
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
    const account = asked === undefined ? written : await accountOf(place.agent, asked, conduct, session)
    if (!account) return ending.couldNotTell
    return await tellExamination(place.agent, { account, ...conduct, deep: options.deep ?? false }, json, session)
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
    throw new WrongUse('What to check is missing: give --account FILE.json, an e-mail address, or --scene NAME.')
  if (other !== undefined) throw new WrongUse(`${one} and ${other} cannot be given together.`)
  const isScene = one.startsWith('--scene')
  const real = {
    '--password-stdin': options.passwordStdin,
    '--resolver': options.resolver,
    '--ca': options.ca,
    '--outside': options.outside,
  }
  const [misplaced] =
    Object.entries(isScene ? real : { '--speed': options.speed }).find(([, value]) => value !== undefined) ?? []
  if (misplaced !== undefined)
    throw new WrongUse(`${misplaced} means nothing ${isScene ? 'with a scene' : 'without a scene'}.`)
}

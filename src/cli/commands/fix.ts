import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RemedyOffer } from '../../agent.ts'
import type { Guidance, RemedyContext } from '../../core/remedy.ts'
import { listOf, say, verbatim } from '../../core/sentence.ts'
import { askPerson, isYes } from '../ask.ts'
import { askHidden } from '../ask-hidden.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, exitStatusOf, WrongUse } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'
import type { OfferPreview } from '../offer-lines.ts'
import { notTogether } from '../open-session.ts'
import { accountOptions, detailsOption } from '../options.ts'
import { passwordFrom } from '../password.ts'
import { reasonOf } from '../reason.ts'
import { actAndTell } from '../tell-treatment.ts'
import { openTreatingPlace, type TreatingOptions, type TreatingPlace } from '../treating-place.ts'

export const fixCommand = command<FixOptions>({
  words: say('what can be done about it, and doing it'),
  group: 'mend',
  arguments: [{ name: '[remedy]', words: say('one of those that are offered') }],
  options: [
    ...accountOptions,
    detailsOption,
    { flags: '--dry-run', words: say('only show what would be done: every command, file and step') },
    {
      flags: '--yes',
      words: say('do it without asking; without a name, the first thing that can be done for you'),
    },
    {
      flags: '--password-stdin',
      words: say('for what signs in, with the password from standard input, for this once'),
    },
    { flags: '--then-undo', words: say('in a story: undo it afterwards, and look once more') },
    { flags: '--save <folder>', words: say('write the files of a guide there') },
  ],
  json: (z, { idsShape, offerShape, statusShape, treatmentShape, versionShape }) =>
    z.union([
      z.object({ schema: versionShape, status: statusShape, offers: z.array(offerShape) }),
      z.object({ schema: versionShape, offer: offerShape }),
      z.object({
        schema: versionShape,
        treated: z.union([
          treatmentShape.extend({ is: z.literal('treated') }),
          z.object({ is: z.literal('refused'), why: z.string(), needs: z.string().optional() }),
        ]),
        undone: z.object({ is: z.string(), why: z.string().optional() }).optional(),
        after: z.object({ status: statusShape, causes: idsShape }).optional(),
      }),
    ]),
  exits: {
    0: say('nothing stands in the way, or what was done helped'),
    1: say('a cause is there still'),
    3: say('it could not be told, or was not done'),
  },
  run: ([remedy], options, context) => fix(remedy, options, context),
})

interface FixOptions extends TreatingOptions {
  dryRun?: boolean
  yes?: boolean
  thenUndo?: boolean
  save?: string
  passwordStdin?: boolean
}

/** `outbox-doctor fix`: what can be done about what was found, and doing it. */
async function fix(remedy: string | undefined, options: FixOptions, session: CommandContext): Promise<ExitStatus> {
  if (options.dryRun && options.yes) throw new WrongUse(notTogether('--dry-run', '--yes'))
  const isScene = options.scene !== undefined || options.sceneFile !== undefined
  if (options.thenUndo && !isScene)
    throw new WrongUse(say('--then-undo is for stories; outbox-doctor undo puts back what was done here.'))
  const place = await openTreatingPlace('fix', options, session)
  try {
    const { account, diagnosis } = await place.examine(options.json ?? false)
    const context = place.agent.remedyContext(account)
    const offers = place.agent.offers(account)
    if (!context) return exitStatus.couldNotTell
    const wanted = remedy === undefined ? firstOffer(options, offers, session) : named(remedy, offers)
    if (wanted) return await carryOut(wanted, context, place, options, session)
    const { offerPreviewJson, previewOffer } = await import('../offer-lines.ts')
    const all = await Promise.all(offers.map((offer) => previewOffer(offer, context, session.signal)))
    if (options.json) {
      session.terminal.print(jsonText({ schema: 1, status: diagnosis.status, offers: all.map(offerPreviewJson) }))
      return exitStatusOf(diagnosis)
    }
    await list(all, options.dryRun ?? false, diagnosis.status === 'clear', session)
    const chosen = options.dryRun ? undefined : await choose(offers, session)
    return chosen ? await carryOut(chosen, context, place, options, session) : exitStatusOf(diagnosis)
  } finally {
    await place.close()
  }
}

/**
 * With `--yes`, what we can do ourselves, and nothing forbids. Who only asks mends nothing, and is to be called by name;
 * so is what needs a new password that nobody here could give.
 */
function firstOffer(
  { yes, passwordStdin }: FixOptions,
  offers: readonly RemedyOffer[],
  session: CommandContext,
): RemedyOffer | undefined {
  if (!yes) return undefined
  const mayAsk = passwordStdin === true || isPerson(session)
  return offers.find(
    ({ remedy, cause, blocked }) =>
      'apply' in remedy && cause !== undefined && blocked === undefined && (remedy.signsIn !== 'anew' || mayAsk),
  )
}

function named(id: string, offers: readonly RemedyOffer[]): RemedyOffer {
  const offer = offers.find(({ remedy }) => remedy.id === id)
  if (offer) return offer
  const remedies = listOf(
    offers.map(({ remedy }) => verbatim(remedy.id)),
    ', ',
  )
  throw new WrongUse(
    offers.length > 0
      ? say('That is no fix for this trouble. These do: {remedies}.', { remedies })
      : say('That is no fix for this trouble. There is nothing to be done.'),
  )
}

async function list(
  all: readonly OfferPreview[],
  whole: boolean,
  isClear: boolean,
  { terminal }: CommandContext,
): Promise<void> {
  const { printOffer } = await import('../offer-lines.ts')
  const { columns, paint, inWords } = terminal
  const heading = isClear ? say('Sent, but it never arrives?') : say('What can be done:')
  terminal.print('')
  if (all.length > 0) terminal.print(withHangingIndent('', inWords(heading), columns(), paint.bold))
  else terminal.print(withHangingIndent('', inWords(say('There is nothing to be done about it from here.')), columns()))
  for (const [index, one] of all.entries()) printOffer(one, index + 1, whole, terminal)
}

/** Only a person at a terminal is asked. */
async function choose(offers: readonly RemedyOffer[], session: CommandContext): Promise<RemedyOffer | undefined> {
  if (offers.length === 0 || !isPerson(session)) return undefined
  const answer = await askPerson(say('Which one? (a number, or Return for none)'), session)
  return /^\d{1,3}$/.test(answer) ? offers[Number(answer) - 1] : undefined
}

const isPerson = ({ terminal, input }: CommandContext) => terminal.moving && input.isTTY === true

async function carryOut(
  offer: RemedyOffer,
  context: RemedyContext,
  place: TreatingPlace,
  options: FixOptions,
  session: CommandContext,
): Promise<ExitStatus> {
  const { terminal, signal } = session
  const { remedy } = offer
  const { offerPreviewJson, previewOffer, printGuidance, printOpening, printPromise } = await import(
    '../offer-lines.ts'
  )
  const would = await previewOffer(offer, context, signal)
  if (options.json && (options.dryRun || !('apply' in remedy)))
    terminal.print(jsonText({ schema: 1, offer: offerPreviewJson(would) }))
  if (!options.json) {
    terminal.print(withHangingIndent('\n', terminal.inWords(offer.label), terminal.columns(), terminal.paint.bold))
    if (would.guidance) printGuidance(would.guidance, terminal)
    printPromise(would.promise ?? [], options.details || options.dryRun || false, terminal)
    printOpening(would, terminal)
    if ('write' in remedy && !offer.forbidden)
      for (const note of remedy.write(context))
        terminal.print(`\n${terminal.inWords(note.subject)}\n\n${terminal.inWords(note.text)}`)
  }
  if (would.guidance && options.save !== undefined) await save(would.guidance, options.save, session)
  if (would.offer.blocked !== undefined) {
    session.note(would.offer.blocked)
    return exitStatus.couldNotTell
  }
  if (options.dryRun || !('apply' in remedy)) return exitStatusOf(context.diagnosis)
  if (!options.yes && !(await agrees(session))) return exitStatus.causeFound
  const isKept = (await place.secrets.read(context.account.id)) !== undefined
  const isAnew = remedy.signsIn === 'anew'
  const given = isAnew || (remedy.signsIn && !isKept) ? await passwordOnce(options, session) : undefined
  const ended = await actAndTell(
    place,
    context,
    remedy,
    { ...options, ...(given !== undefined && { secret: given }) },
    session,
  )
  // Otherwise our own checks go on with the old one.
  if (isAnew && isKept && ended === exitStatus.clear && !place.isPlay)
    session.note(
      say('The password that Outbox Doctor keeps is the old one: give it the new one by outbox-doctor sign-in add.'),
    )
  return ended
}

async function agrees(session: CommandContext): Promise<boolean> {
  if (!isPerson(session))
    throw new WrongUse(say('Nothing was done: say --yes to let it act, or --dry-run to see what it would do.'))
  return isYes(await askPerson(say('Do it now? (yes or no)'), session), session.terminal)
}

/** For this once, and kept nowhere. */
async function passwordOnce({ passwordStdin }: FixOptions, session: CommandContext): Promise<string> {
  if (passwordStdin) return passwordFrom(session)
  if (!isPerson(session))
    throw new WrongUse(say('This signs in: say --password-stdin, and give the password on standard input.'))
  const given = await askHidden(say('Password, for this once (it is not shown):'), session)
  if (given === '') throw new WrongUse(say('No password came, so nothing was done.'))
  return given
}

async function save({ files = [] }: Guidance, folder: string, { note }: CommandContext): Promise<void> {
  if (files.length === 0) throw new WrongUse(say('--save: this fix has no file to save.'))
  try {
    await mkdir(folder, { recursive: true })
    for (const { name, contents } of files) {
      const path = join(folder, name)
      await writeFile(path, contents, { flag: 'wx', mode: 0o600 })
      note(say('Saved: {path}', { path: verbatim(path) }))
    }
  } catch (error) {
    throw new WrongUse(say('--save: {why}', { why: reasonOf(error) }), { cause: error })
  }
}

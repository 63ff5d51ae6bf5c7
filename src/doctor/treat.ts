import { isFault } from '../core/is-fault.ts'
import { type Action, leavesTraces, type PermissionNeed, Refused, type RemedyContext } from '../core/remedy.ts'
import { type Sentence, say, wordsOf } from '../core/sentence.ts'
import type { SyncDifference } from '../core/sync-report.ts'
import type { Receipt, Receipts, Treatment, TreatmentEnd } from '../core/treatment.ts'
import { whyNotLasting } from './lasting.ts'
import { fitsAccount, treatedCauses, whyForbidden } from './offers.ts'
import { permissionsFor } from './permission-check.ts'
import { type RecheckDeps, type RecheckResult, recheck } from './recheck.ts'
import { failureSentence, RemedyRun, type TreatmentProgress } from './remedy-run.ts'

/** What a treatment works with. */
export interface TreatmentDeps extends RecheckDeps {
  receipts: Receipts
}

export interface TreatOptions {
  /** Stops it. Where the remedy may be cancelled, what was done until then is undone. */
  signal: AbortSignal
  onProgress?: (progress: TreatmentProgress) => void
}

/** `refused`: nothing was done and nothing written, for a reason in a sentence; `needs` where a permission is missing. */
export type TreatResult =
  | { is: 'refused'; why: Sentence; needs?: PermissionNeed }
  /** `unrecorded`: why its end could not be written down, where it could not. It will then be taken for cut off. */
  | { is: 'treated'; treatment: Treatment; unrecorded?: unknown }

/** One remedy, for one account. */
interface Case {
  action: Action<unknown>
  context: RemedyContext
  deps: TreatmentDeps
  run: RemedyRun
  /** Of its receipt. */
  id?: string
}

/**
 * Looks, writes the receipt, acts, and asks the probes again that the cause rests on. Never rejects, and only one runs at a time. What
 * fails half-way is put back at once, unless its half is worth keeping: the user agreed to a whole, and nobody has
 * thought about what half of it does.
 */
export async function treat(
  action: Action<unknown>,
  context: RemedyContext,
  deps: TreatmentDeps,
  options: TreatOptions,
): Promise<TreatResult> {
  const run = new RemedyRun(action, context.world, options)
  let release: (() => void) | undefined
  try {
    const here = { action, context, deps, run }
    const why = fitsAccount(action, context)
      ? (whyForbidden(action, context) ?? whyNotLasting(action, deps.receipts, context.world))
      : say('This does not fit this Mac or account.')
    if (why !== undefined) return { is: 'refused', why }
    // Whoever only waits or looks keeps nobody else from acting.
    if (!leavesTraces(action)) return await beside(here)
    release = writeOrRefuse(() => deps.receipts.claim())
    if (!release) return { is: 'refused', why: anotherTreatmentRuns }
    return await alone(here)
  } catch (error) {
    if (isFault(error) && !options.signal.aborted) context.world.log.error('treatment-failed', { of: action, error })
    if (options.signal.aborted) return { is: 'refused', why: say('You stopped it before anything was done.') }
    const need = error instanceof Refused ? error.need : undefined
    return { is: 'refused', why: failureSentence(error), ...(need && { needs: need }) }
  } finally {
    // A remedy that would not end may still act: until it has ended, no other may.
    if (release) void run.ended.then(release)
  }
}

export const anotherTreatmentRuns = say('Another fix is under way; please wait until it has ended.')

/** With the right to treat in our hands. What throws here comes before the act. */
async function alone(here: Case): Promise<TreatResult> {
  const { action, deps, context } = here
  // Nobody else is at work: what is under way now was cut off.
  if (action.touches !== 'nothing' && deps.receipts.all().some(({ outcome }) => outcome === 'under way'))
    return { is: 'refused', why: say('An earlier fix was cut off. Please undo it, or leave it as it is, first.') }
  const receipt = await prepared(here)
  if ('is' in receipt) return receipt
  const treatment = writeOrRefuse(() => deps.receipts.begin(receipt))
  const result = await perform({ ...here, id: treatment.id }, receipt.before)
  return record(here, treatment, { ...result, at: context.world.clock.now() })
}

/** What touches nothing leaves nothing to put back: it is written down once it is over. */
async function beside(here: Case): Promise<TreatResult> {
  const { deps, context } = here
  const receipt = await prepared(here)
  if ('is' in receipt) return receipt
  const ending = { ...(await perform(here, receipt.before)), at: context.world.clock.now() }
  try {
    return { is: 'treated', treatment: deps.receipts.note(receipt, ending) }
  } catch (unrecorded) {
    context.world.log.error('treatment-unrecorded', { of: here.action, error: unrecorded })
    const { outcome, words, at } = ending
    return { is: 'treated', treatment: { ...receipt, id: '', outcome, words, endedAt: at }, unrecorded }
  }
}

async function prepared({ action, context, run }: Case): Promise<Receipt | Extract<TreatResult, { is: 'refused' }>> {
  const { world, account } = context
  const { missing, prompts } = await permissionsFor(action.needs, world, run.signal)
  if (missing) return { is: 'refused', why: missing.why, needs: missing }
  for (const { why } of prompts) run.report({ is: 'told', line: say('macOS may ask you now. {why}', { why: why }) })
  const before = await run.capture(context)
  if (account.email !== '' && JSON.stringify(before).toLowerCase().includes(account.email.toLowerCase()))
    return { is: 'refused', why: say('The receipt would have to hold your address, so nothing was done.') }
  const stood = await run.standing(world, before)
  return {
    remedy: action.id,
    version: action.version ?? 1,
    account: account.id,
    causes: treatedCauses(action, context),
    startedAt: world.clock.now(),
    before,
    ...(stood && { stood: stood.fingerprint }),
  }
}

/** Without a receipt nothing is done. */
export function writeOrRefuse<T>(write: () => T): T {
  try {
    return write()
  } catch (error) {
    throw new Refused(say('No receipt could be written, so nothing was done. {reason}', { reason: wordsOf(error) }))
  }
}

function record({ deps, context, action }: Case, treatment: Treatment, ending: TreatmentEnd): TreatResult {
  const { outcome, at, words, restored } = ending
  const ended = { ...treatment, outcome, words, endedAt: at, ...(restored && { restoredAt: at }) }
  try {
    deps.receipts.end(treatment.id, ending)
    return { is: 'treated', treatment: ended }
  } catch (unrecorded) {
    context.world.log.error('treatment-unrecorded', { of: action, error: unrecorded })
    return { is: 'treated', treatment: ended, unrecorded }
  }
}

type Result = Omit<TreatmentEnd, 'at'>

const stands = (outcome: Result['outcome'], words: Sentence): Result => ({ outcome, words, restored: false })

async function perform(here: Case, before: unknown): Promise<Result> {
  const { action, context, run } = here
  const did = await run.apply(context, before)
  if (did.is === 'lingers') return stands('failed', say('It took too long, and did not end when it was told to.'))
  if (did.is === 'done') {
    await noteLeft(here, before)
    return judge(here, before)
  }
  if (!action.keepsHalf || run.cancelled) return putBack(here, before, did.why)
  await noteLeft(here, before)
  return stands('failed', say('{why} What was done until then was kept.', { why: did.why }))
}

/** At once: whatever differs later was changed by somebody else. */
async function noteLeft({ action, context, deps, run, id }: Case, before: unknown): Promise<void> {
  const { undo } = action
  if (id === undefined || !undo) return
  const print = undo.leaves ?? (await run.standing(context.world, before))?.fingerprint
  try {
    if (print !== undefined) deps.receipts.left(id, print)
  } catch (error) {
    // Who does not know how it was left asks before undoing.
    context.world.log.warn('treatment-unrecorded', { of: action, error })
  }
}

const stopped = say('You stopped it.')

async function putBack({ action, context, run }: Case, before: unknown, failure: Sentence): Promise<Result> {
  const why = run.cancelled ? stopped : failure
  // What only waits or looks has done nothing that could stand.
  if (!action.undo)
    return stands('failed', action.touches === 'nothing' ? why : say('{why} What was done until then stands.', { why }))
  const back = await run.putBack(context.world, before)
  if (back.is === 'lingers') return stands('failed', say('{why} Putting it back took too long.', { why }))
  if (back.is === 'failed')
    return stands('failed', say('{why} It could not be put back either: {hindrance}', { why, hindrance: back.why }))
  const outcome = run.cancelled ? 'undone' : 'failed'
  return { outcome, words: say('{why} Everything is as it was before.', { why }), restored: true }
}

/** Whether it helped is for the probes to say. */
async function judge(here: Case, before: unknown): Promise<Result> {
  const { action, context, deps, run } = here
  const causes = treatedCauses(action, context)
  const mended = context.outOfStep?.filter((one) => action.mends?.(one)) ?? []
  if (mended.length > 0 && context.compare) return judgeSteps(here, mended, context.compare)
  // What it looked for is what it told last.
  if (causes.length === 0) return stands('no effect', run.lastLine ?? say('Nothing was checked afterwards.'))
  const witnesses = context.diagnosis.causes.filter(({ id }) => causes.includes(id))
  try {
    await run.settle()
    run.report({ is: 'checking' })
    const lookAgain = async (signal: AbortSignal) => {
      const input = await deps.lookAgain(signal)
      return action.leaves ? { ...input, account: action.leaves(input.account, before) } : input
    }
    const found = await recheck(
      witnesses,
      { ...deps, lookAgain },
      {
        signal: run.signal,
        onProgress: (progress) => run.report({ is: 'examining', progress }),
      },
    )
    return stands(found === 'gone' ? 'cured' : 'no effect', verdicts[found])
  } catch (error) {
    if (run.cancelled && action.undo) return putBack(here, before, stopped)
    const why = run.signal.aborted ? say('you stopped before it was checked.') : failureSentence(error)
    return stands('no effect', say('Nobody can tell whether it helped: {why}', { why: why }))
  }
}

/** Whether the mail app and its server differ in this no more. */
async function judgeSteps(
  { run }: Case,
  mended: readonly SyncDifference[],
  compare: NonNullable<RemedyContext['compare']>,
): Promise<Result> {
  try {
    await run.settle()
    run.report({ is: 'checking' })
    const { differences, sides } = await compare(run.signal)
    if (differences.some(({ is }) => mended.some((one) => one.is === is)))
      return stands('no effect', say('The mail app and its server still differ in the same.'))
    return sides === 'both'
      ? stands('cured', say('The mail app and its server are in step again in this.'))
      : stands('no effect', say('Nobody can tell yet whether it helped: a check got no answer.'))
  } catch (error) {
    const why = run.signal.aborted ? say('you stopped before it was checked.') : failureSentence(error)
    return stands('no effect', say('Nobody can tell whether it helped: {why}', { why }))
  }
}

const verdicts: Record<RecheckResult, Sentence> = {
  gone: say('The checks no longer find the trouble.'),
  'still there': say('The checks still find the same trouble.'),
  unseen: say('Nobody can tell yet whether it helped: a check got no answer.'),
}

import type { RemedyOffer } from '../../agent.ts'
import { isFault } from '../../core/is-fault.ts'
import type { Action, Guide, NoteRemedy, PermissionNeed, RemedyContext } from '../../core/remedy.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import type { Session } from '../../session/session.ts'
import type { AnswersTo } from '../endpoint.ts'
import { errorAnswer, okAnswer } from '../schema/answer.ts'
import type { OfferShown, treatmentRequests } from '../schema/treatment.ts'
import type { AnswerContext } from './context.ts'
import { offerOf } from './offer-of.ts'
import { openGuideTarget } from './open-guide.ts'
import { causeWithTitle } from './titles.ts'

const timeoutMs = 10_000
const gone = errorAnswer('not-found', say('This does not stand to choice any more. Please check again.'))

export function answerTreatment({ watched }: Pick<AnswerContext, 'watched'>): AnswersTo<typeof treatmentRequests> {
  return {
    async offers({ account }) {
      const { agent } = watched().session
      const context = agent.remedyContext(account)
      if (!context) return okAnswer([])
      const isKept = (await context.world.secrets.read(account)) !== undefined
      return okAnswer(await Promise.all(agent.offers(account).map((offer) => shown(offer, context, isKept))))
    },
    async offersOutOfStep({ account }) {
      const { agent } = watched().session
      const context = agent.remedyContext(account)
      if (!context) return okAnswer([])
      return okAnswer(await Promise.all(agent.offersOutOfStep(account).map((offer) => shown(offer, context, false))))
    },
    async treat({ account, remedy, password, keep = false }) {
      const { session, treatments } = watched()
      const { refused } = offered(session, account, remedy)
      if (refused) return okAnswer({ is: 'refused', why: refused.error.sentence })
      const action = offeredAction(session, account, remedy)
      const keepIt = async () => {
        if (!keep || password === undefined) return undefined
        const secret = action?.meant?.(password) ?? password
        const kept = await session.secrets?.keep(account, { secret, method: 'password' })
        return kept?.done ? undefined : errorAnswer('failed', kept?.detail ?? say('The password could not be kept.'))
      }
      // One that takes the place of another is kept only once the servers have taken it.
      const isAnew = action?.signsIn === 'anew'
      const notKept = isAnew ? undefined : await keepIt()
      if (notKept) return notKept
      const treated = await treatments.treat(account, remedy, password)
      return (isAnew && treated.is === 'treated' ? await keepIt() : undefined) ?? okAnswer(treated)
    },
    cancelTreatment() {
      watched().treatments.cancel()
      return okAnswer({})
    },
    treatments: () => okAnswer(watched().treatments.all()),
    undo: async ({ id, sure }) => okAnswer(await watched().treatments.undo(id, sure ?? false)),
    leaveTreatment: ({ id }) => (watched().treatments.leave(id) ? okAnswer({}) : gone),
    guide: ({ account, remedy }) => {
      const { session, guides } = watched()
      const { guide, refused } = offered(session, account, remedy)
      if (refused) return refused
      if (!guide) return gone
      guides.shown(account, remedy)
      return okAnswer(guide())
    },
    async openGuide({ account, remedy }) {
      const { session, guides } = watched()
      const { guide, opens: opening, refused } = offered(session, account, remedy)
      if (refused) return refused
      const opens = opening?.()
      if (!opens) return gone
      if (guide) guides.shown(account, remedy)
      const done = await openGuideTarget(session.world.hands, opens, AbortSignal.timeout(timeoutMs))
      return done.done
        ? okAnswer({})
        : errorAnswer('failed', done.detail ?? say('It could not be opened: {what}', { what: opens.words }))
    },
    notes: ({ account, remedy }) => {
      const { notes, refused } = offered(watched().session, account, remedy)
      return refused ?? (notes ? okAnswer(notes()) : gone)
    },
  }
}

async function shown(
  { remedy, label, cause, blocked, forbidden }: RemedyOffer,
  context: RemedyContext,
  isKept: boolean,
): Promise<OfferShown> {
  const { id, kind, risk } = remedy
  const common = {
    remedy: id,
    kind,
    label,
    risk,
    ...(cause !== undefined && { cause: causeWithTitle(cause) }),
    ...(blocked !== undefined && { blocked }),
    ...(forbidden && { forbidden }),
  }
  if (!('apply' in remedy)) return common
  const { touches, cancellable, needs = [], undo, signsIn, keepsHalf } = remedy
  const opens = remedy.opens?.(context)
  return {
    ...common,
    touches,
    cancellable,
    needs: [...needs, ...(await neededNow(remedy, context))],
    undoable: undo !== undefined,
    ...(keepsHalf && { saves: true }),
    ...(signsIn && (signsIn === 'anew' || !isKept) && { wantsPassword: true }),
    ...(signsIn === 'anew' && isKept && { replacesKept: true }),
    ...(opens && { opens }),
    promise: await promised(remedy, context),
    ...(remedy.readFirst?.(context) && { readFirst: true }),
  }
}

/** What macOS would ask for at the click. What cannot be known is tried. */
async function neededNow(
  remedy: Extract<RemedyOffer['remedy'], { kind: 'act' | 'admin' }>,
  context: RemedyContext,
): Promise<readonly PermissionNeed[]> {
  try {
    return (await remedy.needsNow?.(context, AbortSignal.timeout(timeoutMs))) ?? []
  } catch (error) {
    if (isFault(error)) context.world.log.error('offer-failed', { of: remedy, error })
    return []
  }
}

/** What it would do; empty where that cannot be told just now, and then nobody should click without asking. */
async function promised(
  remedy: Extract<RemedyOffer['remedy'], { kind: 'act' | 'admin' }>,
  context: RemedyContext,
): Promise<readonly Sentence[]> {
  try {
    return await remedy.promise(context, AbortSignal.timeout(timeoutMs))
  } catch (error) {
    if (isFault(error)) context.world.log.error('offer-failed', { of: remedy, error })
    return []
  }
}

/** A guide or a note that is on offer now, ready to be shown. */
function offered(session: Session, account: string, remedy: string) {
  const context = session.agent.remedyContext(account)
  const offer = offerOf(session, account, remedy)
  const found = offer?.remedy
  if (!context || !found) return {}
  if (offer.forbidden && offer.blocked) return { refused: errorAnswer('refused', offer.blocked) }
  if (found.kind === 'guide') {
    const of = found as Guide
    const guide = () => ({ ...of.guide(context), byHand: of.byHand(context) })
    return { guide, opens: () => guide().opens }
  }
  if (found.kind === 'note') return { notes: () => (found as NoteRemedy).write(context) }
  return { opens: () => (found as Action<unknown>).opens?.(context) }
}

function offeredAction(session: Session, account: string, remedy: string): Action<unknown> | undefined {
  const found = offerOf(session, account, remedy)?.remedy
  return found && 'apply' in found ? found : undefined
}

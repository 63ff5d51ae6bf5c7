import type { RemedyOffer } from '../../agent.ts'
import type { Guide, NoteRemedy, RemedyContext } from '../../core/remedy.ts'
import { render } from '../../core/render.ts'
import type { Wording } from '../../core/sentence.ts'
import type { Session } from '../../session/session.ts'
import type { AnswersTo } from '../endpoint.ts'
import { no, yes } from '../schema/answer.ts'
import type { OfferShown, treatmentRequests } from '../schema/treatment.ts'
import type { AnswerContext } from './context.ts'
import { open } from './open-guide.ts'
import { titled } from './titles.ts'

const timeoutMs = 10_000
const gone = no('not-found', 'This does not stand to choice any more. Please check again.')

export function answerTreatment({ watched }: Pick<AnswerContext, 'watched'>): AnswersTo<typeof treatmentRequests> {
  return {
    async offers({ account }) {
      const { agent } = watched().session
      const consultation = agent.consultation(account)
      if (!consultation) return yes([])
      const isKept = (await consultation.world.secrets.read(account)) !== undefined
      return yes(await Promise.all(agent.offers(account).map((offer) => shown(offer, consultation, isKept))))
    },
    async treat({ account, remedy, password, keep = false }) {
      const { session, treatments } = watched()
      if (keep && password !== undefined) {
        const kept = await session.secrets?.keep(account, { secret: password, method: 'password' })
        if (!kept?.done) return no('failed', kept?.detail ?? 'The password could not be kept.')
      }
      return yes(await treatments.treat(account, remedy, password))
    },
    cancelTreatment() {
      watched().treatments.cancel()
      return yes({})
    },
    treatments: () => yes(watched().treatments.all()),
    undo: async ({ id, sure }) => yes(await watched().treatments.undo(id, sure ?? false)),
    leaveTreatment: ({ id }) => (watched().treatments.leave(id) ? yes({}) : gone),
    guide: ({ account, remedy }) => {
      const { guide } = offered(watched().session, account, remedy)
      return guide ? yes(guide()) : gone
    },
    async openGuide({ account, remedy }) {
      const { session } = watched()
      const opens = offered(session, account, remedy).guide?.().opens
      if (!opens) return gone
      const done = await open(session.world.hands, opens, AbortSignal.timeout(timeoutMs))
      return done.done ? yes({}) : no('failed', done.detail ?? `It could not be opened: ${render(opens.words)}`)
    },
    notes: ({ account, remedy }) => {
      const { notes } = offered(watched().session, account, remedy)
      return notes ? yes(notes()) : gone
    },
  }
}

async function shown(
  { remedy, cause, blocked }: RemedyOffer,
  consultation: RemedyContext,
  isKept: boolean,
): Promise<OfferShown> {
  const { id, kind, label, risk } = remedy
  const common = {
    remedy: id,
    kind,
    label,
    risk,
    ...(cause !== undefined && { cause: titled(cause) }),
    ...(blocked !== undefined && { blocked }),
  }
  if (!('apply' in remedy)) return common
  const { touches, cancellable, needs = [], undo } = remedy
  return {
    ...common,
    touches,
    cancellable,
    needs,
    undoable: undo !== undefined,
    ...(remedy.signsIn && !isKept && { wantsPassword: true }),
    promise: await promised(remedy, consultation),
  }
}

/** What it would do; empty where that cannot be told just now, and then nobody should click without asking. */
async function promised(
  remedy: Extract<RemedyOffer['remedy'], { kind: 'act' | 'admin' }>,
  consultation: RemedyContext,
): Promise<readonly Wording[]> {
  try {
    return await remedy.promise(consultation, AbortSignal.timeout(timeoutMs))
  } catch {
    return []
  }
}

/** A guide or a note that is on offer now, ready to be shown. */
function offered({ agent }: Session, account: string, remedy: string) {
  const consultation = agent.consultation(account)
  const found = agent.offers(account).find((one) => one.remedy.id === remedy)?.remedy
  if (!consultation || !found) return {}
  if (found.kind === 'guide') return { guide: () => (found as Guide).guide(consultation) }
  return found.kind === 'note' ? { notes: () => (found as NoteRemedy).write(consultation) } : {}
}

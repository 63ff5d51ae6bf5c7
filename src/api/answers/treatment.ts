import type { Offer } from '../../agent.ts'
import type { Consultation, Guide, NoteRemedy } from '../../core/remedy.ts'
import { no, yes } from '../schema/answer.ts'
import type { Offer as ShownOffer } from '../schema/treatment.ts'
import { open } from './open-guide.ts'
import type { House, Some } from './server-options.ts'
import { titled } from './titles.ts'
import type { Watching } from './watched-session.ts'

type Asks =
  | 'offers'
  | 'treat'
  | 'cancelTreatment'
  | 'treatments'
  | 'undo'
  | 'leaveTreatment'
  | 'guide'
  | 'openGuide'
  | 'notes'

const patience = 10_000
const gone = no('not-found', 'This does not stand to choice any more. Please check again.')

export function answerTreating(here: () => Watching): Some<Asks> {
  return {
    async offers({ account }) {
      const { agent } = here().house
      const consultation = agent.consultation(account)
      if (!consultation) return yes([])
      return yes(await Promise.all(agent.offers(account).map((offer) => shown(offer, consultation))))
    },
    treat: async ({ account, remedy }) => yes(await here().treatments.treat(account, remedy)),
    cancelTreatment() {
      here().treatments.cancel()
      return yes({})
    },
    treatments: () => yes(here().treatments.all()),
    undo: async ({ id, sure }) => yes(await here().treatments.undo(id, sure ?? false)),
    leaveTreatment: ({ id }) => (here().treatments.leave(id) ? yes({}) : gone),
    guide: ({ account, remedy }) => {
      const { guide } = offered(here().house, account, remedy)
      return guide ? yes(guide()) : gone
    },
    async openGuide({ account, remedy }) {
      const { house } = here()
      const opens = offered(house, account, remedy).guide?.().opens
      if (!opens) return gone
      const done = await open(house.world.hands, opens, AbortSignal.timeout(patience))
      return done.done ? yes({}) : no('failed', done.detail ?? `It could not be opened: ${opens.words}`)
    },
    notes: ({ account, remedy }) => {
      const { notes } = offered(here().house, account, remedy)
      return notes ? yes(notes()) : gone
    },
  }
}

async function shown({ remedy, cause, blocked }: Offer, consultation: Consultation): Promise<ShownOffer> {
  const { id, kind, label, risk } = remedy
  const common = { remedy: id, kind, label, risk, cause: titled(cause), ...(blocked !== undefined && { blocked }) }
  if (!('apply' in remedy)) return common
  const { touches, cancellable, needs = [], undo } = remedy
  return {
    ...common,
    touches,
    cancellable,
    needs,
    undoable: undo !== undefined,
    promise: await promised(remedy, consultation),
  }
}

/** What it would do; empty where that cannot be told just now, and then nobody should click without asking. */
async function promised(
  remedy: Extract<Offer['remedy'], { kind: 'act' | 'admin' }>,
  consultation: Consultation,
): Promise<readonly string[]> {
  try {
    return await remedy.promise(consultation, AbortSignal.timeout(patience))
  } catch {
    return []
  }
}

/** A guide or a note that is on offer now, ready to be shown. */
function offered({ agent }: House, account: string, remedy: string) {
  const consultation = agent.consultation(account)
  const found = agent.offers(account).find((one) => one.remedy.id === remedy)?.remedy
  if (!consultation || !found) return {}
  if (found.kind === 'guide') return { guide: () => (found as Guide).guide(consultation) }
  return found.kind === 'note' ? { notes: () => (found as NoteRemedy).write(consultation) } : {}
}

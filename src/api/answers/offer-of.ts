import type { RemedyOffer } from '../../agent.ts'
import type { Session } from '../../session/session.ts'

/** What may be done for an account under this name: against what was found, or where mail app and server differ. */
export function offerOf({ agent }: Pick<Session, 'agent'>, account: string, remedy: string): RemedyOffer | undefined {
  const all = [...agent.offers(account), ...agent.offersOutOfStep(account)]
  return all.find((one) => one.remedy.id === remedy)
}

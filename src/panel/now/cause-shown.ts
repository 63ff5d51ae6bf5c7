import type { Headline } from '../../core/headline.ts'
import type { CauseLayer, MessageWay } from '../../core/layer.ts'
import type { PanelState } from '../../core/state.ts'
import { wayWithBreaksOf } from '../../core/way.ts'

/** What the card of the cause tells: a cause, that it is looked for, that mail is free again, or that nobody knows yet. */
export interface CauseShown {
  is: 'cause' | 'looking' | 'freed' | 'unknown'
  /** Whose mail it is. */
  account: string | undefined
  /** As the last finished check left it. */
  way: MessageWay | undefined
  /** It is asked anew at this moment. */
  isAskedAnew: boolean
  /** Where the sentence below the way says that it ends. */
  broken: Exclude<CauseLayer, 'nowhere'> | undefined
}

/** Nothing where there is no such card. `causes`: those that go with the headline. */
export function causeShown(
  { diagnosis, status, examining, episodes }: Pick<PanelState, 'diagnosis' | 'status' | 'examining' | 'episodes'>,
  headline: Headline | undefined,
  causes: readonly { layer: CauseLayer; harm: 'stops' | 'delays' }[],
): CauseShown | undefined {
  // They say themselves that there is nothing to do but to wait, or nothing at all.
  if (headline?.is === 'fixed' || headline?.is === 'left') return undefined
  const [cause] = causes
  const account = cause || !examining ? diagnosis?.account : examining.account
  const found = diagnosis?.account === account ? diagnosis : undefined
  const isAskedAnew = examining !== undefined && examining.account === account
  // Where no cause is told, nothing breaks.
  const way = found?.way && wayWithBreaksOf(found.way, causes)
  const shown = (is: CauseShown['is'], broken?: CauseShown['broken']) => ({ is, account, way, isAskedAnew, broken })
  if (cause && diagnosis) {
    const { layer } = cause
    return shown('cause', layer !== 'nowhere' && way?.[layer] === 'bad' ? layer : undefined)
  }
  // A verdict that stands is not taken off the screen by a look that is made again: somebody may be typing into it.
  const stands = status === 'stuck' && diagnosis !== undefined && diagnosis.account === examining?.account
  if (examining && !stands) return shown('looking')
  if (status !== 'stuck') return undefined
  const isFreed = diagnosis && episodes.some((one) => one.cause && one.accounts.includes(diagnosis.account))
  return shown(isFreed ? 'freed' : 'unknown')
}

import type { SyncDifference, SyncReport, SyncState } from '../core/sync-report.ts'

/**
 * How much a difference matters. `mail`: mail may get lost, or go out twice. `act`: a person must do something about it.
 * `told`: it is good to know, or is over by itself.
 */
export type DifferenceWeight = 'mail' | 'act' | 'told'

const weights: Record<SyncDifference['is'], DifferenceWeight> = {
  'inbox-behind': 'act',
  'dead-idle-connection': 'act',
  'index-damaged': 'act',
  renumbered: 'told',
  'folder-missing': 'mail',
  'folder-not-shown': 'told',
  'sent-folder-elsewhere': 'told',
  'sent-not-saved': 'mail',
  'sent-twice': 'told',
  'changes-not-leaving': 'act',
  'server-lacks-room': 'act',
}

export function weightOf({ is }: Pick<SyncDifference, 'is'>): DifferenceWeight {
  return weights[is]
}

/** Whether a person must do something about it. */
export function hasTrouble({ differences }: Pick<SyncReport, 'differences'>): boolean {
  return differences.some((one) => weightOf(one) !== 'told')
}

/** What everybody may see of it. */
export function syncStateOf({ at, verdict, differences }: SyncReport): SyncState {
  const grave = differences.flatMap((one) => {
    const weight = weightOf(one)
    return weight === 'told' ? [] : [{ is: one.is, weight }]
  })
  const trouble = grave.find(({ weight }) => weight === 'mail') ?? grave[0]
  return { at, verdict, ...(trouble && { trouble }) }
}

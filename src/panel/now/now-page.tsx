import { EmptyState, LoadingState } from '../frame/empty.tsx'
import { SceneList } from '../scenes/scene-list.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { CauseCard } from './cause-card.tsx'
import { CheckRow } from './check-row.tsx'
import { HealthyCard } from './healthy-card.tsx'
import { MuteRow } from './mute-row.tsx'
import { NetworkMemoryCard } from './network-memory-card.tsx'
import { NeverArrives } from './never-arrives.tsx'
import { OtherCauses } from './other-causes.tsx'
import { StatusHead } from './status-head.tsx'
import { TreatmentCard } from './treatment-card.tsx'
import { UnseenCard } from './unseen-card.tsx'
import { WaitingList } from './waiting-list.tsx'

export function NowPage() {
  const { state, reached, about } = useStore()
  const { now } = words.value
  if (!reached.value)
    return (
      <EmptyState title={now.silent} line={now.silentMore}>
        <button type="button" class="button" onClick={() => location.reload()}>
          {now.tryAgain}
        </button>
      </EmptyState>
    )
  if (about.value?.plays && !about.value.real && !about.value.scene) return <SceneList />
  if (!state.value) return <LoadingState words={now.loading} lines={4} />
  return (
    <>
      <div class="now scrolls">
        <StatusHead />
        <TreatmentCard />
        <NetworkMemoryCard />
        <CauseCard />
        <OtherCauses />
        <MuteRow />
        <UnseenCard />
        <WaitingList />
        <HealthyCard />
        <NeverArrives />
      </div>
      <CheckRow />
    </>
  )
}

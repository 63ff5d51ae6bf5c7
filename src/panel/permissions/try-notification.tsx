import { useState } from 'preact/hooks'
import type { ResponseOf } from '../../api/schema/table.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

type Became = ResponseOf<'tryNotification'>['is'] | 'trying'

/** The first notification is where macOS asks; made here, no alarm is lost to the question. */
export function TryNotification({ look }: { look: () => void }) {
  const { ask, attempt } = useStore()
  const { permissions: own } = words.value
  const [became, become] = useState<Became>()
  const tryOne = async () => {
    become('trying')
    become((await attempt(ask.tryNotification()))?.is)
    look()
  }
  return (
    <>
      <p>{own.tryMore}</p>
      <button type="button" class="button small" disabled={became === 'trying'} onClick={() => void tryOne()}>
        {own.try}
      </button>
      <p role="status">{became === undefined ? '' : own.tried[became]}</p>
    </>
  )
}

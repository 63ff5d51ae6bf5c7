import { ForeignText } from '../frame/text.tsx'
import { useLockedWords } from './locked-words.ts'

/** A setting that nobody changes on this page. */
export function ToldSetting({ label, value, locked }: { label: string; value: string; locked: boolean }) {
  const lockedWords = useLockedWords()
  return (
    <div class="choice">
      <span>{label}</span>
      <ForeignText>{value}</ForeignText>
      {locked && <small>{lockedWords}</small>}
    </div>
  )
}

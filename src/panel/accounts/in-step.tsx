import type { AccountShown } from '../../api/schema/accounts.ts'
import { Translated } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { nearMoment } from '../words/write.ts'
import { StepOffers } from './step-offers.tsx'

/** Whether the mail app shows what the server has, and since when that is known. */
export function InStep({ id, inStep }: Pick<AccountShown, 'id' | 'inStep'>) {
  const { now } = useStore()
  const own = words.value.accounts
  if (!inStep) return <>{own.notCompared}</>
  const { at, tone, lines, differences, unseen } = inStep
  return (
    <div class="in-step">
      {differences.map(({ what, advice }) => (
        <p key={what.key} class={`tone-${tone}`}>
          <Translated>{what}</Translated>
          <small>
            <Translated>{advice}</Translated>
          </small>
        </p>
      ))}
      <p class={differences.length > 0 ? '' : `tone-${tone}`}>
        {lines.map((line, index) => (
          <span key={line.key}>
            {index > 0 && ' '}
            <Translated>{line}</Translated>
          </span>
        ))}
      </p>
      {differences.length > 0 && <StepOffers account={id} at={at} />}
      {unseen.map((why) => (
        <small key={why.key}>
          <Translated>{why}</Translated>
        </small>
      ))}
      <small>{own.asOf(nearMoment(at, now.value))}</small>
    </div>
  )
}

import type { RescueNews } from '../../api/schema/rescue.ts'
import { ForeignText, Translated } from '../frame/text.tsx'
import { words } from '../words/language.ts'
import { numberText, sizeText } from '../words/write.ts'
import { chosenPaths } from './order.ts'
import { useSave } from './use-save.ts'

/** What it came to: how many are saved, what is missing and why, and where it is. */
export function RescueSummaryCard({ news, again }: { news: Extract<RescueNews, { is: 'ended' }>; again: () => void }) {
  const { rescue: own } = words.value
  const { summary, target } = news
  const { complete, accounted, written, sealed, skipped, failed, partly, damaged, leftOut, reasons, formats } = summary
  const saved = written + sealed
  const counts: [number, (count: number, text: string) => string][] = [
    [sealed, own.sealed],
    [skipped, own.skipped],
    [failed, own.failed],
    [partly, own.partly],
    [damaged, own.damaged],
    [leftOut, own.leftOut],
  ]
  return (
    <section class="card" aria-labelledby="summary">
      <h2 id="summary" class={complete ? 'tone-good' : accounted ? '' : 'tone-bad'}>
        <span aria-live="polite">{complete ? own.complete : accounted ? own.nearly : own.bad}</span>
      </h2>
      <p class="plain">{complete ? own.completeMore : accounted ? '' : own.badMore}</p>
      <ul class="evidence">
        <li>{own.savedCount(saved, numberText(saved))}</li>
        {counts.map(([count, tell]) => count > 0 && <li key={tell.name}>{tell(count, numberText(count))}</li>)}
      </ul>
      {reasons.length > 0 && (
        <ul class="evidence is-against">
          {reasons.map(({ why, count }) => (
            <li key={why}>{`${numberText(count)} × ${why}`}</li>
          ))}
        </ul>
      )}
      <p class="caption">
        {Object.entries(formats)
          .map(([format, { bytes }]) => `${format.toUpperCase()} ${sizeText(bytes)}`)
          .join(' · ')}
      </p>
      <p>
        {own.where} <ForeignText>{target}</ForeignText>
      </p>
      <p class="caption">{`${own.list} ${own.bcc}`}</p>
      <button type="button" class="button" onClick={again}>
        {own.again}
      </button>
    </section>
  )
}

/** It stopped: why, and how it goes on. */
export function StoppedCard({ news, leave }: { news: Extract<RescueNews, { is: 'stopped' }>; leave: () => void }) {
  const { rescue: own } = words.value
  const save = useSave()
  return (
    <section class="card" aria-labelledby="stopped">
      <h2 id="stopped">{own.stopped}</h2>
      <p class="plain" role="status">
        <Translated>{news.why}</Translated>
      </p>
      <div class="row">
        {chosenPaths.value.length > 0 && (
          <button type="button" class="button" onClick={() => void save()}>
            {own.goOn}
          </button>
        )}
        <button type="button" class="button" onClick={leave}>
          {own.close}
        </button>
      </div>
    </section>
  )
}

import { render } from '../../core/render.ts'
import type { Sentence } from '../../core/sentence.ts'
import { Translated } from '../frame/text.tsx'
import { words } from '../words/language.ts'
import { Disclosure } from './fold.tsx'
import type { PanelCause } from './panel-cause.ts'

/** What speaks for the verdict, and what speaks against it. */
export function CauseEvidence({ cause }: { cause: PanelCause }) {
  const { now } = words.value
  return (
    <Disclosure title={now.why}>
      <Lines title={now.speaksFor} lines={cause.evidence} kind="for" />
      {cause.against.length > 0 ? (
        <Lines title={now.speaksAgainst} lines={cause.against} kind="against" />
      ) : (
        <p class="caption">{now.nothingAgainst}</p>
      )}
      {cause.details.length > 0 && <Lines title={now.details} lines={cause.details} kind="more" />}
    </Disclosure>
  )
}

function Lines({
  title,
  lines,
  kind,
}: {
  title: string
  lines: readonly Sentence[]
  kind: 'for' | 'against' | 'more'
}) {
  if (lines.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class={`evidence is-${kind}`}>
        {lines.map((line) => (
          <li key={render(line)}>
            <Translated>{line}</Translated>
          </li>
        ))}
      </ul>
    </>
  )
}

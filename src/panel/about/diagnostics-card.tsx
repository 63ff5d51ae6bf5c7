import { useState } from 'preact/hooks'
import type { Diagnostics } from '../../api/schema/about.ts'
import { CopyButton } from '../frame/copy-button.tsx'
import { saveFile } from '../frame/save-file.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

/** A report to be read before it is given away: what is shown is all there is in it. */
export function DiagnosticsCard() {
  const { ask, attempt } = useStore()
  const { about: own } = words.value
  const [report, put] = useState<Diagnostics>()
  const text = report ? textOf(report) : ''
  return (
    <section class="card" aria-labelledby="diagnostics">
      <h2 id="diagnostics">{own.diagnostics}</h2>
      <p class="plain">{own.diagnosticsMore}</p>
      {report ? (
        <>
          <textarea class="report" readOnly rows={12} aria-label={own.diagnostics} lang="en" value={text} />
          <div class="row">
            <CopyButton text={() => text} />
            <button type="button" class="button small" onClick={() => saveFile('outbox-doctor-report.txt', text)}>
              {own.save}
            </button>
          </div>
        </>
      ) : (
        <button type="button" class="button" onClick={() => void attempt(ask.diagnostics()).then(put)}>
          {own.preview}
        </button>
      )}
    </section>
  )
}

function textOf({ sections }: Diagnostics): string {
  return sections.map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join('\n')).join('\n\n')
}

import { useState } from 'preact/hooks'
import type { Diagnostics } from '../../api/schema/about.ts'
import { CopyButton } from '../frame/copy-button.tsx'
import { saveFile } from '../frame/save-file.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { translatedOrEnglish as shown } from '../words/translated.ts'

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
          <textarea class="report" readOnly rows={12} aria-label={own.diagnostics} value={text} />
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
  return sections
    .map(({ title, lines }) => [shown(title), ...lines.map((line) => `  ${shown(line)}`)].join('\n'))
    .join('\n\n')
}

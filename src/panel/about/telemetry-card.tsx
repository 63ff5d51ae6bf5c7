import type { TelemetryShown } from '../../api/schema/about.ts'
import { CopyButton } from '../frame/copy-button.tsx'
import { Translated } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { fullMoment } from '../words/write.ts'

/** What goes to the collector of an organisation, to the last line, and by which number; nothing where nothing goes. */
export function TelemetryCard({ shown, again }: { shown: TelemetryShown | undefined; again: () => void }) {
  const { ask, attempt } = useStore()
  const { about: own } = words.value
  if (!shown?.on) return null
  const { endpoint = '', id, last } = shown
  const text = last?.sent.join('\n') ?? ''
  const renew = async () => {
    await attempt(ask.renewTelemetryId({ sure: true }))
    again()
  }
  return (
    <section class="card" aria-labelledby="telemetry">
      <h2 id="telemetry">{own.telemetry}</h2>
      <p class="plain">{last ? own.telemetryMore(endpoint) : own.telemetryNothing(endpoint)}</p>
      {last && (
        <>
          <textarea class="report" readOnly rows={8} aria-label={own.telemetry} value={text} />
          <p class="caption">
            {`${fullMoment(last.at)}: `}
            <Translated>{last.told}</Translated>
          </p>
        </>
      )}
      {id !== undefined && <p class="plain">{own.telemetryId(id)}</p>}
      <div class="row">
        {last && <CopyButton text={() => text} />}
        {id !== undefined && (
          <button type="button" class="button small" onClick={() => void renew()}>
            {own.telemetryRenew}
          </button>
        )}
      </div>
    </section>
  )
}

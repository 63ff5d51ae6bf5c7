import { StatusGlyph } from '../frame/glyph.tsx'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { DiagnosticsCard } from './diagnostics-card.tsx'
import { FaultsCard } from './faults-card.tsx'
import { RemoveCard } from './remove-card.tsx'
import { TelemetryCard } from './telemetry-card.tsx'
import { ThirdPartyCard } from './third-party-card.tsx'
import { UpdateCard } from './update-card.tsx'

export function AboutPage() {
  const { about, ask, settings } = useStore()
  const { about: own, name } = words.value
  const [asked, again] = useAnswer(() => ask.telemetry(), settings.value)
  const sending = latestAnswer(asked)
  // Known from the start, where the answer comes a moment later.
  const isSending = sending?.on ?? settings.value?.settings.telemetry.on
  const [nothingSent, ...privacyLines] = own.privacyLines
  return (
    <>
      <header class="hero">
        <StatusGlyph status="clear" />
        <h1>{name}</h1>
        <p>{own.line}</p>
        <p class="caption">{about.value ? own.version(about.value.version) : '\u00a0'}</p>
      </header>
      <section class="card" aria-labelledby="privacy">
        <h2 id="privacy">{own.privacy}</h2>
        <ul class="evidence is-for">
          {[isSending ? own.privacySending : nothingSent, ...privacyLines].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <TelemetryCard shown={sending} again={again} />
      <UpdateCard />
      <FaultsCard />
      <DiagnosticsCard />
      <ThirdPartyCard />
      <RemoveCard />
    </>
  )
}

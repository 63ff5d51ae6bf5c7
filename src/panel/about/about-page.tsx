import { StatusGlyph } from '../frame/glyph.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { DiagnosticsCard } from './diagnostics-card.tsx'
import { FaultsCard } from './faults-card.tsx'
import { RemoveCard } from './remove-card.tsx'

export function AboutPage() {
  const { about } = useStore()
  const { about: own, name } = words.value
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
          {own.privacyLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <FaultsCard />
      <DiagnosticsCard />
      <RemoveCard />
    </>
  )
}

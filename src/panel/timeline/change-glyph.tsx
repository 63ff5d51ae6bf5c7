import { markShapes } from './mark-glyph.ts'

export function ChangeGlyph({ what }: { what: keyof typeof markShapes }) {
  return (
    <svg class={`mark is-${what}`} width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
      <path d={markShapes[what]} />
    </svg>
  )
}

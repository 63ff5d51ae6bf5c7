import type { Status } from '../../core/diagnosis.ts'

/** Drawn on a grid of 24, in lines of the text's own colour. */
const paths = {
  check: 'M5 12.5l4.5 4.5L19 7',
  cross: 'M7 7l10 10M17 7L7 17',
  chevron: 'M9 6l6 6-6 6',
  back: 'M15 6l-6 6 6 6',
  gear: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0a2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  plus: 'M12 6v12M6 12h12',
  minus: 'M6 12h12',
  envelope: 'M3.5 7.5a2 2 0 0 1 2-2h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2zM4 7l8 6.2L20 7',
  shield: 'M12 3.5l7 2.6v5.4c0 4.3-2.9 7.5-7 9-4.1-1.500-7-4.700-7-9V6.100z',
  chart: 'M4 8h7M14 8h6M4 12h3M10 12h10M4 16h12',
  box: 'M4 8.500h16v10a1.500 1.500 0 0 1-1.500 1.500h-13a1.500 1.500 0 0 1-1.500-1.500zM3 4.500h18v4H3zM10 12.500h4',
  info: 'M12 11v5.500M12 7.800v.1M3.500 12a8.500 8.500 0 1 0 17 0a8.500 8.500 0 1 0-17 0',
  play: 'M8 5.500v13l10.500-6.500z',
} as const

export type GlyphName = keyof typeof paths

export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}

/** Inside the disc: the seven states, each a shape of its own. */
const marks: Record<Status, string> = {
  clear: 'M15 24.500l6 6L33.500 17.500',
  checking: 'M24 14v10l6.500 4',
  waiting: 'M17 14.500h14M17 33.500h14M19 14.500c0 6 10 6.500 10 19M29 14.500c0 6-10 6.500-10 19',
  stuck: 'M24 14v12M24 32.500v.1',
  offline: 'M14 20.500c6-5 14-5 20 0M18.500 26c3.500-2.800 7.500-2.800 11 0M24 32v.1M14.500 14.500l19 19',
  unsure: 'M19.500 19c0-6 9.500-6 9.500-.500c0 4-5 4-5 8M24 32.500v.1',
  paused: 'M19.500 16v16M28.500 16v16',
}

export function StatusGlyph({ status }: { status: Status }) {
  return (
    <svg class={`status-glyph is-${status}`} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="22" />
      <path d={marks[status]} />
    </svg>
  )
}

import picocolors from 'picocolors'
import { english, type Locale, render } from '../core/render.ts'
import type { Sentence } from '../core/sentence.ts'

type Paint = ReturnType<typeof picocolors.createColors>

/** Where text for a person goes. Whatever is printed passes a last guard against control characters. */
export interface Terminal {
  /** One or more whole lines. */
  print(text: string): void
  /** Lines may be taken back and written again: a real terminal that knows cursor movements. */
  readonly moving: boolean
  /** As it is, for cursor movements; only where `moving`. */
  raw(sequence: string): void
  readonly paint: Paint
  columns(): number
  rows(): number
  /** A sentence in the language of whoever reads here. */
  inWords(words: Sentence): string
  /** What `inWords` speaks. */
  readonly locale: Locale
  /** That language, for `Intl` (BCP 47). */
  readonly tag: string
}

/** What a terminal writes to: `process.stdout`, or a test's own. */
export interface TerminalOutput {
  write(text: string): unknown
  isTTY?: boolean
  columns?: number
  rows?: number
}

type Environment = Readonly<Record<string, string | undefined>>

/** Colours only on a terminal, and not where NO_COLOR is set (https://no-color.org). */
export function terminalOn(sheet: TerminalOutput, env: Environment, locale: Locale = english): Terminal {
  const moving = sheet.isTTY === true && env.TERM !== 'dumb'
  const coloured = moving && !env.NO_COLOR
  return {
    print: (text) => sheet.write(`${guarded(text, coloured)}\n`),
    moving,
    raw: (sequence) => {
      if (moving) sheet.write(sequence)
    },
    paint: picocolors.createColors(coloured),
    // Without a terminal, or with one that does not know its size (0), as wide as a mail is.
    columns: () => Math.max(20, Math.min(sheet.columns || 80, 100)),
    rows: () => sheet.rows || 24,
    inWords: (words) => render(words, locale),
    tag: locale.tag,
    locale,
  }
}

const colour = new RegExp(`(${String.fromCharCode(27)}\\[\\d{1,2}m)`)

function guarded(text: string, coloured: boolean): string {
  // Split with a group: every odd part is a colour.
  const parts = text.split(colour)
  return parts.map((part, index) => (index % 2 === 1 ? (coloured ? part : '') : plain(part))).join('')
}

function plain(text: string): string {
  return text.replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')
}

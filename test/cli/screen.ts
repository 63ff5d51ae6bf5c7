import type { TerminalOutput } from '../../src/cli/terminal.ts'

/**
 * A terminal as far as we move about in it: lines, cursor up, clear below, cursor hidden and shown. `coloured`: its lines
 * hold the colours, too, as they were written.
 */
export class Screen implements TerminalOutput {
  readonly isTTY: boolean
  readonly columns?: number
  readonly rows?: number
  readonly #coloured: boolean
  written = ''
  cursorShown = true
  #lines = ['']
  #row = 0

  constructor({
    isTTY,
    columns,
    rows,
    coloured = false,
  }: {
    isTTY: boolean
    columns?: number
    rows?: number
    coloured?: boolean
  }) {
    this.isTTY = isTTY
    this.#coloured = coloured
    if (columns !== undefined) this.columns = columns
    if (rows !== undefined) this.rows = rows
  }

  write(text: string): void {
    this.written += text
    for (const [piece] of text.matchAll(/\p{Cc}\[\??\d*[A-Za-z]|\n|\r|[^\p{Cc}]+/gu)) this.#take(piece)
  }

  lines(): string[] {
    return this.#lines.filter((line) => line !== '')
  }

  /** With the empty lines between. */
  allLines(): string[] {
    return Array.from(this.#lines, (line) => line ?? '')
  }

  #take(piece: string): void {
    if (piece === '\n') this.#row += 1
    else if (piece.endsWith('[J')) this.#lines.length = this.#row
    else if (/\[\d+A$/.test(piece)) this.#row -= Number(/\d+/.exec(piece)?.[0])
    else if (/\[\?25[hl]$/.test(piece)) this.cursorShown = piece.endsWith('h')
    else if (!/\p{Cc}/u.test(piece) || (this.#coloured && piece.endsWith('m')))
      this.#lines[this.#row] = (this.#lines[this.#row] ?? '') + piece
  }
}

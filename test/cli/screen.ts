import type { TerminalOutput } from '../../src/cli/terminal.ts'

/** A terminal as far as we move about in it: lines, cursor up, clear below, cursor hidden and shown. */
export class Screen implements TerminalOutput {
  readonly isTTY: boolean
  readonly columns?: number
  readonly rows?: number
  written = ''
  cursorShown = true
  #lines = ['']
  #row = 0

  constructor({ isTTY, columns, rows }: { isTTY: boolean; columns?: number; rows?: number }) {
    this.isTTY = isTTY
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

  #take(piece: string): void {
    if (piece === '\n') this.#row += 1
    else if (piece.endsWith('[J')) this.#lines.length = this.#row
    else if (/\[\d+A$/.test(piece)) this.#row -= Number(/\d+/.exec(piece)?.[0])
    else if (/\[\?25[hl]$/.test(piece)) this.cursorShown = piece.endsWith('h')
    else if (!/\p{Cc}/u.test(piece)) this.#lines[this.#row] = (this.#lines[this.#row] ?? '') + piece
  }
}

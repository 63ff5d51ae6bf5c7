/** What a spreadsheet would take for a formula gets an apostrophe before it; NUL, which no cell may hold, goes. */
export function withoutFormula(cell: string): string {
  const clean = cell.replaceAll('\u0000', '')
  return /^[=+\-@\t\r]/.test(clean) ? `'${clean}` : clean
}

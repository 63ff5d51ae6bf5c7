/**
 * A table as RFC 4180 has it, but for the ends of its lines, which are those of a terminal: commas, every field quoted
 * that needs it. A field that a spreadsheet would take for a formula, such as a host named `=cmd`, gets an apostrophe
 * before it.
 */
export function csvText(
  columns: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  return [columns, ...rows].map((row) => `${row.map(csvField).join(',')}\n`).join('')
}

function csvField(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

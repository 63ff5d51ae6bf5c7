// Scripts and pictures that take two columns on a terminal (Unicode TR11, wide).
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

/** Columns that a text without escapes takes. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += wide.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1
  return width
}

/** The text in lines of at most `width` columns. A word that is longer is broken. */
export function wrappedLines(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).flatMap((long) => pieces(long, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

/** `lead` before the first line, and as much space before the others. */
export function withHangingIndent(lead: string, text: string, columns: number, paint = (line: string) => line): string {
  const indent = ' '.repeat(widthOf(lead))
  const lines = wrappedLines(text, Math.max(10, columns - indent.length))
  return lines.map((line, index) => `${index === 0 ? lead : indent}${paint(line)}`).join('\n')
}

/** Cut to one line of at most `columns`. */
export function clippedToWidth(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  return `${pieces(text, columns - 1)[0] ?? ''}…`
}

function pieces(text: string, width: number): string[] {
  const parts = ['']
  for (const character of text) {
    const longer = `${parts.at(-1)}${character}`
    if (widthOf(longer) <= width) parts[parts.length - 1] = longer
    else parts.push(character)
  }
  return parts
}

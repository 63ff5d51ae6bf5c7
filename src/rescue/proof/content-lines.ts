/** A line of a calendar or a card, put together again, with its value as it was meant. */
export interface ContentLine {
  readonly name: string
  readonly value: string
}

const line =
  /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):([\s\S]*)$/

/**
 * The lines of calendars and cards (RFC 5545 §3.1, RFC 2426 §2.6). Throws for a line that is none, one that is too long,
 * and for what begins and does not end.
 */
export function contentLines(text: string): ContentLine[] {
  const lines = text.split('\r\n')
  if (lines.pop() !== '') throw new Error('The last line has no end.')
  if (lines.some((one) => Buffer.byteLength(one) > 75)) throw new Error('A line is too long.')
  const open: string[] = []
  const found = lines
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((one) => {
      const [, name, , raw] = line.exec(one) ?? []
      if (name === undefined || raw === undefined) throw new Error('This is no line of a calendar or a card.')
      return {
        name: name.toUpperCase(),
        value: raw.replace(/\\([\s\S])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign)),
      }
    })
  for (const { name, value } of found) {
    if (name === 'BEGIN') open.push(value)
    else if (name === 'END' && open.pop() !== value) throw new Error('What ends has not begun.')
    else if (open.length === 0 && name !== 'END') throw new Error('A line belongs to nothing.')
  }
  if (open.length > 0) throw new Error('It does not end.')
  return found
}

import ICAL from 'ical.js'

// The library does not count the space that a line which goes on begins with (RFC 5545 §3.1: 75 bytes).
ICAL.foldLength = 74

/** A property as data (RFC 7265 §3.4): its name in small letters, parameters, type, and one value or more. */
export type JcalProperty = [
  name: string,
  parameters: Readonly<Record<string, string | readonly string[]>>,
  type: string,
  ...values: unknown[],
]
export type JcalComponent = [name: string, properties: readonly JcalProperty[], inside: readonly JcalComponent[]]

/** As the lines of a file, each ended by CRLF, and none longer than 75 bytes. */
export function linesOfEntry(component: JcalComponent): string {
  return ICAL.stringify([...component])
}

/** Nothing where the text is empty or missing. */
export function textProperty(name: string, text: string | undefined): JcalProperty[] {
  return text ? [[name, {}, 'text', text]] : []
}

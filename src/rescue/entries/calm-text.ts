/** Text without what neither format has a place for: control characters, half characters (RFC 5545 §3.1); lines end with LF. */
export function calmText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
}

export function calmLine(text: string): string {
  return calmText(text).replace(/\s+/g, ' ').trim()
}

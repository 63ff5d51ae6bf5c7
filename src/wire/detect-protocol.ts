import type { DetectedProtocol } from './conversation.ts'

const looks: readonly [RegExp, DetectedProtocol][] = [
  [/^\* (OK|PREAUTH|BYE)\b/i, 'imap'],
  [/^(\+OK|-ERR)\b/i, 'pop3'],
  [/^(220|[45]\d\d)[ -]/, 'smtp'],
  [/^(HTTP\/\d|<!doctype|<html)/i, 'http'],
  [/^SSH-\d/, 'ssh'],
]

/** What the first words of a server look like. */
export function detectProtocol(line: string): DetectedProtocol {
  if (isTlsRecord(line)) return 'tls'
  return looks.find(([look]) => look.test(line))?.[1] ?? 'unknown'
}

/** A greeting written over with asterisks, as Cisco's SMTP inspection does: `220 ********2****0**`. */
export function isMasked(text: string): boolean {
  return /^[*0-9 .]*\*{4}[*0-9 .]*$/.test(text)
}

/** An alert (21) or a handshake (22) of version 3.x. */
function isTlsRecord(line: string): boolean {
  const type = line.charCodeAt(0)
  return (type === 21 || type === 22) && line.charCodeAt(1) === 3
}

/** What a mailbox is to us, by its URL: the index knows neither names nor kinds. `gmail`: of Gmail's own, but Sent. */
export type MailboxRole = 'outbox' | 'nested-outbox' | 'send-later' | 'sent' | 'gmail' | 'other'

export interface Mailbox {
  scheme: string
  /** The account's identifier; of the local account too. */
  host: string
  segments: readonly string[]
  role: MailboxRole
}

/** The names under which servers and Mail keep sent mail, where they are not translated. */
const sentNames = new Set(['sent', 'sent messages', 'sent items', 'sent mail'])

/** `scheme://account/Percent%20encoded/Path`; what does not look so is no mailbox of ours. */
export function mailboxAt(url: string): Mailbox | undefined {
  const [, scheme = '', host = '', path = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/]*)\/(.*)$/is.exec(url.slice(0, 4_096)) ?? []
  const segments = path.split('/').filter(Boolean).map(decoded)
  if (scheme === '' || segments.length === 0) return undefined
  return { scheme: scheme.toLowerCase(), host: host.toUpperCase(), segments, role: roleOf(segments) }
}

function roleOf(segments: readonly string[]): MailboxRole {
  const last = segments.at(-1)?.toLowerCase() ?? ''
  // The folder's name on disk is not translated; a user's own folder of that name lies deeper.
  if (last === 'outbox') return segments.length === 1 ? 'outbox' : 'nested-outbox'
  if (last === 'x-apple-send-later') return 'send-later'
  if (sentNames.has(last)) return 'sent'
  return /^\[(gmail|google mail)\]$/i.test(segments[0] ?? '') ? 'gmail' : 'other'
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

import type { Reply, ReplyStage } from '../../src/core/reply.ts'
import { meaningOf } from '../../src/knowledge/replies.ts'
import { type ReplyRow, replyRows } from '../../src/knowledge/reply-rows.ts'
import { type Counts, countsOf, outcomeOf } from './own-replies.ts'
import { samples as known } from './reply-samples.ts'
import { worldReplies } from './world-replies.ts'

export const samples: Record<string, string> = {
  ...known,
  ...Object.fromEntries(worldReplies.map(({ row, text }) => [row, text])),
}

/** A reply line as it came over the wire, at the row's stage. */
export function heard({ protocol: of, stage: at }: Pick<ReplyRow, 'protocol' | 'stage'>, line: string): Reply {
  const protocol = of !== 'any' ? of : /^\d/.test(line) ? 'smtp' : line.startsWith('-') ? 'pop3' : 'imap'
  const [, code = '', enhanced, text = ''] =
    protocol === 'smtp'
      ? (/^(\S+?)[ -](?:([245]\.\d+\.\d+) ?)?(.*)$/.exec(line) ?? [])
      : (/^(\S+) ?(?:\[([A-Z/-]+)\] ?)?(.*)$/.exec(line) ?? [])
  const stage: ReplyStage = at === 'any' ? (protocol === 'smtp' ? 'mail' : 'select') : at
  return { protocol, stage, code, ...(enhanced ? { enhanced } : {}), text }
}

export function sampleOf(row: ReplyRow): string {
  const code = row.code.split('|')[0] ?? ''
  const enhanced = row.enhanced.split('|')[0] ?? ''
  const bare = row.protocol === 'smtp' ? enhanced : enhanced && `[${enhanced}]`
  return samples[row.id] ?? `${code} ${bare} `.replace(/ +$/, ' ')
}

/** Ten others who might say the same words: nobody known, software that everybody runs, and other providers. */
export function strangersTo({ providers }: ReplyRow): string[][] {
  const all = [
    [],
    ['Postfix', 'Dovecot'],
    ['Exim', 'cPanel'],
    ['Exchange', 'Exchange on-premises'],
    ['Gmail'],
    ['Microsoft', 'Microsoft 365', 'Outlook.com', 'Exchange'],
    ['Yahoo'],
    ['iCloud'],
    ['GMX'],
    ['IONOS'],
    ['Zoho'],
    ['Fastmail'],
    ['QQ Mail'],
    ['Mail.ru'],
  ]
  return all.filter((names) => !names.some((name) => providers.includes(name))).slice(0, 10)
}

/** What shows the provider is no stranger's. */
export function withoutPages(line: string): string {
  return line.replaceAll(/https?:\/\/\S+/g, '').replace(/[- ]*[gn]smtp\b/, '')
}

/** What a provider's own wording says where a stranger uses it; the others claim nothing then. */
export const elsewhere: Record<string, string | null> = {
  ...Object.fromEntries(worldReplies.flatMap(({ row, others }) => (others === undefined ? [] : [[row, others]]))),
  'any-535-naver-not-accepted': 'password-refused',
  'smtp-450-4-7-1-postfix-too-much-mail-too-many-recipients-too': 'rate-limited',
  'smtp-421-4-3-0-gmail': 'server-busy',
  'smtp-421-4-4-5-gmail': 'server-busy',
  'smtp-421-4-7-0-gmail-unusual-rate-whitelist-closing-connecti': 'server-busy',
  'smtp-421-450-4-7-28-4-2-1-gmail-too-quickly-rate': 'rate-limited',
  'smtp-451-4-4-2-gmail-tt-imeout': 'server-busy',
  'smtp-452-550-4-5-3-5-5-3-gmail-recipients': 'too-many-recipients',
  'smtp-454-4-7-0-gmail-cannot-authenticate-tt-oo-many-login': 'server-busy',
  'smtp-534-5-7-9-gmail-aa-pplication-specific': 'app-password-needed',
  'smtp-534-5-7-14-gmail-web-browser-log-in': 'sign-in-challenged',
  'smtp-535-5-7-8-gmail-not-accepted-badcredentials': 'password-refused',
  'smtp-552-5-2-3-gmail': 'message-too-large',
  'smtp-421-4-4-2-exchange-on-premises-submission-rate': 'rate-limited',
  'smtp-451-4-7-0-microsoft-365-temporary-server-error-prx': 'server-busy',
  'smtp-535-5-7-3-microsoft-365-outlook-com': 'password-refused',
  'smtp-550-554-5-2-2-microsoft-365-outlook-com-ss-ubmission-qu': 'rate-limited',
  'smtp-554-5-2-2-microsoft-365-mailbox-full-shutoff': 'mailbox-full',
  'smtp-421-4-7-1-icloud-excessive-volume': 'rate-limited',
  'smtp-451-4-7-1-icloud-try-again-later': 'server-busy',
  'smtp-535-5-7-8-icloud': 'password-refused',
  'smtp-550-5-7-0-icloud-ff-rom-address': 'sender-not-allowed',
  'smtp-550-5-7-1-icloud-sending-limit': 'rate-limited',
  'smtp-550-554-5-7-1-icloud-cs01-hm08-local-policy': 'message-malformed',
  'smtp-552-5-3-4-icloud': 'message-too-large',
  'smtp-550-x-yahoo-aol-request-failed-mailbox-unavailable': 'recipient-refused',
  'smtp-535-5-7-0-fastmail-ii-ncorrect-app-password': 'app-password-needed',
  'smtp-554-5-7-1-fastmail-locked-or-deactivated': 'account-suspended',
  'smtp-535-x-zoho-authentication-failed': 'password-refused',
  'smtp-553-x-zoho-relaying-disallowed': 'sign-in-not-sent',
  'smtp-554-5-1-8-zoho-bb-locked': 'account-suspended',
  'smtp-535-x-gmx-web-de-mail-com-ionos-authentication-credenti': 'password-refused',
  'smtp-535-550-x-163-126-netease-authentication-failed-user-ha': 'app-password-needed',
  'imap-no-overquota-gmail-bandwidth': 'rate-limited',
  'imap-no-authenticationfailed-gmail-yahoo-invalid-credentials': 'password-refused',
  'imap-no-x-microsoft-365-outlook-com-login-authenticate-faile': 'password-refused',
  'imap-no-unavailable-yahoo-aol-server-error': 'server-busy',
  'imap-no-limit-inuse-yahoo-aol-rr-ate-limit': 'rate-limited',
  'pop3-err-x-microsoft-365-outlook-com-ll-ogon-failure': 'password-refused',
  'smtp-454-4-7-0-gmail-too-many-login': 'server-bans-you',
  'smtp-530-5-7-0-gmail-starttls': 'encryption-mode-wrong',
}

/** What every row with a provider says of ten strangers who use its words. */
export function countsWithStrangers(): Counts {
  const rows = replyRows.filter(({ providers }) => providers.length > 0)
  const outcomes = rows.flatMap((row) => {
    const isOwn = row.wording === 'own'
    const reply = heard(row, isOwn ? withoutPages(sampleOf(row)) : sampleOf(row))
    const right = isOwn ? (elsewhere[row.id] ?? null) : row.means
    return strangersTo(row).map((providers) => outcomeOf(meaningOf(reply, { providers })?.means ?? null, [right]))
  })
  return countsOf(outcomes)
}

import { harmless } from '../core/text.ts'
import { servicesBehind } from './mail-services.ts'
import { exchangeStatus, type OutlookError, outlookError, outlookPhrase } from './outlook-errors.ts'
import { meaningOf, type Said } from './replies.ts'

/** What a code or a pasted message says, in plain words. */
export interface Explanation {
  /** As it was understood: `3253`, `535 5.7.139`, `HTTP 503`; empty where only the words spoke. */
  code: string
  family: string
  meaning: string
  advice: string
  confidence: OutlookError['confidence']
  /** Ids of causes it makes likely, the likeliest first; empty where nothing may be claimed. */
  means: readonly string[]
}

/** More than any dialog or bounce needs before it comes to the point. */
const longest = 4_000

/**
 * Explains a number of Outlook's, a reply of a mail server, or a message pasted with either in it. The reply of a
 * server says more than a number, a number more than words. `undefined` where nothing in it is known.
 */
export function explainCode(text: string): Explanation | undefined {
  const line = harmless(text, longest)
  return bySmtpReply(line) ?? byImapReply(line) ?? byPopReply(line) ?? byNumber(line) ?? byPhrase(line)
}

const smtp = /(?<![\d.:/-])([245]\d\d)(?:[ -]+#?([245]\.\d{1,3}\.\d{1,3}))?(?![\d.:/])/g
/** What stands before a reply that has no enhanced code; "page 404 of 500" is none. */
const opening = /(?:^\W*|\b(?:smtp|server|reply)\W*|[:"“(] ?)$/i

function bySmtpReply(line: string): Explanation | undefined {
  const replies = [...line.matchAll(smtp)].filter(
    ({ index, 2: enhanced }) => enhanced !== undefined || opening.test(line.slice(Math.max(0, index - 40), index)),
  )
  // Refusals tell more than what went well before.
  const found = replies.find(({ 1: code }) => !code?.startsWith('2')) ?? replies[0]
  const [all = '', code, enhanced] = found ?? []
  if (!found || code === undefined) return undefined
  const text = line.slice(found.index + all.length).trim()
  return byReply({ protocol: 'smtp', code, text, ...(enhanced && { enhanced }) }, line) ?? bySmtpClass(code, enhanced)
}

function byImapReply(line: string): Explanation | undefined {
  const [, code, enhanced, text = ''] = /\b(NO|BAD|BYE) \[([A-Z-]{3,30})[^\]]{0,100}\] ?(.*)$/.exec(line) ?? []
  return code && enhanced ? byReply({ protocol: 'imap', code, enhanced, text }, line) : undefined
}

function byPopReply(line: string): Explanation | undefined {
  const [found, enhanced, text = ''] = /-ERR (?:\[([A-Z/-]{3,30})\] ?)?(.*)$/.exec(line) ?? []
  if (found === undefined) return undefined
  return byReply({ protocol: 'pop3', code: '-ERR', text, ...(enhanced && { enhanced }) }, line)
}

function byReply(said: Said, line: string): Explanation | undefined {
  const hosts = line.match(/\b[a-z0-9-]+(?:\.[a-z0-9-]+)+\b/gi) ?? []
  const meaning = meaningOf(said, { providers: servicesBehind(hosts, []) })
  if (!meaning) return undefined
  const { cause, advice, certainty, means } = meaning
  return {
    code: [said.code, said.enhanced].filter(Boolean).join(' '),
    family: 'Answer of a mail server',
    meaning: cause,
    advice,
    confidence: certainty,
    means: means === null ? [] : [means],
  }
}

/** RFC 5321 §4.2.1: the first digit alone says whether it is worth trying again. */
function bySmtpClass(code: string, enhanced: string | undefined): Explanation {
  const [meaning, advice] = smtpClasses[code[0] as '2' | '4' | '5']
  const family = 'Answer of a mail server'
  return { code: [code, enhanced].filter(Boolean).join(' '), family, meaning, advice, confidence: 'medium', means: [] }
}

const smtpClasses = {
  2: ['The server accepted what was asked.', 'Nothing needs to be done.'],
  4: ['The server refused for now.', 'Wait; the mail app will try again by itself.'],
  5: [
    'The server refused for good.',
    'Trying again without a change will not help; the words beside the number tell why.',
  ],
} as const

const named =
  /\b(?:error|fehler|erreur|errore|error(?:code|nummer|nr)?|fout|fel|fejl|code|status|number|erro|virhe|feil)\b[^\d-]{0,30}(-?\d{1,5})(?!\d)/gi
const bare = /(?<![\d.:/])-?\d{4,5}(?![\d.:/])/g
const alone = /^\W*?(-?\d{1,5})\W*$/

/** After a word for "error" first, else any number that stands alone and belongs to a family. */
function byNumber(line: string): Explanation | undefined {
  const status = /\bHTTP(?:\/\d(?:\.\d)?)? ?(\d{3})\b/i.exec(line)?.[1]
  const exchange = status === undefined ? undefined : exchangeStatus(Number(status))
  if (exchange) return explained(`HTTP ${status}`, exchange)
  // In prose, small numbers are years and sizes.
  const loose = (line.match(bare) ?? []).filter((text) => Math.abs(Number(text)) > 3_000 || text.startsWith('-'))
  const numbers = [...line.matchAll(named)].map((match) => match[1] ?? '')
  for (const text of [alone.exec(line)?.[1] ?? '', ...numbers, ...loose]) {
    const error = text === '' ? undefined : outlookError(Number(text))
    if (error) return explained(text.replace('-', ''), error)
  }
  return undefined
}

function byPhrase(line: string): Explanation | undefined {
  const error = outlookPhrase(line)
  return error && explained('', error)
}

function explained(code: string, { inner: _, ...error }: OutlookError): Explanation {
  return { code, ...error }
}

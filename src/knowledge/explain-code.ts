import { type Sentence, say } from '../core/sentence.ts'
import { bounceIn, type Dialog, dialogIn, isBounce } from './dialogs.ts'
import { isUnansweredLastDot, unansweredLastDot } from './last-dot.ts'
import { servicesBehind } from './mail-services.ts'
import { exchangeStatus, type OutlookError, outlookError, outlookPhrase } from './outlook-errors.ts'
import { type PastedText, splitPastedText } from './pasted.ts'
import { meaningOf } from './replies.ts'
import { repliesIn } from './reply-line.ts'
import { replyRows } from './reply-rows.ts'
import type { StagedReply } from './reply-stage.ts'
import { unwrapReply } from './reply-words.ts'

/** What a code or a pasted message says, in plain words. */
export interface CodeExplanation {
  /** As it was understood: `3253`, `535 5.7.139`, `HTTP 503`; empty where only the words spoke. */
  code: string
  family: Sentence
  meaning: Sentence
  advice: Sentence
  confidence: OutlookError['confidence']
  /** Ids of causes it makes likely, the likeliest first; empty where nothing may be claimed. */
  means: readonly string[]
}

/**
 * Explains a number of Outlook's, a reply of a mail server, a dialog, or a bounce pasted with any of these in it. The
 * reply of a server says more than the words around it, those more than a number. `undefined` where nothing in it is
 * known.
 */
export function explainCode(text: string): CodeExplanation | undefined {
  const paste = splitPastedText(text)
  const [reply, ...others] = repliesOf(paste)
  if (reply && reply.explanation.means.length > 0) return reply.explanation
  const told = byLeadIn(paste) ?? byBounce(paste) ?? byReason(paste)
  // A reply of a server that says nothing known is not outdone by loose words around it.
  if (told || reply) return told ?? reply?.explanation
  const dot = isBounce(paste.whole) ? undefined : byLastDot(paste.whole)
  const number = dot ?? byNumber(paste.whole)
  if (number && number.means.length > 0) return number
  return byDialog(paste.whole) ?? number ?? byStatus(paste) ?? others[0]?.explanation
}

/** The replies in a paste, the most telling first: a refusal that is understood, and for good before for now. */
function repliesOf(paste: PastedText): { explanation: CodeExplanation; rank: number }[] {
  const found = paste.pieces.flatMap((piece) => repliesIn(piece).map((said) => ({ said, piece })))
  return found
    .slice(0, mostReplies)
    .flatMap(({ said, piece }) => {
      const explanation = byReply(said, [...hostsIn(piece), ...paste.remote]) ?? bySmtpClass(said)
      const rank = (explanation && explanation.means.length > 0 ? 0 : 4) + weightOf(said)
      return explanation ? [{ explanation, rank }] : []
    })
    .sort((one, other) => one.rank - other.rank)
}

const mostReplies = 200

function weightOf({ code }: StagedReply): number {
  if (/^(5\d\d|NO|BAD|-ERR)$/.test(code)) return 0
  return /^(4\d\d|BYE)$/.test(code) ? 1 : 8
}

/** Hosts that stand there by themselves: what follows an @ is somebody's address. */
function hostsIn(piece: string): string[] {
  return piece.match(/(?<![\w@.-])[a-z0-9-]+(?:\.[a-z0-9-]+)+\b/gi) ?? []
}

const leadIn =
  /(?:server'?s? (?:response|reply|error)(?: was| is)?|(?:the )?(?:response|reply|error)(?: from the (?:remote |recipient )?server)? was|response from the (?:remote )?server|(?:the )?(?:remote )?(?:mail )?server (?:said|says|responded|replied|returned|reported|answered)|antwort (?:des servers|vom server) (?:war|lautete?)|der server (?:meldete?|antwortete?|sagte)|r[ée]ponse du serveur(?: distant)? (?:[ée]tait|est|a [ée]t[ée]))\s*[:–-]?\s*["“„«]?\s*((?:[245]\.\d{1,3}\.\d{1,3}\s+)?\p{L}.{3,})/iu
/** In a bounce, what stands behind the recipient's address or a word for "reason". */
const reasons = [
  /^\W*[^\s<>@()]{1,64}@[^\s<>@():]{1,255}>?\s*[:(（]?\s*((?:[\p{L}"'<]|\d+\.\d).{4,})/u,
  /(?:\breason|\bgrund|\braison|\bmotif|\bmotivo|причина|ошибка|原因|理由|エラー)\s*[:：]\s*(\p{L}.{3,})/iu,
]
/** The codes that such words come with most, one for each stage. */
const likely = [
  { code: '550', stage: 'rcpt' },
  { code: '535', stage: 'auth' },
  { code: '550', stage: 'data' },
  { code: '553', stage: 'mail' },
  { code: '552', stage: 'data' },
  { code: '451', stage: 'data' },
] as const

/** "The server response was: Relay access denied": words of a server, without its number. */
function byLeadIn(paste: PastedText): CodeExplanation | undefined {
  return byGuess(paste, [leadIn], likely)
}

/** Whoever wrote a bounce speaks of the recipient or of the message, and never of a sign-in. */
function byReason(paste: PastedText): CodeExplanation | undefined {
  const guesses = likely.filter(({ code, stage }) => code.startsWith('55') && stage !== 'mail')
  return isBounce(paste.whole) ? byGuess(paste, reasons, guesses) : undefined
}

function byGuess(
  { pieces, remote }: PastedText,
  patterns: readonly RegExp[],
  guesses: readonly (typeof likely)[number][],
): CodeExplanation | undefined {
  for (const piece of pieces) {
    const words = patterns.flatMap((pattern) => pattern.exec(piece)?.[1] ?? [])[0] ?? ''
    const [, enhanced, text = ''] = /^([245]\.\d{1,3}\.\d{1,3})?\s*(.*)$/.exec(words) ?? []
    if (unwrapReply(text).isBare) continue
    for (const guess of guesses) {
      const said: StagedReply = { protocol: 'smtp', text, ...guess, ...(enhanced && { enhanced }) }
      const found = byReply(said, [...hostsIn(piece), ...remote])
      if (found && found.means.length > 0) return { ...found, code: '' }
    }
  }
  return undefined
}

function byBounce({ whole }: PastedText): CodeExplanation | undefined {
  const bounce = bounceIn(whole)
  return bounce && byWords(bounce)
}

/** "Status: 5.2.2", where no words of the server came with it. */
function byStatus({ statuses, whole }: PastedText): CodeExplanation | undefined {
  const lone = /^\W*(?:status\W*)?([245]\.\d{1,3}\.\d{1,3})\W*$/i.exec(whole)?.[1]
  for (const enhanced of [...statuses, ...(lone ? [lone] : [])]) {
    const codes = enhanced.startsWith('4') ? ['450', '451', '452', '421'] : ['550', '552', '554', '553']
    for (const code of codes) {
      const said: StagedReply = { protocol: 'smtp', code, enhanced, text: '', stage: 'rcpt' }
      // The code is a guess: only what the status says by itself counts.
      const isOfStatus = rowOf(meaningOf(said, { providers: [] })?.id)?.enhanced
      const found = isOfStatus ? byReply(said, []) : undefined
      if (found && found.means.length > 0) return { ...found, code: enhanced }
    }
    return { ...bySmtpClass({ protocol: 'smtp', code: enhanced, text: '' }), code: enhanced } as CodeExplanation
  }
  return undefined
}

const rowOf = (id: string | undefined) => replyRows.find((row) => row.id === id)

function byReply(said: StagedReply, hosts: readonly string[]): CodeExplanation | undefined {
  const meaning = meaningOf(said, { providers: servicesBehind(hosts, []) })
  if (!meaning) return undefined
  const { cause, advice, certainty, means } = meaning
  return {
    code: [said.code, said.enhanced].filter(Boolean).join(' '),
    family: say('Answer of a mail server'),
    meaning: cause,
    advice,
    confidence: certainty,
    means: means === null ? [] : [means],
  }
}

/** RFC 5321 §4.2.1: the first digit alone says whether it is worth trying again. */
function bySmtpClass({ protocol, code, enhanced }: StagedReply): CodeExplanation | undefined {
  const known = protocol === 'smtp' ? smtpClasses[code[0] as '2' | '4' | '5'] : undefined
  if (!known) return undefined
  const [meaning, advice] = known
  const family = say('Answer of a mail server')
  return { code: [code, enhanced].filter(Boolean).join(' '), family, meaning, advice, confidence: 'medium', means: [] }
}

const smtpClasses = {
  2: [say('The server accepted what was asked.'), say('Nothing needs to be done.')],
  4: [say('The server refused for now.'), say('Wait; the mail app will try again by itself.')],
  5: [
    say('The server refused for good.'),
    say('Trying again without a change will not help; the words beside the number tell why.'),
  ],
} as const

const named =
  /\b(?:error|fehler|erreur|errore|error(?:code|nummer|nr)?|fout|fel|fejl|code|status|number|erro|virhe|feil)\b[^\d-]{0,30}(-?\d{1,5})(?!\d)/gi
const bare = /(?<![\d.:/])-?\d{4,5}(?![\d.:/])/g
const alone = /^\W*?(-?\d{1,5})\W*$/

/** After a word for "error" first, else any number that stands alone and belongs to a family. */
function byNumber(line: string): CodeExplanation | undefined {
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

/** Says more than any number beside it: whoever sends again may send twice. */
function byLastDot(line: string): CodeExplanation | undefined {
  return isUnansweredLastDot(line) ? { code: '', family: say('Words of a message'), ...unansweredLastDot } : undefined
}

function byDialog(line: string): CodeExplanation | undefined {
  const dialog = dialogIn(line)
  if (dialog) return byWords(dialog)
  const error = outlookPhrase(line)
  return error && explained('', error)
}

function byWords({ meaning, advice, confidence, means }: Dialog): CodeExplanation {
  return { code: '', family: say('Words of a message'), meaning, advice, confidence, means }
}

function explained(code: string, { inner: _, ...error }: OutlookError): CodeExplanation {
  return { code, ...error }
}

import { maskWords } from '../core/disguise.ts'
import type { ComputeTask } from '../core/mac-powers.ts'
import type { Reply, ReplyStage } from '../core/reply.ts'
import { harmless, withoutAddresses } from '../core/text.ts'
import { cleanedReply } from '../knowledge/replies.ts'
import { linesOfLog } from './log-text.ts'
import { isHeader, type SmtpLine, smtpLine } from './smtp-lines.ts'

/** What the log of a mail app is read for. */
export interface LogQuery {
  /** Its end, in whatever form the app writes it. */
  bytes: Uint8Array
  /** The outgoing server of the account. */
  host: string
  /** Addresses that its mail is sent from. */
  senders: readonly string[]
  /** No other account of the app sends by the same host. */
  alone: boolean
  /** What is taken out of every reply, besides addresses. */
  privateWords: readonly string[]
}

/**
 * The last conversation with that server. `refused`: what it would not have; `taken`: it took all that it was given;
 * `open`: nothing that decides it; `none`: no such conversation can be made out.
 */
export interface LastConversation {
  outcome: 'refused' | 'taken' | 'open' | 'none'
  /** The refusals, judged before they were cleaned, oldest first. */
  replies: readonly Reply[]
}

interface Said {
  stage: ReplyStage
  code: string
  lines: readonly string[]
}

interface Talk {
  /** The host was named in it, or right before it. */
  isNamed: boolean
  sender?: string
  /** Commands without an answer yet. */
  open: (ReplyStage | 'reset')[]
  lastStage: ReplyStage
  refused: Said[]
  taken: number
  /** Two conversations run through each other here: nothing can be said. */
  isMuddled: boolean
  /** Since this line, the message itself may stand in the log; `answer`: what may be the answer to it. */
  message?: { since: number; isText?: true; answer?: Said }
  quits: boolean
}

/** Lines in front of a conversation in which its host may be named. */
const nearby = 5
/** Between the go-ahead for a message and the answer to it, where the message itself is not logged. */
const close = 3
const mostReplies = 5
/** Of one reply. */
const mostLines = 50
const mostOfText = 400

/**
 * Nobody has published how a mail app writes its log. So nothing is made of that: lines are looked for that have the
 * shape of SMTP, a reply counts only behind the command that it answers, and a conversation only where it names the
 * host or comes from the account's own address.
 */
export function lastConversationIn(sought: LogQuery): LastConversation {
  const listener = new Listener(sought)
  for (const line of linesOfLog(sought.bytes)) listener.hear(line)
  const talk = listener.last()
  if (!talk) return { outcome: 'none', replies: [] }
  if (talk.isMuddled) return { outcome: 'open', replies: [] }
  const replies = talk.refused.slice(-mostReplies).map((said) => replyOf(said, sought))
  return { outcome: replies.length > 0 ? 'refused' : talk.taken > 0 ? 'taken' : 'open', replies }
}

export const logReadingTask: ComputeTask<LogQuery, LastConversation> = {
  module: import.meta.url,
  run: lastConversationIn,
}

class Listener {
  readonly #host: RegExp
  readonly #senders: ReadonlySet<string>
  readonly #alone: boolean
  #line = 0
  #named = Number.NEGATIVE_INFINITY
  #now: Talk | undefined
  #last: Talk | undefined
  #part: { code: string; lines: string[] } | undefined

  constructor({ host, senders, alone }: LogQuery) {
    this.#host = new RegExp(`(?<![\\w.-])${RegExp.escape(host)}(?![\\w-]|\\.\\w)`, 'i')
    this.#senders = new Set(senders.map((sender) => sender.toLowerCase()))
    this.#alone = alone
  }

  hear(line: string): void {
    this.#line += 1
    // `250-smtp.example.net` is no host called 250-smtp.
    if (this.#host.test(line.replace(/\b\d{3}-/, ' '))) {
      this.#named = this.#line
      if (this.#now) this.#now.isNamed = true
    }
    const found = smtpLine(line)
    if (!found) {
      if (this.#now?.message && isHeader(line)) this.#now.message.isText = true
      return
    }
    if (found.is === 'dot') this.#dot()
    else if (found.is === 'command') this.#command(found)
    else this.#reply(found)
  }

  last(): Talk | undefined {
    this.#settleMessage()
    this.#end()
    return this.#last
  }

  #dot(): void {
    const talk = this.#now
    if (!talk?.message) return
    delete talk.message
    talk.open = ['data']
  }

  #command(command: Extract<SmtpLine, { is: 'command' }>): void {
    const talk = this.#now
    // A text may hold whole conversations; only its answer, right at hand, shows that it was not logged.
    if (talk?.message && !talk.message.answer) return
    this.#settleMessage()
    this.#part = undefined
    if (command.begins) this.#begins()
    else if (!this.#now) return
    const now = this.#now
    if (!now) return
    if (command.stage === 'mail' && command.sender !== undefined) now.sender = command.sender.toLowerCase()
    if (command.stage === 'quit') now.quits = true
    if (command.stage !== 'reset') now.lastStage = command.stage
    now.open.push(command.stage)
  }

  /** A greeting in return for one is the same conversation, until mail was named in it. */
  #begins(): void {
    const talk = this.#now
    if (!talk) this.#now = this.#newTalk()
    else if (talk.sender !== undefined || talk.quits) {
      this.#end()
      this.#now = this.#newTalk()
    } else if (talk.open.length > 0) talk.isMuddled = true
  }

  #newTalk(): Talk {
    const isNamed = this.#line - this.#named <= nearby
    return { isNamed, open: [], lastStage: 'greeting', refused: [], taken: 0, isMuddled: false, quits: false }
  }

  #reply({ code, more, text }: Extract<SmtpLine, { is: 'reply' }>): void {
    const before = this.#part?.code === code ? this.#part.lines : []
    const lines = before.length < mostLines ? [...before, text] : before
    this.#part = more ? { code, lines } : undefined
    if (!more) this.#said(code, lines)
  }

  #said(code: string, lines: readonly string[]): void {
    const talk = this.#now
    if (!talk) {
      this.#greeted(code, lines)
      return
    }
    const { message } = talk
    if (message) {
      if (!message.answer && !message.isText && this.#line - message.since <= close)
        message.answer = { stage: 'data', code, lines }
      return
    }
    const [stage, ...rest] = talk.open
    if (stage === undefined) {
      // The server may say goodbye at any moment (RFC 5321 §3.8).
      if (code === '421') talk.refused.push({ stage: talk.lastStage, code, lines })
      return
    }
    if (code.startsWith('3') && stage === 'auth') return
    talk.open = rest
    if (stage === 'reset') return
    if (code === '354') talk.message = { since: this.#line }
    else this.#answered(talk, { stage, code, lines })
    if (stage === 'quit') this.#end()
  }

  #answered(talk: Talk, said: Said): void {
    const isRefusal = /^[45]/.test(said.code)
    // Another way of greeting or signing in was found.
    const isRepeated = said.stage === 'ehlo' || said.stage === 'auth' || said.stage === 'starttls'
    if (isRepeated) talk.refused = talk.refused.filter(({ stage }) => stage !== said.stage)
    if (isRefusal) talk.refused.push(said)
    else if (said.stage === 'data') talk.taken += 1
  }

  /** Without a conversation yet: the greeting of one, which alone may name a server. */
  #greeted(code: string, lines: readonly string[]): void {
    const isNear = this.#line - this.#named <= 2
    const isGreeting = code === '220' && (isNear || /\bE?SMTP\b/.test(lines.join(' ')))
    if (!isGreeting && !(isNear && (code === '421' || code === '554'))) return
    this.#now = this.#newTalk()
    if (code !== '220') this.#now.refused.push({ stage: 'greeting', code, lines })
  }

  /** Where the message itself is not in the log, its answer follows the go-ahead at once. */
  #settleMessage(): void {
    const talk = this.#now
    if (!talk?.message) return
    const { answer } = talk.message
    delete talk.message
    if (answer) this.#answered(talk, answer)
  }

  #end(): void {
    const talk = this.#now
    this.#now = undefined
    this.#part = undefined
    if (talk && this.#isOurs(talk)) this.#last = talk
  }

  #isOurs({ isNamed, sender }: Talk): boolean {
    return sender === undefined ? isNamed && this.#alone : this.#senders.has(sender)
  }
}

const enhancedCode = /^([245]\.\d{1,3}\.\d{1,3})(?:\s+|$)/

function replyOf({ stage, code, lines }: Said, { host, privateWords }: LogQuery): Reply {
  const enhanced = lines.map((line) => enhancedCode.exec(line)?.[1]).find(Boolean)
  const words = lines.map((line) => line.replace(enhancedCode, '')).join(' ')
  const raw: Reply = {
    protocol: 'smtp',
    stage,
    code,
    ...(enhanced && { enhanced }),
    text: harmless(words, mostOfText),
    host,
    told: 'mail-app',
  }
  const masked = maskWords(privateWords, '<private>')
  // What it means is found out before it is cleaned.
  return cleanedReply(raw, (text) => withoutAddresses(masked(text), mostOfText))
}

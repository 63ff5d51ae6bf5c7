import { createHash } from 'node:crypto'
import MimeNode from 'nodemailer/lib/mime-node'
import type { Instant } from '../../core/time.ts'
import type { KeptPerson } from '../kinds.ts'
import type { ExpectedParts } from '../source.ts'
import { base64Pieces, encodedText } from './body-encoding.ts'
import type { Chunks } from './lines.ts'
import { isReadAsText, MessageBytes, TextLines } from './message-bytes.ts'
import { headerLines, withSentHead } from './sent-head.ts'

export interface FileToCompose {
  readonly name?: string
  readonly type: string
  readonly contentId?: string
  /** A whole message; its bytes are not encoded. */
  readonly isMessage?: boolean
  chunks(): Chunks
}

/** What a store keeps of a message that it does not have as it was sent. */
export interface MailToCompose {
  /** Its headers as they were sent, where the store has those: they are kept but for what tells of the body. */
  readonly sentHead?: string
  readonly from?: KeptPerson
  readonly sender?: KeptPerson
  readonly replyTo?: readonly KeptPerson[]
  readonly to?: readonly KeptPerson[]
  readonly cc?: readonly KeptPerson[]
  readonly bcc?: readonly KeptPerson[]
  readonly subject?: string
  readonly at?: Instant
  readonly messageId?: string
  readonly inReplyTo?: string
  readonly references?: string
  readonly more?: Readonly<Record<string, string>>
  readonly text?: string
  readonly html?: string
  readonly files: readonly FileToCompose[]
  /** The same for the same message in every run, and different for another: parts are parted by a hash of it. */
  readonly seed: string
}

export interface ComposedMail {
  readonly chunks: AsyncGenerator<Uint8Array>
  /** After the last of the chunks. */
  expected(): ExpectedParts
}

type Body = () => Chunks

/** A message as RFC 5322 and MIME have it, headers and structure by nodemailer; attachments go through in pieces. */
export function composedMail(mail: MailToCompose): ComposedMail {
  const bodies = new Map<MimeNode, Body>()
  const hashes: string[] = []
  const root = structureOf(mail, bodies, hashes)
  const head = headOf(root, mail)
  return {
    chunks: written(root, head, bodies),
    expected: () => ({
      attachments: hashes,
      ...(mail.sentHead === undefined && {
        subject: mail.subject ?? '',
        ...(/^[!-;=?-~]+@[!-;=?-~]+$/.test(mail.from?.address ?? '') && { from: mail.from?.address ?? '' }),
      }),
    }),
  }
}

function structureOf(mail: MailToCompose, bodies: Map<MimeNode, Body>, hashes: string[]): MimeNode {
  const { text, html, files } = mail
  const isRelated = (file: FileToCompose) => file.contentId !== undefined && (html?.includes(file.contentId) ?? false)
  const related = files.filter(isRelated)
  const mixed = files.filter((file) => !isRelated(file))
  const base = createHash('sha256').update(mail.seed).digest('hex').slice(0, 24)
  let root: MimeNode | undefined
  const node = (type: string, parent?: MimeNode, filename?: string): MimeNode => {
    const made = parent ? parent.createChild(type, { filename }) : new MimeNode(type, { filename, baseBoundary: base })
    root ??= made
    return made
  }
  const addText = (type: string, body: string, parent?: MimeNode) => {
    const { encoding, body: bytes } = encodedText(body)
    const made = node(`${type}; charset=utf-8`, parent)
    made.setHeader('Content-Transfer-Encoding', encoding)
    bodies.set(made, () => [bytes])
  }
  const addFile = (file: FileToCompose, parent: MimeNode, disposition: string) => {
    const made = node(file.isMessage ? 'message/rfc822' : safeType(file.type), parent, file.name)
    made.setHeader('Content-Transfer-Encoding', file.isMessage ? '8bit' : 'base64')
    made.setHeader('Content-Disposition', disposition)
    if (file.contentId) made.setHeader('Content-ID', file.contentId)
    const place = hashes.push('') - 1
    const body = file.isMessage ? messageBody : isReadAsText(file.type) ? textBody : fileBody
    bodies.set(made, () => body(file, hashes, place))
  }
  const isAlternative = text !== undefined && html !== undefined
  const mixedNode = mixed.length > 0 ? node('multipart/mixed') : undefined
  const alternative = isAlternative ? node('multipart/alternative', mixedNode) : mixedNode
  if (text !== undefined || html === undefined) addText('text/plain', text ?? '', alternative)
  const relatedNode = related.length > 0 ? node('multipart/related', alternative) : alternative
  if (html !== undefined) addText('text/html', html, relatedNode)
  for (const file of related) addFile(file, relatedNode as MimeNode, 'inline')
  for (const file of mixed) addFile(file, mixedNode as MimeNode, 'attachment')
  return root as MimeNode
}

/** What a store says of a type may be anything. */
function safeType(type: string): string {
  const plain = type.trim().toLowerCase()
  // Only a message is written without encoding, and only multipart has parts: nothing else may say it is one.
  return /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,100}$/.test(plain) && !/^(multipart|message)\//.test(plain)
    ? plain
    : 'application/octet-stream'
}

async function* fileBody(file: FileToCompose, hashes: string[], place: number): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  const hashed = async function* () {
    for await (const chunk of file.chunks()) {
      hash.update(chunk)
      yield chunk
    }
  }
  yield* base64Pieces(hashed())
  hashes[place] = hash.digest('hex')
}

/** The bytes as they are; what is promised of them is what a reader shows. */
async function* textBody(file: FileToCompose, hashes: string[], place: number): AsyncGenerator<Uint8Array> {
  const lines = new TextLines()
  const read = async function* () {
    for await (const chunk of file.chunks()) {
      await lines.add(chunk)
      yield chunk
    }
  }
  yield* base64Pieces(read())
  await lines.add()
  hashes[place] = lines.sha256()
}

async function* messageBody(file: FileToCompose, hashes: string[], place: number): AsyncGenerator<Uint8Array> {
  const bytes = new MessageBytes()
  yield* bytes.withCrlf(file.chunks())
  hashes[place] = bytes.sha256()
}

/** The headers of the whole: nodemailer sets a date and an id where there is none, which nobody has written. */
function headOf(root: MimeNode, mail: MailToCompose): Buffer {
  root.keepBcc = true
  const people = (all: readonly KeptPerson[] | undefined) => all?.map(mailboxOf)
  if (mail.from) root.setHeader('From', mailboxOf(mail.from))
  if (mail.sender) root.setHeader('Sender', mailboxOf(mail.sender))
  for (const [name, all] of [
    ['Reply-To', people(mail.replyTo)],
    ['To', people(mail.to)],
    ['Cc', people(mail.cc)],
    ['Bcc', people(mail.bcc)],
  ] as const)
    if (all && all.length > 0) root.setHeader(name, all)
  root.setHeader('Subject', mail.subject ?? '')
  if (mail.at !== undefined) root.setHeader('Date', new Date(mail.at))
  if (mail.messageId) root.setHeader('Message-ID', mail.messageId)
  if (mail.inReplyTo) root.setHeader('In-Reply-To', mail.inReplyTo)
  if (mail.references) root.setHeader('References', mail.references)
  for (const [name, value] of Object.entries(mail.more ?? {})) root.setHeader(name, value)
  const built = headerLines(root.buildHeaders()).filter(
    ([name]) => !(name === 'date' && mail.at === undefined) && !(name === 'message-id' && !mail.messageId),
  )
  return Buffer.from(withSentHead(built, mail.sentHead), 'utf8')
}

/** Exchange's own names are no addresses: who is known only by one keeps the name. */
function mailboxOf({ name, address }: KeptPerson): { name: string; address: string } {
  const plain = address?.trim().replace(/^<|>$/g, '') ?? ''
  if (/^[^\s<>"(),;:\\]+@[^\s<>"(),;:\\]+$/.test(plain))
    return { name: name && name !== plain ? name : '', address: plain }
  return { name: name || plain, address: 'unknown@invalid' }
}

async function* written(node: MimeNode, head: Buffer, bodies: Map<MimeNode, Body>): AsyncGenerator<Uint8Array> {
  yield head
  yield Buffer.from('\r\n\r\n')
  const body = bodies.get(node)
  if (body) {
    yield* body()
    yield Buffer.from('\r\n')
    return
  }
  for (const child of node.childNodes) {
    yield Buffer.from(`--${node.boundary}\r\n`)
    yield* written(child, Buffer.from(child.buildHeaders(), 'utf8'), bodies)
  }
  yield Buffer.from(`--${node.boundary}--\r\n`)
}

import { createHash } from 'node:crypto'
import { type Sentence, say } from '../../../core/sentence.ts'
import type { KeptPerson } from '../../kinds.ts'
import { composedMail, type FileToCompose, type MailToCompose } from '../../message/compose.ts'
import { mapiBodies } from '../../message/mapi-bodies.ts'
import type { ItemContent } from '../../source.ts'
import { PstProperties } from './properties.ts'
import { PstDamaged, type PstFile, type PstNode } from './pst-file.ts'
import { rowIds, tableRows } from './table.ts'

/** Messages within messages within messages. */
const deepest = 50

/** A message or post, put together again with everything that hangs on it. */
export function pstMessage(file: PstFile, node: PstNode, seed: string, categories: readonly string[]): ItemContent {
  const damage: Sentence[] = []
  const { mail, properties } = mailOf(file, node, seed, 0, damage)
  // RFC 5322 §3.6.5.
  const keywords = categories.length > 0 ? { Keywords: categories.join(', ') } : {}
  const { chunks, expected } = composedMail({ ...mail, more: { ...mail.more, ...keywords } })
  return {
    is: 'message',
    original: false,
    chunks,
    expected,
    notes: [],
    damage: () => (properties.isDamaged && damage.length === 0 ? [partDamaged] : damage),
  }
}

const partDamaged = say('The archive is damaged here: what could be read of it is saved.')

function mailOf(file: PstFile, node: PstNode, seed: string, depth: number, damage: Sentence[]) {
  const properties = PstProperties.of(file, node)
  const bodies = mapiBodies(properties)
  const sentHead = properties.text(0x007d)
  const people = recipientsOf(file, properties, damage)
  const from = pstSender(properties)
  const at = properties.time(0x0039, 0x0e06, 0x3008)
  const ids = {
    messageId: properties.line(0x1035),
    inReplyTo: properties.line(0x1042),
    references: properties.line(0x1039),
  }
  const files: FileToCompose[] = pstAttachments(file, properties, seed, depth, damage)
  if (bodies.rtf) files.push({ name: 'body.rtf', type: 'application/rtf', chunks: () => [bodies.rtf as Buffer] })
  const mail: MailToCompose = {
    ...(sentHead && /^[!-9;-~]+:/m.test(sentHead) && { sentHead }),
    ...(from && { from }),
    ...people,
    subject: pstSubject(properties),
    ...(at !== undefined && { at }),
    ...(ids.messageId && { messageId: ids.messageId }),
    ...(ids.inReplyTo && { inReplyTo: ids.inReplyTo }),
    ...(ids.references && { references: ids.references }),
    more: { 'X-Outbox-Doctor': 'rebuilt' },
    ...(bodies.text !== undefined && { text: bodies.text }),
    ...(bodies.html !== undefined && { html: bodies.html }),
    files,
    seed,
  }
  return { mail, properties }
}

/** A mark and the length of the prefix may come first. */
export function pstSubject(properties: PstProperties): string {
  const subject = properties.text(0x0037) ?? properties.text(0x0e1d) ?? ''
  return (subject.startsWith('\u0001') ? subject.slice(2) : subject).replace(/\s+/g, ' ').trim()
}

export function pstSender(properties: PstProperties): KeptPerson | undefined {
  const name = properties.line(0x0042, 0x0c1a)
  const address = [0x5d02, 0x5d01, 0x0065, 0x0c1f].map((id) => properties.line(id)).find((one) => one?.includes('@'))
  return name || address ? { ...(name && { name }), ...(address && { address }) } : undefined
}

function recipientsOf(file: PstFile, properties: PstProperties, damage: Sentence[]) {
  const found: { to: KeptPerson[]; cc: KeptPerson[]; bcc: KeptPerson[] } = { to: [], cc: [], bcc: [] }
  const node = properties.heap.subnodes.get(0x692)
  if (!node) return found
  try {
    for (const row of tableRows(file, node)) {
      row.codePage = properties.codePage
      const address = [0x39fe, 0x3003].map((id) => row.line(id)).find((one) => one?.includes('@')) ?? row.line(0x3003)
      const name = row.line(0x3001)
      const kind = (['to', 'to', 'cc', 'bcc'] as const)[row.number(0x0c15) ?? 1] ?? 'to'
      if (name || address) found[kind].push({ ...(name && { name }), ...(address && { address }) })
    }
  } catch (error) {
    if (!(error instanceof PstDamaged)) throw error
    damage.push(partDamaged)
  }
  return found
}

/** What hangs on an item. */
export interface PstAttachment extends FileToCompose {
  /** About as many; what belongs to it is counted, too. */
  readonly bytes: number
  /** Not for people: of an event, a date of its series that is different. */
  readonly isHidden: boolean
}

export function pstAttachments(
  file: PstFile,
  properties: PstProperties,
  seed: string,
  depth: number,
  damage: Sentence[],
): PstAttachment[] {
  const table = properties.heap.subnodes.get(0x671)
  if (!table) return []
  const files: PstAttachment[] = []
  try {
    for (const id of rowIds(file, table)) {
      const node = properties.heap.subnodes.get(id)
      if (node) files.push(...attachmentOf(file, node, `${seed}/${id}`, depth, damage, properties.codePage))
      else damage.push(say('An attachment is damaged in the archive: what could be read of it is saved.'))
    }
  } catch (error) {
    if (!(error instanceof PstDamaged)) throw error
    damage.push(partDamaged)
  }
  return files
}

function attachmentOf(
  file: PstFile,
  node: PstNode,
  seed: string,
  depth: number,
  damage: Sentence[],
  codePage: number,
): PstAttachment[] {
  const properties = PstProperties.of(file, node)
  properties.codePage = codePage
  const name = properties.line(0x3707, 0x3704, 0x3001)
  const contentId = properties.line(0x3712)?.replace(/^<|>$/g, '')
  const facts = {
    ...(name && { name }),
    ...(contentId && { contentId }),
    bytes: Math.max(0, properties.number(0x0e20) ?? 0),
    isHidden: properties.isSet(0x7ffe) === true,
  }
  if (properties.number(0x3705) === 5) {
    const inner = properties.bytes(0x3701)
    const message = inner && inner.length >= 4 ? properties.heap.subnodes.get(inner.readUInt32LE(0)) : undefined
    if (!message || depth >= deepest) {
      damage.push(partDamaged)
      return []
    }
    const { mail } = mailOf(file, message, seed, depth + 1, damage)
    const title = name && /\.eml$/i.test(name) ? name : `${name ?? mail.subject ?? 'message'}.eml`
    return [{ ...facts, name: title, type: 'message/rfc822', isMessage: true, chunks: () => composedMail(mail).chunks }]
  }
  return [
    {
      ...facts,
      type: properties.line(0x370e) ?? 'application/octet-stream',
      chunks: () => attachedBytes(properties, damage),
    },
  ]
}

function* attachedBytes(properties: PstProperties, damage: Sentence[]): Generator<Uint8Array> {
  try {
    yield* properties.chunks(0x3701)
  } catch (error) {
    if (!(error instanceof PstDamaged)) throw error
    damage.push(say('An attachment is damaged in the archive: what could be read of it is saved.'))
  }
}

/** For what has no id of its own, the same in every run. */
export function pstUid(properties: PstProperties, place: string): string {
  return (
    properties.bytes(0x300b)?.toString('hex') ||
    `${createHash('sha256').update(place).digest('hex').slice(0, 32)}@pst.invalid`
  )
}

import type { Instant } from '../../../core/time.ts'
import type { KeptPerson } from '../../kinds.ts'
import type { MarkedFlags, ToldHead } from '../../source.ts'
import { olmDate, olmNumber } from './olm-fields.ts'

export interface OlmGlance {
  readonly told: ToldHead
  readonly received?: Instant
  readonly flags: MarkedFlags
  /** Paths in the archive. */
  readonly attachments: readonly string[]
}

/** What a list shows of an `<email>`, from its bytes and without reading all of its XML: there may be a million. */
export function olmGlance(xml: Buffer): OlmGlance {
  const line = (name: string) => textIn(xml, name).replace(/\s+/g, ' ').trim()
  const people = (name: string) => valuesIn(rawIn(xml, name)).map(shown).join(', ')
  const [received, sent, changed] = ['ReceivedTime', 'SentTime', 'ModDate'].map((name) =>
    olmDate(line(`OPFMessageCopy${name}`)),
  )
  const at = received ?? sent ?? changed
  const attachments = [...rawIn(xml, 'OPFMessageCopyAttachmentList').matchAll(/\bOPFAttachmentURL="([^"]*)"/g)].map(
    ([, url = '']) => unescaped(url),
  )
  const isSet = (name: string) => (olmNumber(line(name)) ?? 0) > 0
  return {
    told: {
      subject: line('OPFMessageCopySubject'),
      from: people('OPFMessageCopyFromAddresses') || people('OPFMessageCopySenderAddress'),
      to: people('OPFMessageCopyToAddresses'),
      cc: people('OPFMessageCopyCCAddresses'),
      bcc: people('OPFMessageCopyBCCAddresses'),
      messageId: line('OPFMessageCopyMessageID'),
      hasAttachment: attachments.length > 0,
    },
    ...(at !== undefined && { received: at }),
    flags: {
      read: isSet('OPFMessageGetIsRead') || isSet('OPFMessageIsRead'),
      // 2 is a flag that has been ticked off.
      flagged: olmNumber(line('OPFMessageCopyGetFlagStatus')) === 1,
      draft: isSet('OPFMessageIsOutgoing') && !isSet('OPFMessageGetWasSent'),
    },
    attachments,
  }
}

/** What stands between the tags of an element, as it stands there. */
function rawIn(xml: Buffer, name: string): string {
  const tag = xml.indexOf(`<${name}`)
  const start = xml.indexOf('>', tag) + 1
  if (tag < 0 || start === 0 || xml[start - 2] === 0x2f) return ''
  const end = xml.indexOf(`</${name}`, start)
  return xml.toString('utf8', start, end < 0 ? start : end)
}

function textIn(xml: Buffer, name: string): string {
  return unescaped(rawIn(xml, name).replace(/<[^>]*>/g, ''))
}

function valuesIn(raw: string): KeptPerson[] {
  const value = (tag: string, name: string) =>
    unescaped(new RegExp(`\\bOPFContactEmailAddress${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  return [...raw.matchAll(/<emailAddress\b[^>]*>/g)].map(([tag]) => ({
    name: value(tag, 'Name'),
    address: value(tag, 'Address'),
  }))
}

export function shown({ name, address }: KeptPerson): string {
  return name && name !== address ? `${name} <${address ?? ''}>` : (address ?? '')
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

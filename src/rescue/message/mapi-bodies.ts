import { decompressRTF } from '@kenjiuno/decompressrtf'
import iconv from 'iconv-lite'
import { deEncapsulateSync } from 'rtf-stream-parser'
import { decodedText } from './code-pages.ts'
import { plainOfHtml } from './plain-of-html.ts'

/** Properties of a message as Outlook keeps them, by their 16-bit ids ([MS-OXPROPS]). */
export interface MapiProperties {
  text(id: number): string | undefined
  bytes(id: number): Buffer | undefined
  number(id: number): number | undefined
  readonly codePage: number
  /** Something that is there could not be read. */
  isDamaged: boolean
}

export interface MapiBodies {
  readonly text?: string
  readonly html?: string
  /** A body that is neither: it is kept as a file. */
  readonly rtf?: Buffer
}

/** HTML before RTF before text; HTML that is wrapped in RTF is taken out of it. */
export function mapiBodies(properties: MapiProperties): MapiBodies {
  const text = properties.text(0x1000)
  const html = htmlOf(properties)
  if (html !== undefined) return { text: text || plainOfHtml(html), html }
  const rtf = rtfOf(properties)
  if (rtf === undefined) return text === undefined ? {} : { text }
  try {
    const unwrapped = deEncapsulateSync(rtf, { decode: iconv.decode, mode: 'either' })
    const body = unwrapped.text.toString()
    return unwrapped.mode === 'html' ? { text: text || plainOfHtml(body), html: body } : { text: text || body }
  } catch {
    // A body that was written as RTF has nothing wrapped in it.
    return { ...(text !== undefined && { text }), rtf }
  }
}

function htmlOf(properties: MapiProperties): string | undefined {
  const told = properties.text(0x1013)
  if (told !== undefined) return told === '' ? undefined : told
  const bytes = properties.bytes(0x1013)
  if (!bytes || bytes.length === 0) return undefined
  const named = /<meta[^>]+charset=["']?([\w-]{2,40})/i.exec(bytes.toString('latin1', 0, 4096))?.[1]
  return decodedText(bytes, properties.number(0x3fde) ?? named ?? properties.codePage)
}

function rtfOf(properties: MapiProperties): Buffer | undefined {
  const packed = properties.bytes(0x1009)
  if (!packed || packed.length < 16) return undefined
  try {
    return Buffer.from(decompressRTF([...packed]))
  } catch {
    // Damaged; the text beside it is still there.
    properties.isDamaged = true
    return undefined
  }
}

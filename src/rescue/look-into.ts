import { type Sentence, say } from '../core/sentence.ts'
import { maxHeadBytes, messageHead } from './message/head.ts'
import { cleanHtml } from './pages/clean-html.ts'
import { hasLetters, lettersOf } from './pages/letters.ts'
import { readMessage } from './pages/read-message.ts'
import { readPage, tidied, visibleText } from './pages/visible-text.ts'
import type { ItemContent } from './source.ts'

/** More than this of one message is not taken into memory for a look. */
const maxLookBytes = 32 * 1024 * 1024
/** A page, or a text, that is longer is cut: it is a look, and not the saved file. */
const maxShownChars = 400_000

/** One item as it is shown before anything is saved. */
export interface ItemLook {
  readonly subject: string
  readonly from: string
  readonly to: string
  readonly cc: string
  readonly bcc: string
  readonly date: string
  /** A page without style, script or anything from elsewhere; missing where the text is all there is. */
  readonly html?: string
  readonly text: string
  readonly attachments: readonly { readonly name: string; readonly bytes: number }[]
  /** Why something is missing of it. */
  readonly remarks: readonly Sentence[]
}

/** Shows one item of a source, and writes nothing. */
export async function lookInto(content: ItemContent): Promise<ItemLook> {
  const nobody = { subject: '', from: '', to: '', cc: '', bcc: '', date: '', text: '', attachments: [] }
  if (content.is === 'absent') return { ...nobody, remarks: [content.why] }
  if (content.is === 'entry') {
    const { title, text, html, files, kind } = content.entry
    const attachments = files.map(({ name, bytes }) => ({ name, bytes }))
    const shown = (text ?? visibleText(html ?? '')).slice(0, maxShownChars)
    return {
      ...nobody,
      subject: title,
      text: shown,
      attachments,
      remarks: [kindWords[kind], ...content.notes, ...(content.damage?.() ?? [])],
    }
  }
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of content.chunks) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > maxLookBytes) break
  }
  const message = Buffer.concat(chunks)
  const { subject, from, to, cc, bcc, rawDate } = messageHead(message.subarray(0, maxHeadBytes), 0)
  const read = await readMessage(message)
  const html = read.html === undefined ? undefined : plainPage(read.html.slice(0, maxShownChars))
  const text = read.text === undefined ? visibleText(read.html ?? '') : tidied(read.text)
  return {
    ...{ subject, from, to, cc, bcc, date: rawDate },
    ...(html !== undefined && html.length <= maxShownChars && { html }),
    text: text.slice(0, maxShownChars),
    attachments: read.attachments.map((one) => ({ name: one.name, bytes: one.bytes.length })),
    remarks: [
      ...(bytes > maxLookBytes ? [say('It is large: only its beginning is shown here. It is saved whole.')] : []),
      ...content.notes,
    ],
  }
}

/** Without pictures, so that a look stays small; missing where its text alone says more. */
function plainPage(html: string): string | undefined {
  const clean = cleanHtml(html, [], true).html
  return hasLetters(lettersOf(readPage(clean).text), lettersOf(readPage(html).text)) ? clean : undefined
}

const kindWords = {
  event: say('An event of a calendar'),
  contact: say('A contact'),
  task: say('A task'),
  note: say('A note'),
}

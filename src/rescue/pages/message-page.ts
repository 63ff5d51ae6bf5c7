import { createHash } from 'node:crypto'
import { byteCount, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { MessageHead } from '../message/head.ts'
import { cleanHtml } from './clean-html.ts'
import { hasLetters, lettersOf } from './letters.ts'
import { pageStyle } from './page-style.ts'
import type { ReadableAttachment, ReadableMessage } from './readable-message.ts'
import { readPage } from './visible-text.ts'

/** A message as one page that needs nothing else: the pictures of its text stand in it. */
export interface MessagePage {
  readonly html: string
  readonly shows: PageShows
}

/** What everybody must find who reads the page, or what was printed from it, once more. */
export interface PageShows {
  readonly title: string
  /** The sender's address, the date and so on, as they stand there. */
  readonly texts: readonly string[]
  /** `lettersOf` the headers and the text, before anything was cleaned. */
  readonly letters: readonly number[]
  /** sha256 of each picture that stands in it. */
  readonly pictures: readonly string[]
}

export interface PageMaking {
  inWords(words: Sentence): string
  /** Where an attachment lies, for a link beside its name; missing where it lies nowhere. */
  hrefOf(attachment: ReadableAttachment): string | undefined
}

/** Nothing runs, nothing is fetched, nothing is sent, whatever has slipped through. */
export const pagePolicy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export function messagePage(
  head: MessageHead,
  message: ReadableMessage,
  body: PageBody,
  making: PageMaking,
): MessagePage {
  const { inWords, hrefOf } = making
  const title = head.subject || inWords(say('no subject'))
  const facts: [Sentence, string][] = [
    [say('From'), head.from],
    [say('To'), head.to],
    [say('Cc'), head.cc],
    [say('Bcc'), head.bcc],
    [say('Date'), head.rawDate],
  ]
  const told = facts.filter(([, text]) => text !== '')
  const remarks = [
    ...(message.isBroken
      ? [say('This message could not be taken apart. What follows is the beginning of it as it stands in the file.')]
      : []),
    ...(body.remote > 0
      ? [
          say('{count} pictures from the internet are left out: fetching them would tell the sender that you look.', {
            count: body.remote,
          }),
        ]
      : []),
  ]
  const files = message.attachments.filter((one) => !body.shown.has(one))
  const html = [
    '<!doctype html>',
    '<html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${pagePolicy}">`,
    '<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title><style>${pageStyle}</style></head><body>`,
    `<h1 dir="auto">${escaped(title)}</h1><dl class="facts">`,
    ...told.map(([name, text]) => `<dt>${escaped(inWords(name))}</dt><dd dir="auto">${escaped(text)}</dd>`),
    '</dl>',
    ...remarks.map((one) => `<p class="remark">${escaped(inWords(one))}</p>`),
    body.html,
    ...(files.length === 0 ? [] : [fileList(files, inWords, hrefOf)]),
    '</body></html>\n',
  ].join('\n')
  const texts = [...told.map(([, text]) => text), ...files.map(({ name }) => name)]
  const letters = lettersOf(`${texts.join('\n')}${body.wanted}`)
  const pictures = [...body.shown].map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))
  return { html, shows: { title, texts, letters, pictures } }
}

export interface PageBody {
  readonly html: string
  /** Pictures that would have been fetched from elsewhere. */
  readonly remote: number
  /** Attachments that it shows itself. */
  readonly shown: ReadonlySet<ReadableAttachment>
  /** The text that must be there. */
  readonly wanted: string
}

/** What a page shows of the text of a message. */
export function pageBody({ html, text = '', attachments }: ReadableMessage): PageBody {
  const asText = (wanted: string) => ({
    html: `<pre class="text" dir="auto">${escaped(wanted)}</pre>`,
    remote: 0,
    shown: new Set<ReadableAttachment>(),
    wanted,
  })
  if (html === undefined) return asText(text)
  const wanted = readPage(html).text
  const clean = cleanHtml(html, attachments)
  // Where two readers disagree about what such a page says, its bare text loses nothing.
  if (!hasLetters(lettersOf(readPage(clean.html).text), lettersOf(wanted))) return asText(wanted)
  return { ...clean, html: `<div dir="auto">${clean.html}</div>`, wanted }
}

function fileList(
  files: readonly ReadableAttachment[],
  inWords: PageMaking['inWords'],
  hrefOf: PageMaking['hrefOf'],
): string {
  const rows = files.map((file) => {
    const href = hrefOf(file)
    const told = say('{name} ({size})', { name: verbatim(file.name), size: byteCount(file.bytes.length) })
    const name = `<bdi>${escaped(inWords(told))}</bdi>`
    return `<li>${href === undefined ? name : `<a href="${escaped(href)}">${name}</a>`}</li>`
  })
  return `<div class="files">${escaped(inWords(say('Attachments')))}<ul>${rows.join('')}</ul></div>`
}

export function escaped(text: string): string {
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

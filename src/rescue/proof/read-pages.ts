import { createHash } from 'node:crypto'
import { getDocumentProxy, getMeta } from 'unpdf'
import { hasLetters, lettersOf } from '../pages/letters.ts'
import type { PageShows } from '../pages/message-page.ts'
import { type PageRead, readPage } from '../pages/visible-text.ts'

/** What has no place in a saved message: it runs, fetches or asks. */
const forbidden = new Set([
  'script',
  'iframe',
  'frame',
  'object',
  'embed',
  'form',
  'input',
  'link',
  'base',
  'svg',
  'video',
])

/** Whether a saved page, taken apart as browsers do, shows what it must, and nothing in it runs or is fetched. */
export function htmlShows(html: string, shows: PageShows): boolean {
  const page = readPage(html)
  return (
    sameText(page.title, shows.title) &&
    shows.texts.every((text) => holdsText(page.text, text)) &&
    hasLetters(lettersOf(page.text), shows.letters) &&
    page.elements.every(isHarmless) &&
    shows.pictures.every((sha256) => picturesIn(page).has(sha256))
  )
}

/** Whether a PDF, read by a reader of PDF (pdf.js), has the title, and every letter of the message in its text. */
export async function pdfShows(pdf: Uint8Array, shows: PageShows): Promise<boolean> {
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 })
  try {
    const { info } = await getMeta(document)
    if (!sameText(String(info.Title ?? ''), shows.title)) return false
    const letters = new Array<number>(36).fill(0)
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join('')
      for (const [at, count] of lettersOf(text).entries()) letters[at] = (letters[at] ?? 0) + count
      page.cleanup()
    }
    return hasLetters(letters, shows.letters)
  } finally {
    await document.loadingTask.destroy()
  }
}

function isHarmless({ name, attributes }: PageRead['elements'][number]): boolean {
  if (forbidden.has(name)) return false
  return Object.entries(attributes).every(
    ([attribute, value]) => !attribute.startsWith('on') && (attribute !== 'src' || value.startsWith('data:image/')),
  )
}

function picturesIn({ elements }: PageRead): Set<string> {
  return new Set(
    elements.flatMap(({ name, attributes: { src = '' } }) => {
      if (name !== 'img') return []
      const bytes = Buffer.from(src.slice(src.indexOf(',') + 1), 'base64')
      return [createHash('sha256').update(bytes).digest('hex')]
    }),
  )
}

const bare = (text: string) => text.normalize('NFKC').replace(/[\s\p{C}]+/gu, '')

function sameText(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

function holdsText(whole: string, part: string): boolean {
  return bare(whole).includes(bare(part))
}

import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type Sentence, say } from '../../core/sentence.ts'
import type { RescueJournal } from '../journal.ts'
import { escaped, pagePolicy } from '../pages/message-page.ts'
import { pageStyle } from '../pages/page-style.ts'

interface Line {
  readonly file: string
  readonly at: number | undefined
  readonly from: string
  readonly subject: string
}

/**
 * Writes `HTML/index.html`, from which every page can be reached, and one for each folder; newest first. The same rescue
 * makes the same bytes. Gives the sha256 of each, by its path below the target.
 */
export async function writeHtmlIndex(
  target: string,
  journal: RescueJournal,
  inWords: (words: Sentence) => string,
): Promise<Map<string, string>> {
  const folders = new Map<string, { name: string; lines: Line[] }>()
  for await (const { files, facts } of journal.entries()) {
    const file = files?.html?.file
    if (file === undefined) continue
    const place = posix.dirname(file)
    const folder = folders.get(place) ?? { name: facts.folder.join(' / '), lines: [] }
    folders.set(place, folder)
    folder.lines.push({ file, at: facts.at, from: facts.from ?? '', subject: facts.subject ?? '' })
  }
  const written = new Map<string, string>()
  if (folders.size === 0) return written
  const save = (file: string, html: string) => written.set(file, replaced(join(target, file), html))
  const all = [...folders].sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [place, { name, lines }] of all) save(`${place}/index.html`, folderPage(place, name, lines, inWords))
  const rows = all.map(
    ([place, { name, lines }]) =>
      `<li>${link('HTML', `${place}/index.html`, name)} (${escaped(inWords(say('{count} messages', { count: lines.length })))})</li>`,
  )
  save('HTML/index.html', page(inWords(say('Saved mail')), `<ul>${rows.join('\n')}</ul>`))
  return written
}

function folderPage(place: string, name: string, lines: readonly Line[], inWords: (words: Sentence) => string): string {
  const newest = [...lines].sort((one, other) => (other.at ?? 0) - (one.at ?? 0) || (one.file < other.file ? -1 : 1))
  const rows = newest.map(({ file, at, from, subject }) => {
    const day = at === undefined ? inWords(say('no date')) : new Date(at).toISOString().slice(0, 10)
    const shown = subject || inWords(say('no subject'))
    return `<tr><td>${escaped(day)}</td><td><bdi>${escaped(from)}</bdi></td><td>${link(place, file, shown)}</td></tr>`
  })
  const up = link(place, 'HTML/index.html', inWords(say('Saved mail')))
  return page(name, `<p>${up}</p><table>${rows.join('\n')}</table>`)
}

/** `from`: the folder of the page it stands in. */
function link(from: string, to: string, text: string): string {
  const href = posix.relative(from, to).split('/').map(encodeURIComponent).join('/')
  return `<a href="${escaped(href)}"><bdi>${escaped(text)}</bdi></a>`
}

function page(title: string, body: string): string {
  return [
    '<!doctype html>',
    `<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${pagePolicy}">`,
    '<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title><style>${pageStyle}</style></head><body>`,
    `<h1 dir="auto">${escaped(title)}</h1>`,
    body,
    '</body></html>\n',
  ].join('\n')
}

/** In the place of one that an interrupted run has left, which knew of fewer pages. */
function replaced(path: string, html: string): string {
  const bytes = Buffer.from(html)
  const file = openSync(`${path}.part`, 'w', 0o600)
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.part`, path)
  return createHash('sha256').update(bytes).digest('hex')
}

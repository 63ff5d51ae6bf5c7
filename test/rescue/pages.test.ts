import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { chromiumPrinter } from '../../src/rescue/pages/chromium-printer.ts'
import { lettersOf } from '../../src/rescue/pages/letters.ts'
import { pageBody } from '../../src/rescue/pages/message-page.ts'
import { readPage, visibleText } from '../../src/rescue/pages/visible-text.ts'
import { htmlShows } from '../../src/rescue/proof/read-pages.ts'
import { ownFolder } from '../history/folder.ts'
import { whyNot } from '../panel/browser.ts'
import { filled, letter, rescued, sha256, summaryOf, treeOf } from './rescue-here.ts'

const printer = chromiumPrinter()
afterAll(() => printer?.close())

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const attached = Buffer.from('the bytes of the attachment, äöü')

/** A letter as a mail app writes it: text as a page, a picture in it, and a file. */
function styled(html: string, subject = 'Rechnung <b>März</b>'): string {
  return [
    'From: Ada Müller <ada@example.org>',
    'To: b@example.org',
    'Bcc: hidden@example.org',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'Date: Thu, 02 Jan 2025 10:00:00 +0100',
    'Message-ID: <styled@example.org>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=x',
    '',
    '--x',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--x',
    'Content-Type: image/png',
    'Content-ID: <logo@x>',
    'Content-Transfer-Encoding: base64',
    '',
    picture.toString('base64'),
    '--x',
    'Content-Type: application/pdf',
    'Content-Disposition: attachment; filename="../bill.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    attached.toString('base64'),
    '--x--',
    '',
  ].join('\r\n')
}

const hostile = `<html><head><title>no</title><style>p{background:url(https://spy.example/s.png)}</style></head><body onload="x()">
<h1 style="position:fixed;color:red;background-image:url(https://spy.example/h.png)">Guten Tag</h1>
<p>Total 42 Euro <a href="javascript:alert(1)">pay</a> <a href="https://example.org/?a=1&b=2">site</a></p>
<script>document.title='no'</script><iframe src="https://spy.example/"></iframe><svg><script>1</script></svg>
<img src="cid:logo@x" alt="logo"><img src="https://spy.example/p.gif" alt="pixel"><img src="//spy.example/q.gif">
<form action="https://spy.example/"><input value="secret"><button>Send</button></form>
<table background="https://spy.example/t.png"><tr><td>cell one</td></tr></table><meta http-equiv="refresh" content="0;url=https://spy.example">
</body></html>`

async function saved(source: string, formats: ('html' | 'pdf' | 'csv' | 'eml')[]) {
  const target = ownFolder()
  const summary = await summaryOf([source], { target, formats }, printer ? { printer } : {})
  return { target, summary, paths: Object.keys(treeOf(target)) }
}

test('a page of a message has its text and its picture, and nothing in it runs, fetches or asks', async () => {
  const { target, summary, paths } = await saved(filled(ownFolder(), { 'In/a.eml': styled(hostile) }), ['html'])
  expect(summary).toMatchObject({ complete: true, written: 1, failed: 0 })
  const page = readFileSync(join(target, paths.find((path) => /\]\.html$/.test(path)) ?? ''), 'utf8')
  expect(page).not.toMatch(
    /<script|<iframe|<form|<input|<svg|onload|javascript:|spy\.example|position:|http-equiv="refresh"/i,
  )
  expect(page).toContain("default-src 'none'")
  expect(page).toContain(picture.toString('base64'))
  expect(page).toContain('2 pictures from the internet are left out')
  expect(page).toContain('href="https://example.org/?a=1&amp;b=2"')
  const text = visibleText(page)
  for (const part of [
    'Rechnung <b>März</b>',
    'Ada Müller <ada@example.org>',
    'hidden@example.org',
    'Total 42 Euro',
    'cell one',
    'Send',
  ])
    expect(text).toContain(part)
  const beside = paths.filter((path) => path.includes(' files/'))
  expect(beside.map((path) => path.split('/').at(-1))).toEqual(['_ bill.pdf'])
  expect(readFileSync(join(target, beside[0] ?? ''))).toEqual(attached)
  expect(readFileSync(join(target, 'checksums.sha256'), 'utf8')).toContain(`${sha256(attached)}  ${beside[0]}`)
})

test('whatever stands in a page, every letter of it is kept and nothing in it is dangerous', () => {
  const piece = fc.constantFrom(
    ...[
      '<p>one</p>',
      '<table><tr>two<td>three',
      '</td></table>',
      '<b>four',
      '</i>',
      '<!-- no',
      '-->',
      '<script>no</script>',
    ],
    ...[
      '<style>no</style>',
      '<select><option>no',
      '</select>',
      '&lt;five&gt;',
      '<img src=x onerror=a()>',
      '<a href=jav&#x09;ascript:a()>six</a>',
    ],
    ...[
      '<plaintext>',
      '<svg><p>seven</svg>',
      '<math><mi>no',
      '<o:p>eight</o:p>',
      '<p style="background:url(//x)">nine',
      '<base href=//x>',
      '<title>no</title>',
      '<noscript><img src=//x>',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const given = pieces.join('')
      const { html } = pageBody({ html: given, attachments: [], isBroken: false })
      const shows = { title: '', texts: [], letters: lettersOf(readPage(given).text), pictures: [] }
      expect(htmlShows(html, shows), html).toBe(true)
      for (const { attributes } of readPage(html).elements)
        expect(Object.values(attributes).join()).not.toMatch(/url\(|script:|a\(\)/i)
    }),
    { numRuns: 300 },
  )
})

test('a table has a row for each message, and a formula in it stays a text', async () => {
  const source = filled(ownFolder(), {
    'In/a.eml': styled('<p>Hello,<br>a "quoted" line</p>', '=HYPERLINK("https://spy.example")'),
    'In/b.eml': letter(3, '+49 30 123\r\n@all\r\n'),
  })
  const { target, summary } = await saved(source, ['csv'])
  expect(summary).toMatchObject({ complete: true, written: 2 })
  const path = Object.keys(treeOf(target)).find((one) => one.startsWith('CSV/')) ?? ''
  const rows = parse(readFileSync(join(target, path)), { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.map(({ subject, text, attachments }) => [subject, text, attachments])).toEqual([
    ['letter 3', "'+49 30 123\n@all", ''],
    ['\'=HYPERLINK("https://spy.example")', 'Hello,\na "quoted" line', 'attachment 1.png; ../bill.pdf'],
  ])
})

test('without anything that prints, PDF is refused before anything is written', async () => {
  const source = filled(ownFolder(), { 'a.eml': letter(1) })
  await expect(rescued([source], { target: ownFolder(), formats: ['pdf'] })).rejects.toThrow(/^PDF takes the app/)
})

test.skipIf(whyNot !== undefined)(
  'a PDF has the whole text and every attachment, and a second run makes the same bytes',
  { timeout: 60_000 },
  async () => {
    const wide = `<table><tr>${'<td width="400">wide cell</td>'.repeat(12)}</tr></table><ol><li>שלום fi ﬁ</li></ol>`
    const source = filled(ownFolder(), {
      'a.eml': styled(hostile + wide),
      'b.eml': letter(2, `${'long line '.repeat(400)}\n`),
    })
    const { target, summary, paths } = await saved(source, ['pdf'])
    expect(summary).toMatchObject({ complete: true, written: 2, failed: 0 })
    expect(paths.filter((path) => path.includes(' files/')).map((path) => path.split('/').at(-1))).toEqual([
      '_ bill.pdf',
      'attachment 1.png',
    ])
    const again = await saved(source, ['pdf'])
    expect(treeOf(again.target)).toEqual(treeOf(target))
  },
)

test('every page can be reached from one, which says what each is, and lets nothing run either', async () => {
  const source = filled(ownFolder(), {
    'In & out/a.eml': styled('<p>Hello', '<img src=x onerror=alert(1)> 100 %'),
    'In & out/b.eml': letter(2),
    'Old/c.eml': letter(3),
  })
  const { target, summary, paths } = await saved(source, ['html'])
  expect(summary).toMatchObject({ complete: true, written: 3 })
  const reached = new Set<string>()
  const follow = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    const { elements, title } = readPage(readFileSync(join(target, path), 'utf8'))
    expect(title).not.toBe('')
    expect(elements.every(({ attributes }) => Object.keys(attributes).every((name) => !name.startsWith('on')))).toBe(
      true,
    )
    if (!path.endsWith('index.html')) return
    expect(elements.filter(({ name }) => name === 'img' || name === 'script')).toEqual([])
    for (const { name, attributes } of elements)
      if (name === 'a') follow(join(dirname(path), decodeURIComponent(attributes.href ?? '')))
  }
  follow('HTML/index.html')
  const all = paths.filter((path) => path.endsWith('.html'))
  expect([...reached].sort()).toEqual(all.sort())
  expect(all).toHaveLength(6)
  const sums = readFileSync(join(target, 'checksums.sha256'), 'utf8')
  for (const path of all) expect(sums).toContain(`${sha256(readFileSync(join(target, path)))}  ${path}\n`)
})
